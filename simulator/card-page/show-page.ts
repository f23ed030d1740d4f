import { parameter } from '../http/parameters.ts';
import { readParameters } from '../http/read-parameters.ts';
import type { Visit } from '../http/visit.ts';
import { currentOrder } from '../payments/current-order.ts';
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
