import { phoneToken } from '../../provider-states/stories/phone-token.ts';
import { rehearsedOrder as order, plainPan } from '../../scenario-engine/definition/rehearsed-order.ts';
import { documentedLogin } from '../../simulator.ts';
import { plainCard, type Stage, type Story } from './stage.ts';

const monthMs = 30 * 86_400_000;

/** Pays on the card page and stores the card. Resolves with the id of the stored card. */
const storeCard = async (
  { client, payer }: Stage,
  clientId: string,
  jsonParams: Readonly<Record<string, string>> = {},
): Promise<string> => {
  const { orderId, formUrl } = await client.register({ ...order, clientId, jsonParams });
  await payer.pay(formUrl, { ...plainCard, savesCard: true });
  const { bindingInfo } = await client.getOrderStatus({ orderId });
  return bindingInfo?.bindingId ?? '';
};

/** Payments with a stored card or by phone. */
export const cardStories: readonly Story[] = [
  {
    name: 'stored card, charged again',
    ends: [2, 1_500_000, 0],
    callbacks: 'deposited=1',
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
    callbacks: 'deposited=1',
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
    callbacks: 'deposited=1',
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
    callbacks: 'deposited=1',
    play: async (stage) => {
      const { amountMinor, returnUrl } = order;
      const paymentToken = await phoneToken(stage.client, {
        wallet: 'google',
        amountMinor,
        currency: '398',
        card: { pan: plainPan },
        nowMs: stage.simulator.clock.now(),
      });
      const merchant = documentedLogin.login;
      const asked = { merchant, orderNumber: 'demo-google-pay', paymentToken, amountMinor, returnUrl };
      return (await stage.client.wallets.googlePay(asked)).orderId;
    },
  },
];
