import type { Context } from '../context.ts';
import { Refused } from '../domain/refused.ts';
import type { Visit } from '../http/page/page-request.ts';
import { redirect } from '../http/page/redirect.ts';
import { originOf } from '../http/read/origin.ts';
import { readParameters } from '../http/read/read-parameters.ts';
import { contextOfOrder } from '../own-context.ts';
import { openChallenge } from '../payments/attempt/challenge.ts';
import { currentOrder } from '../payments/orders/current-order.ts';
import { shopReturn } from '../wire/shop-return.ts';
import { readChallengeKey, readTermUrl, showCodePage, showWayBack } from './acs-pages.ts';

/** The payer arrives with `creq`, or with `PaReq`, `MD` and `TermUrl`. */
export const showChallenge =
  (process: Context) =>
  async (ctx: Visit): Promise<void> => {
    const parameters = await readParameters(ctx.req);
    const { orderId, serverTransId } = readChallengeKey(parameters);
    const context = await contextOfOrder(process, orderId);
    const termUrl = readTermUrl(parameters);
    try {
      const challenge = await openChallenge(context, orderId, serverTransId);
      if (challenge.threeDs.stage === 'answered')
        return showWayBack(context, ctx, challenge.order, challenge.threeDs, termUrl);
      return await showCodePage(context, ctx, { ...challenge, termUrl });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return leave(context, ctx, orderId);
    }
  };

/** A challenge that is not open any more: back to where the order is now, or not found. */
export const leave = async (context: Context, ctx: Visit, orderId: string): Promise<void> => {
  const order = await currentOrder(context, orderId);
  if (!order) return;
  const origin = originOf(ctx.req, context.options.publicUrl);
  const page = `${context.bank.basePath}/merchants/payment_${order.language}.html?mdOrder=${order.id}`;
  const isOpen = order.status === 'created' || order.status === 'acs-started';
  redirect(ctx, isOpen ? page : shopReturn(order, context.bank, origin));
};
