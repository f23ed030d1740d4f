import type { ExecutionContext } from 'ava';
import { challengeCard } from '../helpers/payments/pay.ts';
import { shopJourney } from '../helpers/shop/shop-journey.ts';

/** A shop with its client, its receiver of callbacks, and a customer who lets it keep a card with a first payment. */
export const subscriptionShop = async (t: ExecutionContext) => {
  const { simulator, client, order, buy, heardOf } = await shopJourney(t);

  /** The first payment, with 3-D Secure; the id of the card that it leaves. */
  const subscribe = async (jsonParams: Readonly<Record<string, string>>, amountMinor = 100): Promise<string> => {
    const first = order('welcome', amountMinor, { clientId: 'aida', jsonParams });
    const orderId = await buy(first, { card: challengeCard, savesCard: true });
    const { orderStatus, bindingInfo } = await client.getOrderStatus({ orderId });
    t.is(orderStatus, 2);
    return bindingInfo?.bindingId ?? '';
  };

  return { simulator, client, subscribe, heardOf };
};
