import { Payer, type PayerOptions, type PreAuthOrderRequest } from '../../client/index.ts';
import { cardForActionCode } from '../../simulator/issuer/code-range.ts';
import type { CallingGateway } from './agree-on-callback.ts';
import { example } from './answers.ts';

const order: PreAuthOrderRequest = {
  orderNumber: example.orderNumber,
  amountMinor: example.amount,
  returnUrl: 'https://shop.example/return',
};

const payWith = async ({ client }: CallingGateway, habits: PayerOptions = {}, more: Partial<typeof order> = {}) => {
  const { orderId, formUrl } = await client.register({ ...order, ...more });
  await new Payer().pay(formUrl, habits);
  return orderId;
};

export const pay = (gateway: CallingGateway) => payWith(gateway);

export const hold = async ({ client }: CallingGateway) => {
  const { orderId, formUrl } = await client.registerPreAuth(order);
  await new Payer().pay(formUrl);
  return orderId;
};

export const capture = async (gateway: CallingGateway) => gateway.client.deposit({ orderId: await hold(gateway) });

export const reverse = async (gateway: CallingGateway) => gateway.client.reverse({ orderId: await hold(gateway) });

export const refund = async (gateway: CallingGateway) => gateway.client.refund({ orderId: await pay(gateway) });

/** The customer may try again. */
export const decline = (gateway: CallingGateway) => payWith(gateway, { card: { pan: cardForActionCode(116) } });

/** An unpaid order expires after twenty minutes. */
export const expire = async ({ client, simulator }: CallingGateway) => {
  await client.register(order);
  await simulator.clock.advance(1_200_000);
};

export const storeCard = (gateway: CallingGateway) => payWith(gateway, { savesCard: true }, { clientId: 'aida' });

export const switchCardOff = async (gateway: CallingGateway) => {
  await storeCard(gateway);
  const [card] = await gateway.client.bindings.list({ clientId: 'aida' });
  await gateway.client.bindings.unbind({ bindingId: card?.bindingId ?? '' });
};
