import type { ExecutionContext } from 'ava';
import { GatewayClient } from '../../client/index.ts';
import { merchantReceiver } from './merchant-receiver.ts';
import { challengeCard, pay } from './pay.ts';
import { simulatorFor } from './simulator.ts';

const credentials = { login: 'test_user', password: 'test_user_password' };
const token = 'shared secret';

/** A shop with its client, its receiver of callbacks, and a customer who lets it keep a card with a first payment. */
export const subscriptionShop = async (t: ExecutionContext) => {
  const receiver = await merchantReceiver(t, { kind: 'hmac', token });
  const callbacks = { url: receiver.url, token };
  const simulator = await simulatorFor(t, { merchants: [{ ...credentials, callbacks }] });
  const { login: userName, password } = credentials;
  const client = new GatewayClient({ baseUrl: simulator.restUrl, userName, password, language: 'en' });

  /** The first payment, with 3-D Secure; the id of the card that it leaves. */
  const subscribe = async (jsonParams: Readonly<Record<string, string>>, amountMinor = 100): Promise<string> => {
    const order = { amountMinor, returnUrl: 'https://shop.example/welcome', clientId: 'aida', jsonParams };
    const { orderId, formUrl } = await client.register(order);
    await pay(formUrl, { card: challengeCard, saveCard: true });
    const { orderStatus, bindingInfo } = await client.getOrderStatus({ orderId });
    t.is(orderStatus, 2);
    return bindingInfo?.bindingId ?? '';
  };

  /** What the shop has heard so far of orders with this number, as `deposited=1`. */
  const heardOf = (orderNumber: string | undefined): readonly string[] =>
    receiver.heard
      .filter(({ values, fault }) => values['orderNumber'] === orderNumber && fault === undefined)
      .map(({ values }) => `${values['operation']}=${values['status']}`);

  return { simulator, client, subscribe, heardOf };
};
