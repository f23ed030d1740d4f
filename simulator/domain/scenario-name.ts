export type { ScenarioName } from '../../client/options/scenario-name.ts';
