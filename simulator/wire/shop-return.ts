import type { Bank, ReturnParameter } from '../banks/bank.ts';
import { pageLanguageOf, pageLanguageOfOrder } from '../data/page-languages.ts';
import type { Order } from '../domain/orders/order.ts';
import { lastAttempt } from '../domain/orders/pay.ts';
import type { PageLanguage } from '../domain/page-language.ts';
import { seededBytes } from '../issuer/seeded-numbers.ts';

/** Whether the payer returns to the shop after a success. A reversed order was a successful card check. */
const endedWell = ({ status }: Order): boolean => status !== 'declined';

/**
 * The payer's next page after the payment: `returnUrl`, or `failUrl` if the payment failed and there is one,
 * with the bank's parameters behind the address's own query and before its fragment. Source: BPC redirect documentation.
 */
export const shopReturn = (
  order: Order,
  bank: Bank,
  origin: string,
  language: PageLanguage = pageLanguageOfOrder(order),
): string =>
  endedWell(order)
    ? withOrder(absolute(order.returnUrl, `${origin}${bank.basePath}/`), order, bank, language)
    : failReturn(order, bank, origin, language);

/** The language of the payer's next page: the one that a call of the page names, or else that of the order. */
export const returnLanguage = (
  { language }: { readonly language?: string | undefined },
  order: Pick<Order, 'language' | 'languageCode'>,
): PageLanguage => pageLanguageOf(language, pageLanguageOfOrder(order));

/** The payer's next page after a failure, also one that leaves the order open. */
export const failReturn = (order: Order, bank: Bank, origin: string, language: PageLanguage): string =>
  withOrder(absolute(order.failUrl ?? order.returnUrl, `${origin}${bank.basePath}/`), order, bank, language);

/** An address without a scheme lies below the gateway's own. Source: BPC redirect documentation. */
const absolute = (url: string, base: string): string => (/^[a-z][a-z\d+.-]*:/i.test(url) ? url : base + url);

/** The text by which the shop asks for the payment without a login; that it never changes is a guess. */
export const returnToken = ({ id }: Pick<Order, 'id'>): string =>
  seededBytes(`${id}:return`).subarray(0, 24).toString('base64url');

const read: Readonly<Record<ReturnParameter, (order: Order, language: PageLanguage) => string | undefined>> = {
  orderId: ({ id }) => id,
  lang: (order, language) => (language === pageLanguageOfOrder(order) && order.languageCode) || language,
  token: returnToken,
  approvalCode: (order) => lastAttempt(order)?.authorisation?.approvalCode,
};

const withOrder = (url: string, order: Order, { returnParameters }: Bank, language: PageLanguage): string => {
  const hash = url.indexOf('#');
  const address = hash < 0 ? url : url.slice(0, hash);
  const joint = !address.includes('?') ? '?' : /[?&]$/.test(address) ? '' : '&';
  const query = returnParameters.flatMap((name) => {
    const value = read[name](order, language);
    return value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`];
  });
  return `${address}${joint}${query.join('&')}${hash < 0 ? '' : url.slice(hash)}`;
};
