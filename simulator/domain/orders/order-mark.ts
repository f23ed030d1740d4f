/** `closed`: the merchant ended an unpaid order; `expired`: its time ran out. */
export const markKinds = [
  'challenge-started',
  'code-resent',
  'code-wrong',
  'challenge-answered',
  'attempt-failed',
  'captured',
  'expired',
  'closed',
  'charged-back',
] as const;

export type MarkKind = (typeof markKinds)[number];

/** An event of an order whose time no other field keeps, or keeps for the last occurrence only. */
export interface OrderMark {
  readonly atMs: number;
  readonly what: MarkKind;
  readonly attempt?: number;
  readonly amountMinor?: number;
}
