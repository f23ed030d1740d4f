import type { OrderStatusAnswer } from '../../../client/index.ts';
import { cardStories } from './card-stories.ts';
import { moneyStories } from './money-stories.ts';
import { inOneCell } from './print-table.ts';
import type { Stage } from './stage.ts';

/** What a shop does around a payment, and what has to come of it. */
export interface Story {
  readonly name: string;
  /** `orderStatus` and what is captured and refunded in the end, in minor units. */
  readonly ends: readonly [orderStatus: number, depositedMinor: number, refundedMinor: number];
  /** What the shop is told of that order, as the table has it. */
  readonly hears: string;
  /** Plays it; the id of the order that it ends with. */
  readonly play: (stage: Stage) => Promise<string>;
}

export const stories: readonly Story[] = [...moneyStories, ...cardStories];

export interface StoryRun {
  readonly name: string;
  readonly callbacks: readonly string[];
  readonly seen: Story['ends'];
  readonly isAsExpected: boolean;
}

/** Plays a story and looks how it ended. */
export const playStory = async (stage: Stage, { name, ends, hears, play }: Story): Promise<StoryRun> => {
  const orderId = await play(stage);
  const callbacks = await stage.callbacksOf(orderId);
  const seen = endOf(await stage.client.getOrderStatus({ orderId }));
  const isAsExpected = seen.every((value, index) => value === ends[index]) && inOneCell(callbacks) === hears;
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
