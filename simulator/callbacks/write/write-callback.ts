import type { Bank } from '../../banks/bank.ts';
import type { Binding } from '../../domain/binding.ts';
import {
  type Callback,
  type CallbackOperation,
  type CallbackSettings,
  checksumOf,
  defaultCallbackSettings,
  type OrderNews,
} from '../../domain/callback.ts';
import type { CallbackFault } from '../../domain/faults/callback-fault.ts';
import { fieldsWithFault, withFault } from '../../domain/faults/callback-faults.ts';
import type { Merchant } from '../../domain/merchant.ts';
import type { Order } from '../../domain/orders/order.ts';
import type { GatewayKeys } from '../keys/gateway-keys.ts';
import { tokenFields, tokenParameters } from './callback-jwt.ts';
import { type CardOperation, readCardParameters } from './card-parameters.ts';
import { readOrderParameters } from './order-parameters.ts';
import { type SignedFields, signBy } from './sign-by.ts';
import type { Fields } from './sign-callback.ts';

/** The input of every callback. */
export interface CallbackInput {
  readonly merchant: Merchant;
  readonly bank: Bank;
  readonly keys: () => GatewayKeys;
  readonly publicUrl: string;
  readonly id: string;
  readonly nowMs: number;
  /** The fault that a scenario gives it. */
  readonly fault?: CallbackFault;
}

const settingsOf = ({ callbacks }: Merchant): CallbackSettings => callbacks ?? defaultCallbackSettings;

/** The callback about an event of an order; undefined if the merchant does not want it or has no address for it. */
export const writeCallback = (
  { operation, status }: OrderNews,
  order: Order,
  input: CallbackInput,
): Callback | undefined => {
  const settings = settingsOf(input.merchant);
  const head: Fields = [
    ['mdOrder', order.id],
    ['orderNumber', order.orderNumber],
    ['operation', operation],
    ['status', String(status)],
  ];
  const asked = isToken(input) ? tokenParameters : settings.parameters;
  const fields = [...head, ...readOrderParameters(asked, { operation, order, ...input })];
  return write(input, {
    subject: order.id,
    operation,
    url: order.dynamicCallbackUrl ?? settings.url,
    fields: isToken(input) ? tokenFields(fields) : fields,
  });
};

const isToken = ({ merchant, bank }: CallbackInput): boolean => checksumOf(settingsOf(merchant), bank) === 'jwt';

/**
 * The callback about a stored card, with the order that stored it, if any. It goes to the static address only.
 * Source: BPC REST documentation, dynamicCallbackUrl; that it may come without an order, from a merchant's receiver.
 */
export const writeCardCallback = (
  operation: CardOperation,
  binding: Binding,
  input: CallbackInput,
  order?: Order,
): Callback | undefined => {
  const { url, parameters } = settingsOf(input.merchant);
  const ofOrder: Fields = order
    ? [
        ['mdOrder', order.id],
        ['orderNumber', order.orderNumber],
      ]
    : [];
  return write(input, {
    subject: binding.id,
    operation,
    url,
    fields: [
      ...ofOrder,
      ['operation', operation],
      ['status', '1'],
      ...readCardParameters(parameters, operation, binding, input.bank),
    ],
  });
};

/** Why a merchant gets no callback about an event. Those about a stored card go to the static address only. */
export const whyUnwanted = (merchant: Merchant, operation: CallbackOperation, order: Order | undefined): string => {
  const settings = settingsOf(merchant);
  const url = operation === 'bindingCreated' ? settings.url : (order?.dynamicCallbackUrl ?? settings.url);
  if (url === undefined) return 'the merchant has no address for callbacks';
  return isHttp(url) ? `the merchant takes no callbacks of ${operation}` : 'the address for callbacks is not http';
};

const isHttp = (url: string): boolean => /^https?:\/\//i.test(url);

interface Content extends Pick<Callback, 'subject' | 'fields'> {
  readonly operation: CallbackOperation;
  readonly url: string | undefined;
}

const write = (input: CallbackInput, { subject, operation, url, fields: right }: Content): Callback | undefined => {
  const { merchant, id, nowMs, fault } = input;
  const settings = settingsOf(merchant);
  if (url === undefined || !isHttp(url) || !settings.operations.includes(operation)) return undefined;
  const { method, headers, retryAfterMs, mostFailures } = settings;
  const fields = fieldsWithFault(right, fault);
  const callback: Callback = {
    id,
    merchant: merchant.login,
    subject,
    url,
    method,
    ...(headers && { headers }),
    ...signFields(
      settings.sendsCreationDate ? [...fields, ['callbackCreationDate', creationDate(nowMs)]] : fields,
      input,
    ),
    createdAtMs: nowMs,
    dueMs: nowMs,
    state: 'waiting',
    retryAfterMs,
    mostFailures,
    tries: [],
  };
  return fault ? withFault(callback, fault) : callback;
};

/** The content of a callback, signed as the merchant's settings say. */
export const signFields = (fields: Fields, { merchant, bank, keys, nowMs }: CallbackInput): SignedFields => {
  const settings = settingsOf(merchant);
  const { token } = settings;
  return signBy({ checksum: checksumOf(settings, bank), token, keys, issuer: bank.name, nowMs }, fields);
};

/** `Mon Jan 31 21:46:52 UTC 2022`. Source: BPC REST documentation, callbackCreationDate. */
const creationDate = (ms: number): string => {
  const [weekday = '', day = '', month = '', year = '', time = ''] = new Date(ms)
    .toUTCString()
    .replace(',', '')
    .split(' ');
  return `${weekday} ${month} ${day} ${time} UTC ${year}`;
};
