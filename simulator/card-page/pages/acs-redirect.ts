import type { Visit } from '../../http/page/page-request.ts';
import { parameter } from '../../http/read/parameters.ts';
import { readParameters } from '../../http/read/read-parameters.ts';
import { currentOrder } from '../../payments/orders/current-order.ts';
import type { CardPage } from './card-page.ts';

/** GET of acsRedirect.do: sends the payer on to the issuer; back to the shop where there is nothing to do there. */
export const acsRedirect =
  (pages: CardPage) =>
  async (ctx: Visit): Promise<void> => {
    const parameters = await readParameters(ctx.req);
    const orderId = parameter(parameters, 'orderId') ?? '';
    const cardPage = await pages.forOrder(orderId);
    const { context } = cardPage;
    const order = await currentOrder(context, orderId);
    const language = order?.language ?? context.bank.defaultLanguage;
    const page = {
      language,
      layout: 'responsive',
      path: `${context.bank.basePath}/merchants/payment_${language}.html`,
    } as const;
    if (!order) return cardPage.showUnknownOrder(ctx, page);
    return cardPage.showOrder(ctx, page, order);
  };
