import type { Page } from '../../http/page/page.ts';
import { parameter } from '../../http/read/parameters.ts';
import { currentOrder } from '../../payments/orders/current-order.ts';
import { addressOf, type CardPage, pageAddress } from './card-page.ts';

/** GET of acsRedirect.do: sends the payer on to the issuer, or back to the shop if there is nothing to do there. */
export const acsRedirect = (cardPage: CardPage): Page => ({
  on: 'acsRedirect',
  orderIn: (parameters) => parameter(parameters, 'orderId'),
  show: async (request) => {
    const { found, context } = request;
    if (!found)
      return cardPage.showUnknownOrder(context, { ...pageAddress(request), language: context.bank.defaultLanguage });
    const order = await currentOrder(found.context, found.order);
    return cardPage.showOrder(request, addressOf(context.bank, order), order);
  },
});
