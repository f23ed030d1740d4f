import { Payer, type PayerOptions, type PreAuthOrderRequest } from '../../client/index.ts';
import { cardForActionCode } from '../../simulator/issuer/code-range.ts';
import type { TellingGateway } from './agree-on-callback.ts';
import { example } from './answers.ts';

const order: PreAuthOrderRequest = {
  orderNumber: example.orderNumber,
  amountMinor: example.amount,
  returnUrl: 'https://shop.example/return',
};

const payWith = async ({ client }: TellingGateway, habits: PayerOptions = {}, more: Partial<typeof order> = {}) => {
  const { orderId, formUrl } = await client.register({ ...order, ...more });
  await new Payer().pay(formUrl, habits);
  return orderId;
};

export const pay = (gateway: TellingGateway) => payWith(gateway);

export const hold = async ({ client }: TellingGateway) => {
  const { orderId, formUrl } = await client.registerPreAuth(order);
  await new Payer().pay(formUrl);
  return orderId;
};

export const capture = async (gateway: TellingGateway) => gateway.client.deposit({ orderId: await hold(gateway) });

export const reverse = async (gateway: TellingGateway) => gateway.client.reverse({ orderId: await hold(gateway) });

export const refund = async (gateway: TellingGateway) => gateway.client.refund({ orderId: await pay(gateway) });

/** The customer may try again. */
export const decline = (gateway: TellingGateway) => payWith(gateway, { card: { pan: cardForActionCode(116) } });

/** Nobody pays, and after twenty minutes it is too late. */
export const expire = async ({ client, simulator }: TellingGateway) => {
  await client.register(order);
  await simulator.clock.advance(1_200_000);
};

export const storeCard = (gateway: TellingGateway) => payWith(gateway, { saveCard: true }, { clientId: 'aida' });

export const switchCardOff = async (gateway: TellingGateway) => {
  await storeCard(gateway);
  const [card] = await gateway.client.bindings.list({ clientId: 'aida' });
  await gateway.client.bindings.unbind({ bindingId: card?.bindingId ?? '' });
};
