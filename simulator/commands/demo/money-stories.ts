import { afterExpiryMs, order, plainCard, type Stage } from './stage.ts';
import type { Story } from './stories.ts';

const payHeld = async ({ client, payer }: Stage): Promise<string> => {
  const { orderId, formUrl } = await client.registerPreAuth(order);
  await payer.pay(formUrl, plainCard);
  return orderId;
};

const payAtOnce = async ({ client, payer }: Stage): Promise<string> => {
  const { orderId, formUrl } = await client.register(order);
  await payer.pay(formUrl, plainCard);
  return orderId;
};

/** What a shop does with money that is held or captured, and with orders that nobody pays. */
export const moneyStories: readonly Story[] = [
  {
    name: 'capture and refund a part',
    ends: [4, 600_000, 400_000],
    hears: 'approved=1 deposited=1 refunded=1',
    play: async (stage) => {
      const orderId = await payHeld(stage);
      await stage.client.deposit({ orderId, amountMinor: 1_000_000 });
      await stage.client.refund({ orderId, amountMinor: 400_000, externalRefundId: 'demo-refund' });
      return orderId;
    },
  },
  {
    name: 'capture in three parts',
    ends: [2, 1_500_000, 0],
    hears: 'approved=1 deposited=1 x3',
    play: async (stage) => {
      const orderId = await payHeld(stage);
      await stage.client.deposit({ orderId, amountMinor: 400_000, step: 'intermediate' });
      await stage.client.deposit({ orderId, amountMinor: 600_000, step: 'intermediate' });
      await stage.client.deposit({ orderId, amountMinor: 500_000, step: 'final' });
      return orderId;
    },
  },
  {
    name: 'hold and give free',
    ends: [3, 0, 0],
    hears: 'approved=1 reversed=1',
    play: async (stage) => {
      const orderId = await payHeld(stage);
      await stage.client.reverse({ orderId });
      return orderId;
    },
  },
  {
    name: 'pay and refund everything',
    ends: [4, 0, 1_500_000],
    hears: 'deposited=1 refunded=1',
    play: async (stage) => {
      const orderId = await payAtOnce(stage);
      await stage.client.refund({ orderId });
      return orderId;
    },
  },
  {
    name: 'refund in parts to zero',
    ends: [4, 0, 1_500_000],
    hears: 'deposited=1 refunded=1 x3',
    play: async (stage) => {
      const orderId = await payAtOnce(stage);
      for (const amountMinor of [400_000, 600_000, 500_000]) await stage.client.refund({ orderId, amountMinor });
      return orderId;
    },
  },
  {
    name: 'declined by the shop',
    ends: [6, 0, 0],
    hears: '',
    play: async ({ client }) => {
      const { orderId } = await client.register(order);
      await client.decline({ orderId });
      return orderId;
    },
  },
  {
    name: 'nobody pays in time',
    ends: [6, 0, 0],
    hears: 'declinedByTimeout=0',
    play: async ({ client, simulator }) => {
      const { orderId } = await client.register(order);
      await simulator.clock.advance(afterExpiryMs);
      return orderId;
    },
  },
];
