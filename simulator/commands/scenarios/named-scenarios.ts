import { scenarioSource } from '../../scenario-engine/definition/scenario-source.ts';
import type { Scenario } from '../../scenario-engine/scenario.ts';
import { scenariosFor } from '../read-config.ts';

/** Every scenario that a gateway with this folder knows by its name. @throws ScenarioError if a file is wrong. */
export const namedScenarios = (folder?: string): Promise<readonly Scenario[]> =>
  scenarioSource(scenariosFor(folder)).allScenarios();
