import type { AttemptPlan } from '../domain/attempt-plan.ts';
import type { ActMoment, BankAct } from '../domain/bank-act.ts';
import type { CallbackOperation } from '../domain/callback.ts';
import type { CallbackFaultSettings } from '../domain/callback-fault.ts';
import type { Fault } from '../domain/fault.ts';
import type { Rehearsal } from './definition/rehearsal.ts';

/** What one attempt meets, as data and as a sentence with the bank as its subject. */
export interface PlannedAttempt {
  readonly plan: AttemptPlan;
  readonly sentence: string;
}

/** What goes wrong with an endpoint, or with the page or the issuer's page. */
export interface GatewayStep {
  /** The endpoint's name on the wire without `.do`, or `page`, or `acs`. */
  readonly on: string;
  /** How often; for ever where it is absent. */
  readonly times?: number;
  readonly fault: Fault;
  readonly sentence: string;
}

/** What goes wrong with the callbacks of an operation. */
export interface CallbackStep {
  readonly on: CallbackOperation | 'any';
  /** How often for one order, or for one stored card where there is no order; for ever where it is absent. */
  readonly times?: number;
  readonly settings: Partial<CallbackFaultSettings>;
  readonly sentence: string;
}

/** What the bank does by itself. */
export interface LaterStep {
  readonly act: BankAct;
  /** All of it where it is absent. */
  readonly amountMinor?: number;
  readonly since: ActMoment;
  readonly afterMs: number;
  readonly sentence: string;
}

/** What a scenario may speak about; each is decided by the first scenario that holds and speaks about it. */
export const scenarioParts = ['attempts', 'gateway', 'callbacks', 'later'] as const;

export type ScenarioPart = (typeof scenarioParts)[number];

/** Both ends belong to the range; a missing end is open. */
export interface Range {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** Conditions of a scenario; all that are given must hold. Patterns are the sources of regular expressions. */
export interface When {
  readonly amount?: number | Range | undefined;
  readonly card?: string | undefined;
  readonly orderNumber?: string | undefined;
  readonly merchant?: string | undefined;
  readonly clientId?: string | undefined;
  readonly email?: string | undefined;
  readonly description?: string | undefined;
  readonly currency?: string | undefined;
  readonly language?: string | undefined;
  readonly attempt?: number | Range | undefined;
}

/** A scenario: what the bank, the gateway and the way between them do. Plain data, so that it can be kept, shown and sent. */
export interface Scenario extends Rehearsal {
  readonly name: string;
  readonly about: string;
  /** What a shop should do about it. */
  readonly shop?: string;
  readonly file?: string;
  /** Absent: the scenario is used by name only. */
  readonly when?: When;
  /** The last one holds for all later attempts; with none, whoever comes next decides. */
  readonly attempts: readonly PlannedAttempt[];
  readonly gateway: readonly GatewayStep[];
  readonly callbacks: readonly CallbackStep[];
  readonly later: readonly LaterStep[];
  /** The body as it was written. */
  readonly source: unknown;
}

/** What a scenario does on an attempt; attempts count from 1. Undefined where it says nothing of attempts. */
export const planForAttempt = ({ attempts }: Scenario, attemptNumber: number): PlannedAttempt | undefined =>
  attempts[attemptNumber - 1] ?? attempts.at(-1);
