/** What a mark can be about. `closed`: somebody ended an unpaid order; `expired`: its time did. */
export const markKinds = [
  'challenge-started',
  'code-wrong',
  'challenge-answered',
  'attempt-failed',
  'captured',
  'expired',
  'closed',
  'charged-back',
] as const;

export type MarkKind = (typeof markKinds)[number];

/** Something that happened to an order, at a time that no other field keeps, or keeps only for the last occurrence. */
export interface OrderMark {
  readonly atMs: number;
  readonly what: MarkKind;
  /** Number of the attempt that it happened in. */
  readonly attempt?: number;
  readonly amountMinor?: number;
}
