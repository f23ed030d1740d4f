import type { Visit } from '../../http/page/page-request.ts';
import { parameter } from '../../http/read/parameters.ts';
import { readParameters } from '../../http/read/read-parameters.ts';
import { currentOrder } from '../../payments/orders/current-order.ts';
import { type CardPage, pageRequest } from './card-page.ts';

/** GET of `formUrl`: the card page. */
export const showPage =
  (pages: CardPage) =>
  async (ctx: Visit): Promise<void> => {
    const parameters = await readParameters(ctx.req);
    const orderId = parameter(parameters, 'mdOrder') ?? '';
    const cardPage = await pages.forOrder(orderId);
    const page = pageRequest(cardPage.context, ctx, parameters);
    const order = await currentOrder(cardPage.context, orderId);
    if (!order) return cardPage.showUnknownOrder(ctx, page);
    return cardPage.showOrder(ctx, page, order);
  };
