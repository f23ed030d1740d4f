import type { Order } from '../../domain/order.ts';
import type { Visit } from '../../http/page/page-request.ts';
import { redirect } from '../../http/page/redirect.ts';
import type { CardPage } from './card-page.ts';
import type { PageRequest } from './page-model.ts';

/** The page after an attempt. After a decline the browser fetches it anew, so that reloading it never sends the card again. */
export const showPaid = (cardPage: CardPage, ctx: Visit, page: PageRequest, paid: Order): Promise<void> | void =>
  paid.status === 'created' ? backToForm(ctx, page, paid) : cardPage.showOrder(ctx, page, paid);

export const backToForm = (ctx: Visit, page: PageRequest, order: Order): void =>
  redirect(ctx, `${ctx.path}?mdOrder=${order.id}&language=${page.language}`, 303);
