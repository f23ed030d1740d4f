import type { OrderStatusAnswer } from '../../../client/index.ts';
import { cardStories } from './card-stories.ts';
import { moneyStories } from './money-stories.ts';
import { inOneCell } from './print-table.ts';
import type { Stage, Story } from './stage.ts';

export const stories: readonly Story[] = [...moneyStories, ...cardStories];

export interface StoryRun {
  readonly name: string;
  readonly callbacks: readonly string[];
  readonly seen: Story['ends'];
  readonly isAsExpected: boolean;
}

/** Plays a story and compares its end. */
export const playStory = async (stage: Stage, { name, ends, callbacks: expected, play }: Story): Promise<StoryRun> => {
  const orderId = await play(stage);
  const callbacks = await stage.callbacksOf(orderId);
  const seen = endOf(await stage.client.getOrderStatus({ orderId }));
  const isAsExpected = seen.every((value, index) => value === ends[index]) && inOneCell(callbacks) === expected;
  return { name, callbacks, seen, isAsExpected };
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
    inOneCell(callbacks),
    isAsExpected ? '' : 'NOT AS EXPECTED',
  ]),
];
