import type { Schemas } from './control-api.ts';

/** An order that is not registered yet, and an attempt to pay it. All fields have defaults. */
export type OrderToExplain = Schemas['OrderToExplain'];

/** The scenario that an order would meet, with the reasons. */
export type ScenarioExplanation = Schemas['ScenarioExplanation'];
