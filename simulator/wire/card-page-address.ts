import type { Bank } from '../banks/bank.ts';
import { merchantName } from '../domain/merchant-name.ts';
import type { Order } from '../domain/orders/order.ts';
import type { PageLanguage } from '../domain/page-language.ts';

/** The parts of the card page's address. */
export type AddressedOrder = Pick<Order, 'id' | 'merchant' | 'languageCode' | 'pageView'> & {
  readonly language: PageLanguage;
};

/** The address of an order's card page as the bank builds it, without the host: `/payment/merchants/payment_en.html?mdOrder=...`. */
export const cardPageAddress = (
  { basePath, formUrl }: Bank,
  { id, merchant, language, languageCode, pageView }: AddressedOrder,
): string => {
  const page = formUrl
    .replace('{merchant}', encodeURIComponent(merchantName(merchant)))
    .replace('{view}', viewOf(pageView))
    .replace('{language}', languageCode ?? language)
    .replace('{orderId}', id);
  return page.startsWith('/') ? basePath + page : `${basePath}/merchants/${page}`;
};

/** `pageView` chooses the file name of the page. Source: older Sberbank and Alfa manuals. */
const viewOf = (pageView: string | undefined): string => {
  if (pageView === undefined || pageView === 'DESKTOP') return '';
  return pageView === 'MOBILE' ? 'mobile_' : `${encodeURIComponent(pageView)}_`;
};
