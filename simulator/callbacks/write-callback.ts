import type { Bank } from '../banks/bank.ts';
import { type Callback, defaultCallbackSettings, type OrderNews } from '../domain/callback.ts';
import type { Merchant } from '../domain/merchant.ts';
import type { Order } from '../domain/order.ts';
import { readParameters } from './callback-parameters.ts';
import { hmacChecksum } from './sign-callback.ts';

/** `Mon Jan 31 21:46:52 UTC 2022`. Source: BPC REST documentation, callbackCreationDate. */
const creationDate = (ms: number): string => {
  const [weekday = '', day = '', month = '', year = '', time = ''] = new Date(ms)
    .toUTCString()
    .replace(',', '')
    .split(' ');
  return `${weekday} ${month} ${day} ${time} UTC ${year}`;
};

/** The callback that tells a merchant some news; undefined where the merchant does not want it, or nobody knows where to. */
export const writeCallback = (
  { operation, status }: OrderNews,
  { order, merchant, bank, id, nowMs }: { order: Order; merchant: Merchant; bank: Bank; id: string; nowMs: number },
): Callback | undefined => {
  const settings = merchant.callbacks ?? defaultCallbackSettings;
  const isAboutCard = operation.startsWith('binding');
  const url = (isAboutCard ? undefined : order.dynamicCallbackUrl) ?? settings.url;
  if (url === undefined || !/^https?:\/\//i.test(url) || !settings.operations.includes(operation)) return undefined;

  const own = isAboutCard ? ['bindingId', 'clientId', 'panMasked'] : [];
  const fields: (readonly [string, string])[] = [
    ['mdOrder', order.id],
    ['orderNumber', order.orderNumber],
    ['operation', operation],
    ['status', String(status)],
    ...readParameters([...own, ...settings.parameters.filter((name) => !own.includes(name))], order, merchant, bank),
    ...(settings.sendsCreationDate ? [['callbackCreationDate', creationDate(nowMs)] as const] : []),
  ];
  if (settings.token !== undefined) fields.push(['checksum', hmacChecksum(fields, settings.token)]);
  const { method, retryAfterMs, mostFailures } = settings;
  return {
    id,
    merchant: merchant.login,
    orderId: order.id,
    url,
    method,
    fields,
    createdAtMs: nowMs,
    dueMs: nowMs,
    state: 'waiting',
    retryAfterMs,
    mostFailures,
    tries: [],
  };
};
