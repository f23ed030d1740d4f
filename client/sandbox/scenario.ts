import type { Schemas } from './control-api.ts';

/** An order that is not registered yet, and an attempt to pay it. All fields have defaults. */
export type OrderToExplain = Schemas['OrderToExplain'];

/** The scenario that an order would meet, with the reasons. */
export type ScenarioExplanation = Schemas['ScenarioExplanation'];

/** For which orders a scenario is set. */
export interface SetScenarioOptions {
  /** Only so many orders follow it that are registered from now on; then what was before stands again. */
  readonly orders?: number;
}
