import type { Page } from '../../http/page/page.ts';
import { parameter } from '../../http/read/parameters.ts';
import { currentOrder } from '../../payments/orders/current-order.ts';
import { type CardPage, pageAddress } from './card-page.ts';

/** GET of `formUrl`: the card page. */
export const showPage = (cardPage: CardPage): Page => ({
  on: 'page',
  orderIn: (parameters) => parameter(parameters, 'mdOrder'),
  show: async (request) => {
    const { found } = request;
    const address = pageAddress(request);
    if (!found) return cardPage.showUnknownOrder(request.context, address);
    const order = await currentOrder(found.context, found.order);
    if (order.status !== 'created') return cardPage.showOrder(request, address, order);
    const outcome = parameter(request.parameters, 'sandboxOutcome');
    return cardPage.showForm(found.context, address, order, {
      ...(outcome !== undefined && { outcome }),
      hasRemovedCard: parameter(request.parameters, 'cardRemoved') !== undefined,
    });
  },
});
