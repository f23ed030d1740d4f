/** Something that is wrong with the gateway of a merchant. */
export interface MerchantBreak {
  /** Of a break in `simulator/breaks/`, or `eachBreak`. */
  readonly id: string;
  /** The merchant whose break it is, and which has its counts; absent: this one itself. */
  readonly of?: string;
  /** What it has kept of earlier calls. */
  readonly kept?: Readonly<Record<string, string>>;
}

/** Every break is tried on a copy of each call; the shop gets the right answers. */
export const eachBreak = 'each';
