import { type Scenario, type ScenarioPart, scenarioParts } from '../scenario.ts';

/** The scenarios of the setting. */
export interface KnownScenarios {
  /** Sorted by name. Of the bundled folder: only those with conditions. */
  readonly all: readonly Scenario[];
  /** How many the setting holds, with conditions or without. */
  readonly count: number;
  /** Parts of the scenarios that have conditions. */
  readonly heldParts: ReadonlySet<ScenarioPart>;
}

export const knownOf = (all: readonly Scenario[], count = all.length): KnownScenarios => ({
  all,
  count,
  heldParts: new Set(scenarioParts.filter((part) => all.some(({ when, ...parts }) => when && parts[part].length > 0))),
});

/** The condition of the files in a folder. */
export interface ScenarioFiles {
  /** Whether they were free of mistakes once, so that there are scenarios. */
  readonly areRead: boolean;
  /** The current mistakes, a line each, without the path of the folder; the last good scenarios stay in use. */
  readonly mistakes: readonly string[];
  /** What of the folder is not read, a line each, without its path. */
  readonly ignored: readonly string[];
  /** The folder of the setting; absent if the scenarios were given, or are those of tillbox. */
  readonly folder?: string;
}

/** The scenarios of the setting, wherever they come from. */
export interface OwnScenarios {
  /** Reads them on first use. @throws ScenarioError if a file is wrong. */
  readonly scenarios: () => Promise<readonly Scenario[]>;
  /** The current scenarios, without waiting. Until they are read: undefined, or none if `isLate`. A change makes a new list. */
  readonly knownScenarios: () => KnownScenarios | undefined;
  readonly scenarioFiles: () => ScenarioFiles;
  /** Reads the files now, if they are those of a folder; wrong ones leave the last good scenarios in use. */
  readonly readScenariosAgain: () => Promise<void>;
  readonly stop: () => void;
}
