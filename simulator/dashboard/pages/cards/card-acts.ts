import { Payer } from '../../../../client/index.ts';
import type { MerchantContext } from '../../../context.ts';
import { testCardByPan } from '../../../data/test-cards.ts';
import type { Order } from '../../../domain/orders/order.ts';
import { findOrder } from '../../../inspection/orders/find-order.ts';
import { listOrders } from '../../../inspection/orders/orders.ts';
import { readCodeRange } from '../../../issuer/code-range.ts';
import { cardPageAddress } from '../../../wire/card-page-address.ts';
import type { Done, Form, Visit } from '../../page.ts';
import { printedExpiry } from './code-rows.ts';

/** The newest order that nobody has paid yet. */
export const openOrder = async (context: MerchantContext): Promise<Order | undefined> => {
  const [newest] = (await listOrders(context, { status: 'created', limit: 1 })).orders;
  return newest && (await findOrder(context, newest.orderId));
};

/** Any later date and any code will do for a number that was built. */
const builtCard = { expiry: '12/34', cvc: '123' };

/** What the page of cards does: the built-in customer pays with one of them. */
export const cardActs: Readonly<Record<string, (visit: Visit, form: Form) => Promise<Done>>> = {
  pay: async ({ context, say, link }, { pan = '' }) => {
    const published = testCardByPan(pan);
    const bad = (text: string): Done => ({ notice: { kind: 'bad', text } });
    if (!published && !readCodeRange(pan)) return bad(say('Only test cards and built numbers can pay here.'));
    const order = await openOrder(context);
    if (!order) return bad(say('There is no open order to pay.'));
    const typed = published ? { expiry: printedExpiry(published), cvc: published.cvc } : builtCard;
    await new Payer().pay(context.options.ownUrl() + cardPageAddress(context.bank, order), {
      card: { pan, ...typed },
    });
    return {
      to: link(`/orders/${order.id}`),
      notice: { kind: 'good', text: say('The built-in customer has typed this card.') },
    };
  },
};
