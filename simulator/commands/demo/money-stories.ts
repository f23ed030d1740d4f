import { type OrderStory, playOrderStory } from '../../provider-states/stories/order-story.ts';
import { expired, reversed } from '../../provider-states/stories/state-stories.ts';
import { rehearsedOrder as order } from '../../scenario-engine/definition/rehearsed-order.ts';
import { plainCard, type Story } from './stage.ts';

const pays = () => plainCard;

const rows: readonly (OrderStory & Omit<Story, 'play'>)[] = [
  {
    name: 'capture and refund a part',
    ends: [4, 600_000, 400_000],
    callbacks: 'approved=1 deposited=1 refunded=1',
    isPreAuth: true,
    pays,
    shopDoes: async (client, { orderId }) => {
      await client.deposit({ orderId, amountMinor: 1_000_000 });
      await client.refund({ orderId, amountMinor: 400_000, externalRefundId: 'demo-refund' });
    },
  },
  {
    name: 'capture in three parts',
    ends: [2, 1_500_000, 0],
    callbacks: 'approved=1 deposited=1 x3',
    isPreAuth: true,
    pays,
    shopDoes: async (client, { orderId }) => {
      await client.deposit({ orderId, amountMinor: 400_000, step: 'intermediate' });
      await client.deposit({ orderId, amountMinor: 600_000, step: 'intermediate' });
      await client.deposit({ orderId, amountMinor: 500_000, step: 'final' });
    },
  },
  { name: 'hold and release', ends: [3, 0, 0], callbacks: 'approved=1 reversed=1', ...reversed, pays },
  {
    name: 'pay and refund everything',
    ends: [4, 0, 1_500_000],
    callbacks: 'deposited=1 refunded=1',
    pays,
    shopDoes: (client, { orderId }) => client.refund({ orderId }),
  },
  {
    name: 'refund in parts to zero',
    ends: [4, 0, 1_500_000],
    callbacks: 'deposited=1 refunded=1 x3',
    pays,
    shopDoes: async (client, { orderId }) => {
      for (const amountMinor of [400_000, 600_000, 500_000]) await client.refund({ orderId, amountMinor });
    },
  },
  {
    name: 'declined by the shop',
    ends: [6, 0, 0],
    callbacks: '',
    shopDoes: (client, { orderId }) => client.decline({ orderId }),
  },
  { name: 'not paid in time', ends: [6, 0, 0], callbacks: 'declinedByTimeout=0', ...expired },
];

/** Holds, captures, refunds, and orders that are not paid. */
export const moneyStories: readonly Story[] = rows.map(({ name, ends, callbacks, ...story }) => ({
  name,
  ends,
  callbacks,
  play: async ({ client, payer, simulator }) => {
    const cast = { client, payer, advance: (ms: number) => simulator.clock.advance(ms) };
    return (await playOrderStory(cast, story, order)).orderId;
  },
}));
