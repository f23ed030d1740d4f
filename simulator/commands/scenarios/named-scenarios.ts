import { scenariosFolder } from '../../scenario-engine/definition/bundled-scenarios.ts';
import { scenarioSource } from '../../scenario-engine/definition/scenario-source.ts';
import type { Scenario } from '../../scenario-engine/scenario.ts';

/** Every scenario that a gateway with this folder knows by its name. @throws ScenarioError if a file is wrong. */
export const namedScenarios = (folder = scenariosFolder('./scenarios')): Promise<readonly Scenario[]> =>
  scenarioSource(folder).allScenarios();
