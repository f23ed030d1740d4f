import type { Context } from '../../context.ts';
import type { Refused } from '../../domain/refused.ts';
import { type Parameters, parameter } from '../read/parameters.ts';

/**
 * What the answer of the gateway does not say, for the log of whoever set it up: why a login is not let in, and that an
 * order was asked for by the wrong one of its two names. Undefined where there is nothing to add.
 */
export const hintFor = async (
  { reason }: Refused,
  { store }: Pick<Context, 'store'>,
  parameters: Parameters,
): Promise<string | undefined> => {
  if (reason !== 'access-denied' && reason !== 'order-not-found') return undefined;
  const login = parameter(parameters, 'userName')?.slice(0, 80);
  if (login === undefined) return undefined;
  const merchant = await store.merchants.find(login);
  if (reason === 'access-denied') {
    return merchant
      ? `the password of ${login} is another one`
      : `there is no merchant ${login}: MERCHANTS=${login}:<password> makes one, MERCHANTS='*' lets in any`;
  }
  const named =
    parameter(parameters, 'orderId') ?? parameter(parameters, 'mdOrder') ?? parameter(parameters, 'MDORDER');
  if (!merchant || named === undefined) return undefined;
  const isNumber = (await store.orders.findByNumber(login, named)) !== undefined;
  return isNumber ? `${named} is the shop's own number of an order: it goes into orderNumber, not orderId` : undefined;
};
