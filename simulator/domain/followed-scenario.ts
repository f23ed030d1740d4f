import type { ScenarioName } from './scenario-name.ts';

/** A scenario: its name, or the whole of it, as in a scenario file. */
export interface FollowedScenario {
  readonly scenario?: ScenarioName;
  readonly ownScenario?: unknown;
}

/** The scenario of a merchant's next orders. `id`: the store counts the orders under it. */
export interface NextOrders extends FollowedScenario {
  readonly id: number;
  readonly orders: number;
}
