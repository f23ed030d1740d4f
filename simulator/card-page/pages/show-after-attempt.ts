import type { Order } from '../../domain/orders/order.ts';
import type { PageRequest } from '../../http/page/page.ts';
import { redirect } from '../../http/page/redirect.ts';
import type { Reply } from '../../http/reply.ts';
import type { CardPage } from './card-page.ts';
import type { PageAddress } from './page-model.ts';

/** The page after an attempt. After a decline the browser fetches it anew, so that reloading it never sends the card again. */
export const showAfterAttempt = (
  cardPage: CardPage,
  request: PageRequest,
  address: PageAddress,
  order: Order,
): Promise<Reply> | Reply =>
  order.status === 'created' ? backToForm(address, order) : cardPage.showOrder(request, address, order);

/** `more`: further parameters of the page. */
export const backToForm = ({ path, language }: PageAddress, order: Order, more = ''): Reply =>
  redirect(`${path}?mdOrder=${order.id}&language=${language}${more}`, 303);
