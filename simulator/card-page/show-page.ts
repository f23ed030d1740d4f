import type { RouterContext } from '@koa/router';
import { parameter } from '../http/parameters.ts';
import { readParameters } from '../http/read-parameters.ts';
import { currentOrder } from '../payments/current-order.ts';
import { type CardPage, pageRequest } from './card-page.ts';

/** GET of `formUrl`: the card page. */
export const showPage =
  (cardPage: CardPage) =>
  async (ctx: RouterContext): Promise<void> => {
    const parameters = await readParameters(ctx.req);
    const page = pageRequest(cardPage.context, ctx, parameters);
    const order = await currentOrder(cardPage.context, parameter(parameters, 'mdOrder') ?? '');
    if (!order) return cardPage.showUnknownOrder(ctx, page);
    return cardPage.showOrder(ctx, page, order);
  };
