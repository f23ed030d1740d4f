import { documentedLogin } from '../../simulator.ts';
import { order, plainCard, type Stage } from './stage.ts';
import type { Story } from './stories.ts';

const monthMs = 30 * 86_400_000;

/** Lets the customer pay on the page and tick the box; the id of the stored card. */
const storeCard = async (
  { client, payer }: Stage,
  clientId: string,
  jsonParams: Readonly<Record<string, string>> = {},
): Promise<string> => {
  const { orderId, formUrl } = await client.register({ ...order, clientId, jsonParams });
  await payer.pay(formUrl, { ...plainCard, saveCard: true });
  const { bindingInfo } = await client.getOrderStatus({ orderId });
  return bindingInfo?.bindingId ?? '';
};

/** A wallet's token, as the phone of the customer would give it. */
const walletToken = async ({ simulator }: Stage, amountMinor: number): Promise<string> => {
  const body = JSON.stringify({ wallet: 'google', amount: amountMinor });
  const answer = await fetch(`${simulator.url}/sandbox/wallet-tokens`, { method: 'POST', body });
  return ((await answer.json()) as { paymentToken: string }).paymentToken;
};

/** Payments with what the customer has left at the shop, or carries in a phone. */
export const cardStories: readonly Story[] = [
  {
    name: 'stored card, charged again',
    ends: [2, 1_500_000, 0],
    hears: 'deposited=1',
    play: async (stage) => {
      const bindingId = await storeCard(stage, 'demo-returning');
      const { orderId } = await stage.client.register({ ...order, clientId: 'demo-returning' });
      await stage.client.bindings.payOrder({ orderId, bindingId, tii: 'U' });
      return orderId;
    },
  },
  {
    name: 'subscription, next month',
    ends: [2, 99_000, 0],
    hears: 'deposited=1',
    play: async (stage) => {
      const terms = { recurringFrequency: '28', recurringExpiry: '20331231' };
      const bindingId = await storeCard(stage, 'demo-subscriber', terms);
      await stage.simulator.clock.advance(monthMs);
      const charge = { orderNumber: 'demo-subscription', bindingId, amountMinor: 99_000 };
      return (await stage.client.bindings.payRecurrent(charge)).orderId;
    },
  },
  {
    name: 'second instalment',
    ends: [2, 500_000, 0],
    hears: 'deposited=1',
    play: async (stage) => {
      const bindingId = await storeCard(stage, 'demo-instalments', { installments: '3' });
      await stage.simulator.clock.advance(monthMs);
      const charge = { orderNumber: 'demo-instalment', bindingId, amountMinor: 500_000 };
      return (await stage.client.bindings.payInstallment(charge)).orderId;
    },
  },
  {
    name: 'pay with Google Pay',
    ends: [2, 1_500_000, 0],
    hears: 'deposited=1',
    play: async (stage) => {
      const { amountMinor, returnUrl } = order;
      const paymentToken = await walletToken(stage, amountMinor);
      const merchant = documentedLogin.login;
      const asked = { merchant, orderNumber: 'demo-google-pay', paymentToken, amountMinor, returnUrl };
      return (await stage.client.wallets.googlePay(asked)).orderId;
    },
  },
];
