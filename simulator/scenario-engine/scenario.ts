import type { CallbackOperation } from '../domain/callback.ts';
import type { CallbackFaultSettings } from '../domain/faults/callback-fault.ts';
import type { Fault } from '../domain/faults/fault.ts';
import type { AttemptPlan } from '../domain/orders/attempt-plan.ts';
import type { PlannedAct } from '../domain/orders/bank-act.ts';
import type { Rehearsal } from './definition/rehearsal.ts';
import type { When } from './definition/when.ts';

/** The plan of an attempt, and a sentence about it with the bank as its subject. */
export interface PlannedAttempt {
  readonly plan: AttemptPlan;
  readonly sentence: string;
}

export interface GatewayStep {
  /** The endpoint's name on the wire without `.do`, or `page`, or `acs`. */
  readonly on: string;
  /** Absent: always. */
  readonly times?: number;
  readonly fault: Fault;
  readonly sentence: string;
}

export interface CallbackStep {
  readonly on: CallbackOperation | 'any';
  /** For each order, or stored card without an order. Absent: always. */
  readonly times?: number;
  readonly settings: Partial<CallbackFaultSettings>;
  readonly sentence: string;
}

/** An act of the bank by itself. */
export interface LaterStep extends Pick<PlannedAct, 'act' | 'amountMinor' | 'since' | 'afterMs'> {
  readonly sentence: string;
}

/** The parts of a scenario; each is decided by the first scenario that holds and has it. */
export const scenarioParts = ['attempts', 'gateway', 'callbacks', 'later'] as const;

export type ScenarioPart = (typeof scenarioParts)[number];

/** What the bank does, and what goes wrong with calls and callbacks. Plain data, so that it can be stored, shown and sent. */
export interface Scenario extends Rehearsal {
  readonly name: string;
  readonly about: string;
  /** Advice for a shop. */
  readonly shop?: string;
  readonly file?: string;
  /** Absent: the scenario is used by name only. */
  readonly when?: When;
  /** The last one applies to all later attempts; without any, the next decider decides. */
  readonly attempts: readonly PlannedAttempt[];
  readonly gateway: readonly GatewayStep[];
  readonly callbacks: readonly CallbackStep[];
  readonly later: readonly LaterStep[];
  /** The body as it was written. */
  readonly source: unknown;
}

/** The plan of an attempt, counted from 1; undefined if the scenario has no attempts. */
export const planForAttempt = ({ attempts }: Scenario, attemptNumber: number): PlannedAttempt | undefined =>
  attempts[attemptNumber - 1] ?? attempts.at(-1);
