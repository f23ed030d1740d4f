import { checkUse } from '../gateway/check-use.ts';
import { fields } from '../options/check.ts';
import { text as aText, trueOrFalse } from '../options/checks.ts';
import type { CallSandbox } from './call-sandbox.ts';
import type { Schemas } from './control-api.ts';

/** The mistakes in the text of a scenario, or its course of events. */
export type ScenarioCheck = Schemas['ScenarioCheck'];

/** The text of a scenario, and whether its file is in the folder of the gateway. */
export type ScenarioFile = Schemas['ScenarioFile'];

/** A scenario file that was saved. */
export type SavedScenario = Schemas['SavedScenario'];

export interface CheckScenarioOptions {
  /** The name that the file would have. */
  readonly name?: string;
  /** Whether the text is JSON; YAML by default. */
  readonly isJson?: boolean;
}

export interface SaveScenarioOptions {
  /** Of the text that it replaces; `new`: there may be no such file yet. Absent: any is replaced. */
  readonly version?: string;
}

const checkOptions = fields<CheckScenarioOptions>()({ name: aText, isJson: trueOrFalse });
const saveOptions = fields<SaveScenarioOptions>()({ version: aText });

export type ScenarioFileCalls = ReturnType<typeof scenarioFileCalls>;

/** `sandbox.scenarioFiles`: the scenarios of the gateway as text. */
export const scenarioFileCalls = (call: CallSandbox) => ({
  /** Reads a text as a scenario file. Nothing is saved. */
  check: async (text: string, options: CheckScenarioOptions = {}): Promise<ScenarioCheck> => {
    checkUse('scenarioFiles.check', checkOptions, options);
    return call('POST /scenarios/check', { body: { text, ...options } });
  },

  /** The text of a scenario: of its file in the folder, right or wrong, or of the one that comes with tillbox. */
  get: (name: string): Promise<ScenarioFile> => call(`GET /scenario-files/${encodeURIComponent(name)}`),

  /** Saves a scenario in the folder of the gateway. Rejects with a `SandboxProblem` if it is wrong, or cannot be written. */
  save: async (name: string, text: string, options: SaveScenarioOptions = {}): Promise<SavedScenario> => {
    checkUse('scenarioFiles.save', saveOptions, options);
    return call(`PUT /scenario-files/${encodeURIComponent(name)}`, { body: { text, ...options } });
  },
});
