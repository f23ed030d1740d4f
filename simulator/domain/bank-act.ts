import type { RefusalReason } from './refused.ts';

/** What a bank does with an order by itself, without a call of the shop. */
export const bankActs = ['expire', 'capture', 'reverse', 'refund', 'chargeback'] as const;

export type BankAct = (typeof bankActs)[number];

/** What a planned act counts its time from: the order is registered, its payer comes to the issuer's page, its money is held or taken. */
export const actMoments = ['registered', 'at-acs', 'paid'] as const;

export type ActMoment = (typeof actMoments)[number];

/** Something that the bank is going to do with an order, or has done, because a scenario says so. */
export interface PlannedAct {
  readonly scenario: string;
  /** Which entry of that scenario's `later` it is, from 0. */
  readonly step: number;
  readonly act: BankAct;
  /** Of capture, reverse and refund; all of it by default. */
  readonly amountMinor?: number;
  readonly since: ActMoment;
  readonly afterMs: number;
  /** When it happens; absent as long as the moment that it counts from has not come. */
  readonly dueMs?: number;
  /** It has had its time: it is done, or was refused. */
  readonly isOver?: true;
  /** Why nothing was done: the order's state did not allow it. */
  readonly refusedWith?: RefusalReason;
}
