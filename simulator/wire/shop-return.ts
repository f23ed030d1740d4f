import type { Bank, ReturnParameter } from '../banks/bank.ts';
import type { Language, Order } from '../domain/order.ts';

/** Whether the payer returns to the shop after a success. A reversed order was a successful card check. */
const endedWell = ({ status }: Order): boolean => status !== 'declined';

/**
 * The payer's next page after the payment: `returnUrl`, or `failUrl` if the payment failed and there is one,
 * with `orderId` and `lang` behind the address's own query and before its fragment. Source: BPC redirect documentation.
 */
export const shopReturn = (order: Order, bank: Bank, origin: string, language: Language = order.language): string =>
  endedWell(order)
    ? withOrder(absolute(order.returnUrl, `${origin}${bank.basePath}/`), order, bank, language)
    : failReturn(order, bank, origin, language);

/** The payer's next page after a failure, also one that leaves the order open. */
export const failReturn = (order: Order, bank: Bank, origin: string, language: Language): string =>
  withOrder(absolute(order.failUrl ?? order.returnUrl, `${origin}${bank.basePath}/`), order, bank, language);

/** An address without a scheme lies below the gateway's own. Source: BPC redirect documentation. */
const absolute = (url: string, base: string): string => (/^[a-z][a-z\d+.-]*:/i.test(url) ? url : base + url);

const withOrder = (url: string, { id, ...order }: Order, { returnParameters }: Bank, language: Language): string => {
  const lang = (language === order.language && order.languageCode) || language;
  const values: Readonly<Record<ReturnParameter, string>> = { orderId: id, lang };
  const query = returnParameters.map((name) => `${name}=${values[name]}`).join('&');
  const hash = url.indexOf('#');
  const address = hash < 0 ? url : url.slice(0, hash);
  const joint = !address.includes('?') ? '?' : /[?&]$/.test(address) ? '' : '&';
  return `${address}${joint}${query}${hash < 0 ? '' : url.slice(hash)}`;
};
