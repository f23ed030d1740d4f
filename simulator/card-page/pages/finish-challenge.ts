import type { MerchantContext } from '../../context.ts';
import { Refused } from '../../domain/errors/refused.ts';
import type { Order } from '../../domain/orders/order.ts';
import type { Page } from '../../http/page/page.ts';
import { redirect } from '../../http/page/redirect.ts';
import { type Parameters, parameter } from '../../http/read/parameters.ts';
import { finishChallenge } from '../../payments/attempt/challenge.ts';
import { currentOrder, findCurrentOrder } from '../../payments/orders/current-order.ts';
import { unpack } from '../../text/pack.ts';
import { plainText } from '../../text/plain-text.ts';
import { cardPageAddress } from '../../wire/card-page-address.ts';
import { addressOf, type CardPage, pageAddress } from './card-page.ts';

/** Reads which challenge the browser returns from. The result that the browser sends is ignored. */
interface Return {
  readonly on: string;
  readonly orderIn: (parameters: Parameters) => string | undefined;
  readonly serverTransIdIn: (parameters: Parameters) => string | undefined;
}

const finish =
  ({ on, orderIn, serverTransIdIn }: Return) =>
  (cardPage: CardPage): Page => ({
    on,
    orderIn,
    show: async (request) => {
      const { found, parameters } = request;
      if (!found) return cardPage.showUnknownOrder(request.context, pageAddress(request));
      const { context } = found;
      const before = await currentOrder(context, found.order);
      const order = await conclude(context, before, serverTransIdIn(parameters));
      // With attempts left, or still at the issuer, the payer is back at the card page.
      if (order.status === 'created' || order.status === 'acs-started')
        return redirect(cardPageAddress(context.bank, order));
      return cardPage.showOrder(request, addressOf(context.bank, order), order);
    },
  });

/** A second return, or one without an answer, changes nothing. */
const conclude = async (context: MerchantContext, before: Order, serverTransId?: string): Promise<Order> => {
  try {
    return await finishChallenge(context, before, serverTransId);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return (await findCurrentOrder(context, before.id)) ?? before;
  }
};

/** finish3ds.do: back from 3-D Secure 1 with `MD` and `PaRes`. */
export const finish3ds = finish({
  on: 'finish3ds',
  orderIn: (parameters) => parameter(parameters, 'MD'),
  serverTransIdIn: () => undefined,
});

const cresField = (parameters: Parameters, name: string): string | undefined => {
  const cres = unpack(parameter(parameters, 'cres'));
  return cres && plainText(cres[name]);
};

/** finish3dsVer2PaymentAnonymous.do: back from 3-D Secure 2 with `cres`. */
export const finish3dsVer2PaymentAnonymous = finish({
  on: 'finish3dsVer2PaymentAnonymous',
  orderIn: (parameters) => cresField(parameters, 'acsTransID'),
  serverTransIdIn: (parameters) => cresField(parameters, 'threeDSServerTransID') ?? '',
});
