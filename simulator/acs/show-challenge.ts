import type { FoundOrder } from '../context.ts';
import { Refused } from '../domain/errors/refused.ts';
import type { Page, PageRequest } from '../http/page/page.ts';
import { redirect } from '../http/page/redirect.ts';
import { originOf } from '../http/read/origin.ts';
import { notFound, type Reply } from '../http/reply.ts';
import { openChallenge } from '../payments/attempt/challenge.ts';
import { findCurrentOrder } from '../payments/orders/current-order.ts';
import { cardPageAddress } from '../wire/card-page-address.ts';
import { shopReturn } from '../wire/shop-return.ts';
import { readChallengeKey, readTermUrl, showWayBack } from './acs-pages.ts';
import { showCodePage } from './code-page.ts';

/** The payer arrives with `creq`, or with `PaReq`, `MD` and `TermUrl`. */
export const showChallenge: Page = {
  on: 'acs',
  orderIn: (parameters) => readChallengeKey(parameters).orderId,
  show: async (request) => {
    const { found, parameters } = request;
    if (!found) return notFound;
    const termUrl = readTermUrl(parameters);
    try {
      const challenge = await openChallenge(found.context, found.order, readChallengeKey(parameters).serverTransId);
      return challenge.threeDs.stage === 'answered'
        ? showWayBack(request, challenge.order, challenge.threeDs, termUrl)
        : showCodePage(found.context, challenge, parameters);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return leave(request, found);
    }
  },
};

/** A challenge that is no longer open sends the payer on to the order's current page. */
export const leave = async ({ request }: PageRequest, { context, order: before }: FoundOrder): Promise<Reply> => {
  const order = await findCurrentOrder(context, before.id);
  if (!order) return notFound;
  const origin = originOf(request, context.options.publicUrl);
  const isOpen = order.status === 'created' || order.status === 'acs-started';
  return redirect(isOpen ? cardPageAddress(context.bank, order) : shopReturn(order, context.bank, origin));
};
