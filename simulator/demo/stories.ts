import type { OrderStatusAnswer } from '../../client/index.ts';
import { plainCard, type Stage } from './stage.ts';

/** What a shop does around a payment, and what has to come of it. */
export interface Story {
  readonly name: string;
  /** `orderStatus` and what is captured and refunded in the end, in minor units. */
  readonly ends: readonly [orderStatus: number, depositedMinor: number, refundedMinor: number];
  /** Plays it; the id of the order that it ends with. */
  readonly play: (stage: Stage) => Promise<string>;
}

const order = { amountMinor: 1_500_000, returnUrl: 'https://shop.example/return' } as const;

const payHeld = async ({ client, payer }: Stage): Promise<string> => {
  const { orderId, formUrl } = await client.registerPreAuth(order);
  await payer.pay(formUrl, plainCard);
  return orderId;
};

export const stories: readonly Story[] = [
  {
    name: 'hold, capture a part, refund a part of it',
    ends: [4, 600_000, 400_000],
    play: async (stage) => {
      const orderId = await payHeld(stage);
      await stage.client.deposit({ orderId, amountMinor: 1_000_000 });
      await stage.client.refund({ orderId, amountMinor: 400_000, externalRefundId: 'demo-refund' });
      return orderId;
    },
  },
  {
    name: 'hold and give free',
    ends: [3, 0, 0],
    play: async (stage) => {
      const orderId = await payHeld(stage);
      await stage.client.reverse({ orderId });
      return orderId;
    },
  },
  {
    name: 'pay and refund everything',
    ends: [4, 0, 1_500_000],
    play: async ({ client, payer }) => {
      const { orderId, formUrl } = await client.register(order);
      await payer.pay(formUrl, plainCard);
      await client.refund({ orderId });
      return orderId;
    },
  },
];

export interface StoryRun {
  readonly name: string;
  readonly callbacks: readonly string[];
  readonly seen: Story['ends'];
  readonly isAsExpected: boolean;
}

/** Plays a story and looks how it ended. */
export const playStory = async (stage: Stage, { name, ends, play }: Story): Promise<StoryRun> => {
  const orderId = await play(stage);
  const callbacks = await stage.callbacksOf(orderId);
  const seen = endOf(await stage.client.getOrderStatus({ orderId }));
  return { name, callbacks, seen, isAsExpected: seen.every((value, index) => value === ends[index]) };
};

const endOf = ({ orderStatus, paymentAmountInfo }: OrderStatusAnswer): Story['ends'] => [
  orderStatus,
  paymentAmountInfo?.depositedAmount ?? 0,
  paymentAmountInfo?.refundedAmount ?? 0,
];

/** The stories as rows for the terminal. */
export const storyRows = (runs: readonly StoryRun[]): readonly (readonly string[])[] => [
  ['story', 'orderStatus', 'captured', 'refunded', 'callbacks', ''],
  ...runs.map(({ name, seen, callbacks, isAsExpected }) => [
    name,
    ...seen.map(String),
    callbacks.join(' '),
    isAsExpected ? '' : 'NOT AS EXPECTED',
  ]),
];
