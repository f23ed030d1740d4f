import type { RefusalReason } from '../errors/refused.ts';

/** Acts of a bank without a call of the shop. */
export const bankActs = ['expire', 'capture', 'reverse', 'refund', 'chargeback'] as const;

export type BankAct = (typeof bankActs)[number];

/** Moments from which a planned act counts its time: the order is registered, the payer reaches the issuer's page, the money is held or taken. */
export const actMoments = ['registered', 'at-acs', 'paid'] as const;

export type ActMoment = (typeof actMoments)[number];

/** An act of the bank on an order that a scenario asks for, due or done. */
export interface PlannedAct {
  readonly scenario: string;
  /** Its index in the scenario's `later`. */
  readonly step: number;
  readonly act: BankAct;
  /** Of capture, reverse and refund; by default everything. */
  readonly amountMinor?: number;
  readonly since: ActMoment;
  readonly afterMs: number;
  /** Absent until the moment `since` has come. */
  readonly dueMs?: number;
  /** It was done or refused, or can never come. */
  readonly isOver?: true;
  /** Why the order's state did not allow it. */
  readonly refusedWith?: RefusalReason;
}
