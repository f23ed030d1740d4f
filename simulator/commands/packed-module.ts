import { loadScenarios } from '../scenario-engine/definition/load-scenarios.ts';
import { packScenarios } from '../scenario-engine/definition/pack-scenarios.ts';

/** The text of the module that takes the place of `packed-scenarios.ts` in dist/. @throws ScenarioError if a file is wrong. */
export const packedModule = async (folder: string): Promise<string> =>
  `export const packedScenarios = ${JSON.stringify(packScenarios(await loadScenarios(folder)))};\n`;
