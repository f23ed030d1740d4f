import type { Bank } from '../banks/bank.ts';
import type { Binding } from '../domain/binding.ts';
import {
  type Callback,
  type CallbackOperation,
  type CallbackSettings,
  checksumOf,
  defaultCallbackSettings,
  type OrderNews,
} from '../domain/callback.ts';
import type { Merchant } from '../domain/merchant.ts';
import type { Order } from '../domain/order.ts';
import type { GatewayKeys } from '../keys/gateway-keys.ts';
import { callbackJwt } from './callback-jwt.ts';
import { readParameters } from './callback-parameters.ts';
import { hmacChecksum, rsaChecksum, signAlias } from './sign-callback.ts';

/** What every callback is written with. */
export interface Writing {
  readonly merchant: Merchant;
  readonly bank: Bank;
  readonly keys: () => GatewayKeys;
  readonly id: string;
  readonly nowMs: number;
}

type Fields = readonly (readonly [name: string, value: string])[];

/** `Mon Jan 31 21:46:52 UTC 2022`. Source: BPC REST documentation, callbackCreationDate. */
const creationDate = (ms: number): string => {
  const [weekday = '', day = '', month = '', year = '', time = ''] = new Date(ms)
    .toUTCString()
    .replace(',', '')
    .split(' ');
  return `${weekday} ${month} ${day} ${time} UTC ${year}`;
};

/** What a token says of an order. Source: a recorded callback of BT iPay. */
const tokenParameters = ['eci', 'actionCode', 'approvalCode', 'refNum', 'actionCodeDescription'] as const;

/** The callback that tells a merchant some news; undefined where the merchant does not want it, or nobody knows where to. */
export const writeCallback = (
  { operation, status }: OrderNews,
  order: Order,
  writing: Writing,
): Callback | undefined => {
  const { merchant, bank } = writing;
  const settings = merchant.callbacks ?? defaultCallbackSettings;
  const isAboutCard = operation === 'bindingCreated';
  const own = isAboutCard ? ['bindingId', 'clientId', 'panMasked'] : [];
  const asked = checksumOf(settings) === 'jwt' ? tokenParameters : settings.parameters;
  const names = [...own, ...asked.filter((name) => !own.includes(name))];
  return write(writing, {
    subject: order.id,
    operation,
    // Stored cards are told of at the static address only. Source: BPC REST documentation, dynamicCallbackUrl.
    url: (isAboutCard ? undefined : order.dynamicCallbackUrl) ?? settings.url,
    fields: [
      ['mdOrder', order.id],
      ['orderNumber', order.orderNumber],
      ['operation', operation],
      ['status', String(status)],
      ...readParameters(names, operation, { order, merchant, bank }),
    ],
  });
};

/** The callback that says that a stored card was switched on or off; it belongs to no order. Source: BPC REST documentation. */
export const writeBindingCallback = ({ id, clientId, isActive }: Binding, writing: Writing): Callback | undefined =>
  write(writing, {
    subject: id,
    operation: 'bindingActivityChanged',
    url: writing.merchant.callbacks?.url,
    fields: [
      ['operation', 'bindingActivityChanged'],
      ['status', '1'],
      ['bindingId', id],
      ['clientId', clientId],
      ['enabled', String(isActive)],
    ],
  });

interface News {
  readonly subject: string;
  readonly operation: CallbackOperation;
  readonly url: string | undefined;
  readonly fields: Fields;
}

const write = (writing: Writing, { subject, operation, url, fields }: News): Callback | undefined => {
  const { merchant, id, nowMs } = writing;
  const settings = merchant.callbacks ?? defaultCallbackSettings;
  if (url === undefined || !/^https?:\/\//i.test(url) || !settings.operations.includes(operation)) return undefined;
  const dated: Fields = settings.sendsCreationDate
    ? [...fields, ['callbackCreationDate', creationDate(nowMs)]]
    : fields;
  const { method, retryAfterMs, mostFailures } = settings;
  return {
    id,
    merchant: merchant.login,
    subject,
    url,
    method,
    ...sign(dated, settings, writing),
    createdAtMs: nowMs,
    dueMs: nowMs,
    state: 'waiting',
    retryAfterMs,
    mostFailures,
    tries: [],
  };
};

const sign = (
  fields: Fields,
  settings: CallbackSettings,
  { bank, keys, nowMs }: Writing,
): Partial<Callback> & Pick<Callback, 'fields'> => {
  const { token = '' } = settings;
  const checksum = checksumOf(settings);
  if (checksum === 'none') return { fields };
  if (checksum === 'hmac') return { fields: [...fields, ['checksum', hmacChecksum(fields, token)]] };
  if (checksum === 'rsa') {
    const value = rsaChecksum(fields, keys().privateKey);
    return { fields: [...fields, ['sign_alias', signAlias], ['checksum', value]] };
  }
  const jwt = callbackJwt(Object.fromEntries(fields), { token, issuer: bank.title, nowMs });
  return { fields, method: 'POST', body: jwt };
};
