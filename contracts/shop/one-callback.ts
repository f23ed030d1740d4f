import type { SandboxClient } from '../../client/index.ts';
import { bankNamed } from '../../simulator/banks/all.ts';
import type { Bank } from '../../simulator/banks/bank.ts';
import type { SentContent } from '../../simulator/callbacks/deliver/send-callback.ts';
import { readGatewayKeys } from '../../simulator/callbacks/keys/gateway-keys.ts';
import type { Fields } from '../../simulator/callbacks/write/sign-callback.ts';
import { writeCallback } from '../../simulator/callbacks/write/write-callback.ts';
import { type CallbackOperation, defaultCallbackSettings } from '../../simulator/domain/callback.ts';
import type { CallbackFault } from '../../simulator/domain/faults/callback-fault.ts';
import { fieldsWithFault, withFault } from '../../simulator/domain/faults/callback-faults.ts';
import type { MerchantState, Order } from '../../simulator/index.ts';
import { CannotTry } from '../report/cannot-try.ts';
import { type CallbackAddress, contentFor, signAs } from './send-to-shop.ts';

/** What one callback says. */
export interface CallbackWords {
  readonly operation: string;
  readonly status: 0 | 1;
  /** Further parameters, and other values of those that there are; they are signed. */
  readonly fields: Readonly<Record<string, string>>;
  readonly isForged: boolean;
}

const byHand = 'by-hand';

const faultOf = ({ fields, isForged }: CallbackWords): CallbackFault => ({
  scenario: byHand,
  sentence: 'is sent by hand',
  settings: { fields, ...(isForged && { hasWrongChecksum: true }) },
});

interface OrderOfGateway {
  readonly sandbox: SandboxClient;
  readonly login: string;
  readonly orderIdOrNumber: string;
  /** Instead of the address that the order or its merchant has. */
  readonly to: string | undefined;
}

/** The callback about an order of a running tillbox, as that would write it. @throws CannotTry without the order or an address */
export const callbackOfOrder = async (
  { sandbox, login, orderIdOrNumber, to }: OrderOfGateway,
  words: CallbackWords,
): Promise<SentContent> => {
  const { settings, orders, clock } = (await sandbox.state.get(login)) as unknown as MerchantState;
  const found = orders.find(({ id, orderNumber }) => id === orderIdOrNumber || orderNumber === orderIdOrNumber);
  if (!found) throw new CannotTry(`${login} has no order ${orderIdOrNumber}`);
  const order = { ...found, merchant: login, ...(to !== undefined && { dynamicCallbackUrl: to }) } as Order;
  const { callbacks = defaultCallbackSettings } = settings;
  if ((order.dynamicCallbackUrl ?? callbacks.url) === undefined)
    throw new CannotTry(`${login} has no address for callbacks; --to names one`);
  const operation = words.operation as CallbackOperation;
  const written = writeCallback({ operation, status: words.status }, order, {
    merchant: { ...settings, login, callbacks: { ...callbacks, operations: [operation] } },
    bank: bankFor(settings.bank ?? (await sandbox.ready()).bank),
    keys: readGatewayKeys,
    publicUrl: '',
    id: byHand,
    nowMs: clock.nowMs,
    fault: faultOf(words),
  });
  if (!written) throw new CannotTry(`${order.dynamicCallbackUrl ?? callbacks.url}: expected an http or https address`);
  return written;
};

/** The control API does not tell the facts of a bank. @throws CannotTry for a bank that only that process has */
const bankFor = (name: string): Bank => {
  const bank = bankNamed(name);
  if (bank) return bank;
  throw new CannotTry(
    `its bank, ${name}, does not come with tillbox, so that only its gateway can write this callback`,
  );
};

/** Of an order that no gateway has. */
const madeUpOrder: Fields = [
  ['mdOrder', '01a226c1-5ba7-7203-86f0-74a78fd43890'],
  ['orderNumber', 'A-1'],
];

/** A callback without a gateway; the order is made up, unless the fields name one. */
export const callbackTo = (address: CallbackAddress, words: CallbackWords): SentContent => {
  const { operation, status } = words;
  const fault = faultOf(words);
  const fields = fieldsWithFault([...madeUpOrder, ['operation', operation], ['status', String(status)]], fault);
  const content = contentFor(address, signAs(address, fields));
  return withFault(
    {
      ...defaultCallbackSettings,
      ...content,
      id: byHand,
      merchant: '',
      subject: '',
      createdAtMs: 0,
      dueMs: 0,
      state: 'waiting',
      tries: [],
    },
    fault,
  );
};
