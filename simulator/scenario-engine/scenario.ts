import type { AttemptPlan } from '../domain/attempt-plan.ts';

/** What one attempt meets, as data and as a sentence with the bank as its subject. */
export interface PlannedAttempt {
  readonly plan: AttemptPlan;
  readonly sentence: string;
}

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

/** How an order is expected to end; only what is given is compared. */
export interface Expectation {
  readonly orderStatus?: number | undefined;
  readonly actionCode?: number | undefined;
  /** Where the payer is left: at the shop, on the payment page, or on the issuer's page. */
  readonly payer?: 'shop' | 'page' | 'acs' | undefined;
}

/** What the payer of a demonstration does. */
export interface PayerScript {
  readonly tries: number;
  readonly atAcs: 'answer' | 'cancel' | 'leave';
  /** What is typed on the issuer's page, where it is not the right code. */
  readonly otp?: string;
  /** Whether the page is closed before any card is sent. */
  readonly leavesPage: boolean;
}

/** A scenario: what the bank does on each attempt. Plain data, so that it can be kept, shown and sent. */
export interface Scenario {
  readonly name: string;
  readonly about: string;
  readonly file?: string;
  /** Absent: the scenario is used by name only. */
  readonly when?: When;
  /** Never empty; the last one holds for all later attempts. */
  readonly attempts: readonly [PlannedAttempt, ...PlannedAttempt[]];
  readonly expect: Expectation;
  readonly payer: PayerScript;
  /** The body as it was written. */
  readonly source: unknown;
}

/** A scenario that cannot be used. Each line of the message begins with the file, or the name, and the path of a field. */
export class ScenarioError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ScenarioError';
  }
}

/** What a scenario does on an attempt; attempts count from 1. */
export const planForAttempt = (scenario: Scenario, attemptNumber: number): PlannedAttempt =>
  scenario.attempts[attemptNumber - 1] ?? scenario.attempts.at(-1) ?? scenario.attempts[0];
