import type { Stage } from './stage.ts';

/** What a shop does around a payment, and the result of it. */
export interface Story {
  readonly name: string;
  /** `orderStatus` and what is captured and refunded in the end, in minor units. */
  readonly ends: readonly [orderStatus: number, depositedMinor: number, refundedMinor: number];
  /** The callbacks of that order, as the table has them. */
  readonly callbacks: string;
  /** Plays it; resolves with the id of the order that it ends with. */
  readonly play: (stage: Stage) => Promise<string>;
}
