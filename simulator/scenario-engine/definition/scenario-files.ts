import type { Scenario } from '../scenario.ts';

/** Loads the reader of scenario files, and with it Zod and yaml, on first use, so that the start stays fast. */
export const openScenarioFiles = () => import('./behind-the-door.ts');

/** Reads every scenario of a folder, sorted by name. @throws ScenarioError */
export const loadScenarios = async (folder: string): Promise<readonly Scenario[]> =>
  (await openScenarioFiles()).loadScenarios(folder);

/** Reads a scenario that is written as in a file. @throws ScenarioError with a line for each mistake. */
export const parseScenario = async (name: string, body: unknown): Promise<Scenario> =>
  (await openScenarioFiles()).parseScenario(name, body);
