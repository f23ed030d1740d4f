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
import type { CallbackFault } from '../../domain/callback-fault.ts';
import { fieldsWithFault, withFault } from '../../domain/callback-faults.ts';
import type { Merchant } from '../../domain/merchant.ts';
import type { Order } from '../../domain/order.ts';
import type { GatewayKeys } from '../keys/gateway-keys.ts';
import { callbackJwt, tokenFields, tokenParameters } from './callback-jwt.ts';
import { type CardOperation, readCardParameters } from './card-parameters.ts';
import { readOrderParameters } from './order-parameters.ts';
import { hmacChecksum, rsaChecksum, signAlias } from './sign-callback.ts';

/** What every callback is written with. */
export interface Writing {
  readonly merchant: Merchant;
  readonly bank: Bank;
  readonly keys: () => GatewayKeys;
  readonly publicUrl: string;
  readonly id: string;
  readonly nowMs: number;
  /** What a scenario does to it. */
  readonly fault?: CallbackFault;
}

type Fields = readonly (readonly [name: string, value: string])[];

const settingsOf = ({ callbacks }: Merchant): CallbackSettings => callbacks ?? defaultCallbackSettings;

/** The callback that tells a merchant some news of an order; undefined where it does not want it, or nobody knows where to. */
export const writeCallback = (
  { operation, status }: OrderNews,
  order: Order,
  writing: Writing,
): Callback | undefined => {
  const settings = settingsOf(writing.merchant);
  const head: Fields = [
    ['mdOrder', order.id],
    ['orderNumber', order.orderNumber],
    ['operation', operation],
    ['status', String(status)],
  ];
  const asked = isToken(writing) ? tokenParameters : settings.parameters;
  const fields = [...head, ...readOrderParameters(asked, { operation, order, ...writing })];
  return write(writing, {
    subject: order.id,
    operation,
    url: order.dynamicCallbackUrl ?? settings.url,
    fields: isToken(writing) ? tokenFields(fields) : fields,
  });
};

const isToken = ({ merchant, bank }: Writing): boolean => checksumOf(settingsOf(merchant), bank) === 'jwt';

/**
 * The callback about a stored card, with the order that stored it, where there is one. It goes to the static address only.
 * Source: BPC REST documentation, dynamicCallbackUrl; that it may come without an order, from a merchant's receiver.
 */
export const writeCardCallback = (
  operation: CardOperation,
  binding: Binding,
  writing: Writing,
  order?: Order,
): Callback | undefined => {
  const { url, parameters } = settingsOf(writing.merchant);
  const ofOrder: Fields = order
    ? [
        ['mdOrder', order.id],
        ['orderNumber', order.orderNumber],
      ]
    : [];
  return write(writing, {
    subject: binding.id,
    operation,
    url,
    fields: [
      ...ofOrder,
      ['operation', operation],
      ['status', '1'],
      ...readCardParameters(parameters, operation, binding, writing.bank),
    ],
  });
};

interface News {
  readonly subject: string;
  readonly operation: CallbackOperation;
  readonly url: string | undefined;
  readonly fields: Fields;
}

const write = (writing: Writing, { subject, operation, url, fields: right }: News): Callback | undefined => {
  const { merchant, id, nowMs, fault } = writing;
  const settings = settingsOf(merchant);
  if (url === undefined || !/^https?:\/\//i.test(url) || !settings.operations.includes(operation)) return undefined;
  const { method, headers, retryAfterMs, mostFailures } = settings;
  const fields = fieldsWithFault(right, fault);
  const callback: Callback = {
    id,
    merchant: merchant.login,
    subject,
    url,
    method,
    ...(headers && { headers }),
    ...sign(settings.sendsCreationDate ? [...fields, ['callbackCreationDate', creationDate(nowMs)]] : fields, writing),
    createdAtMs: nowMs,
    dueMs: nowMs,
    state: 'waiting',
    retryAfterMs,
    mostFailures,
    tries: [],
  };
  return fault ? withFault(callback, fault) : callback;
};

const sign = (
  fields: Fields,
  { merchant, bank, keys, nowMs }: Writing,
): Partial<Callback> & Pick<Callback, 'fields'> => {
  const settings = settingsOf(merchant);
  const { token } = settings;
  switch (checksumOf(settings, bank)) {
    case 'none':
      return { fields };
    case 'hmac':
      return { fields: token === undefined ? fields : [...fields, ['checksum', hmacChecksum(fields, token)]] };
    case 'rsa':
      return {
        fields: [...fields, ['sign_alias', signAlias], ['checksum', rsaChecksum(fields, keys().privateKey)]],
      };
    case 'jwt':
      return {
        fields,
        method: 'POST',
        body: callbackJwt(Object.fromEntries(fields), { token, issuer: bank.name, nowMs }),
      };
  }
};

/** `Mon Jan 31 21:46:52 UTC 2022`. Source: BPC REST documentation, callbackCreationDate. */
const creationDate = (ms: number): string => {
  const [weekday = '', day = '', month = '', year = '', time = ''] = new Date(ms)
    .toUTCString()
    .replace(',', '')
    .split(' ');
  return `${weekday} ${month} ${day} ${time} UTC ${year}`;
};
