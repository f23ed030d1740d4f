import type { Order } from '../../domain/order.ts';
import { plainText } from '../../domain/plain-text.ts';
import { Refused } from '../../domain/refused.ts';
import type { Visit } from '../../http/page/page-request.ts';
import { redirect } from '../../http/page/redirect.ts';
import { type Parameters, parameter } from '../../http/read/parameters.ts';
import { readParameters } from '../../http/read/read-parameters.ts';
import { finishChallenge } from '../../payments/attempt/challenge.ts';
import { currentOrder } from '../../payments/orders/current-order.ts';
import { unpack } from '../../wire/acs-hop.ts';
import { type CardPage, pageRequest } from './card-page.ts';

/** Reads which challenge the browser comes back from. What it says of the result is not believed. */
type ReadReturn = (parameters: Parameters) => { readonly orderId?: string; readonly serverTransId?: string };

/** finish3ds.do: back from 3-D Secure 1 with `MD` and `PaRes`. */
const readPaRes: ReadReturn = (parameters) => {
  const orderId = parameter(parameters, 'MD');
  return orderId === undefined ? {} : { orderId };
};

/** finish3dsVer2PaymentAnonymous.do: back from 3-D Secure 2 with `cres`. */
const readCres: ReadReturn = (parameters) => {
  const cres = unpack(parameter(parameters, 'cres'));
  return { orderId: plainText(cres?.['acsTransID']), serverTransId: plainText(cres?.['threeDSServerTransID']) };
};

const finish =
  (pages: CardPage, readReturn: ReadReturn) =>
  async (ctx: Visit): Promise<void> => {
    const parameters = await readParameters(ctx.req);
    const { orderId = '', serverTransId } = readReturn(parameters);
    const cardPage = await pages.forOrder(orderId);
    const { context } = cardPage;
    const before = await currentOrder(context, orderId);
    if (!before) return cardPage.showUnknownOrder(ctx, pageRequest(context, ctx, parameters));

    const order = await conclude(cardPage, before, serverTransId);
    const path = `${context.bank.basePath}/merchants/payment_${order.language}.html`;
    // With attempts left, or still at the issuer, the payer is back at the card page.
    if (order.status === 'created' || order.status === 'acs-started')
      return redirect(ctx, `${path}?mdOrder=${order.id}`);
    return cardPage.showOrder(ctx, { language: order.language, layout: 'responsive', path }, order);
  };

/** A second return, or one without an answer, changes nothing. */
const conclude = async ({ context }: CardPage, before: Order, serverTransId?: string): Promise<Order> => {
  try {
    return await finishChallenge(context, before.id, serverTransId);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return (await currentOrder(context, before.id)) ?? before;
  }
};

export const finish3ds = (cardPage: CardPage) => finish(cardPage, readPaRes);

export const finish3dsVer2PaymentAnonymous = (cardPage: CardPage) => finish(cardPage, readCres);
