import { bundledScenarios } from './bundled-scenarios.ts';
import { loadScenarios } from './load-scenarios.ts';
import { packScenarios } from './pack-scenarios.ts';

/** Read from the folder. The build puts ready data in place of this module. */
export const packedScenarios = packScenarios(await loadScenarios(bundledScenarios));
