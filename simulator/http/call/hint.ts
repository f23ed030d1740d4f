import type { Context } from '../../context.ts';
import { callOrderNames } from '../../data/order-names.ts';
import type { Refused } from '../../domain/errors/refused.ts';
import type { CallHint } from '../../store/journal/exchange.ts';
import { type Parameters, parameter } from '../read/parameters.ts';

/** A hint for log and journal that the answer does not give: why a login is refused, or that an order number was sent as an order id. */
export const hintFor = async (
  { reason, detail }: Refused,
  { store }: Pick<Context, 'store'>,
  parameters: Parameters,
): Promise<CallHint | undefined> => {
  if (reason !== 'access-denied' && reason !== 'order-not-found') return undefined;
  if (detail['permission'] !== undefined) return { kind: 'no-permission', word: detail['permission'] };
  const login = parameter(parameters, 'userName')?.slice(0, 80);
  if (login === undefined) return undefined;
  const merchant = await store.merchants.find(login);
  if (reason === 'access-denied') {
    return { kind: merchant ? 'wrong-password' : 'unknown-login', word: login };
  }
  const name = callOrderNames.find((candidate) => parameter(parameters, candidate) !== undefined);
  const named = name && parameter(parameters, name);
  if (!merchant || named === undefined) return undefined;
  const isNumber = (await store.orders.findByNumber(login, named)) !== undefined;
  return isNumber ? { kind: 'number-as-id', word: named } : undefined;
};

/** The hint as a line of the log. */
export const hintLine = ({ kind, word }: CallHint): string => lines[kind](word);

const lines: Readonly<Record<CallHint['kind'], (word: string) => string>> = {
  'wrong-password': (login) => `the password of ${login} is another one`,
  'unknown-login': (login) =>
    `there is no merchant ${login}: MERCHANTS=${login}:<password> makes one, MERCHANTS='*' lets in any`,
  'no-permission': (permission) => `the merchant has no permission for ${permission}: withoutPermissions says so`,
  'number-as-id': (number) => `${number} is the shop's own number of an order: it goes into orderNumber, not orderId`,
};
