import { type Scenario, type ScenarioPart, scenarioParts } from '../scenario.ts';
import type { Reading } from './load-scenarios.ts';
import { openScenarioFiles } from './scenario-files.ts';
import type { Watching } from './watch-folder.ts';

/** Where the scenarios of a simulator come from. */
export interface ScenarioSource {
  /** Reads the files, if nobody has yet. @throws ScenarioError where one of them is wrong. */
  readonly scenarios: () => Promise<readonly Scenario[]>;
  /**
   * The scenarios as they are now, at once; undefined until they have been read, or none where nobody has to wait for
   * that. A change makes a new list.
   */
  readonly knownScenarios: () => KnownScenarios | undefined;
  /** How it stands with the files. */
  readonly scenarioFiles: () => ScenarioFiles;
  /** Watches the files no longer. */
  readonly stop: () => void;
}

/** How it stands with the files of a folder. */
export interface ScenarioFiles {
  /** Whether all of them were good once, so that there are scenarios. */
  readonly areRead: boolean;
  /** What is wrong with them now, a mistake in a line, without the path of the folder; the last good ones hold. */
  readonly mistakes: readonly string[];
}

/** Scenarios that have been read. */
export interface KnownScenarios {
  readonly all: readonly Scenario[];
  /** What some of them speak about without being asked for. */
  readonly heldParts: ReadonlySet<ScenarioPart>;
}

const knownOf = (all: readonly Scenario[]): KnownScenarios => ({
  all,
  heldParts: new Set(scenarioParts.filter((part) => all.some(({ when, ...parts }) => when && parts[part].length > 0))),
});

/** How a folder is read. */
export interface Reader {
  /** Absent: the folder is read once. */
  readonly watching?: Watching | undefined;
  /** Whether there are no scenarios, as far as `knownScenarios` knows, until the folder has been read. */
  readonly isLate?: boolean;
}

/**
 * Scenarios out of a folder, or as they are given. With `watching` a change of the folder counts from the next payment
 * on; where a file is wrong, the last scenarios that were good stay.
 */
export const scenarioSource = (
  source: string | readonly Scenario[],
  { watching, isLate = false }: Reader = {},
): ScenarioSource => {
  if (typeof source !== 'string') {
    const known = knownOf(source);
    const scenarioFiles = () => ({ areRead: true, mistakes: [] });
    return { scenarios: async () => source, knownScenarios: () => known, scenarioFiles, stop: () => {} };
  }
  const notYet = isLate ? knownOf([]) : undefined;
  let known: KnownScenarios | undefined;
  let loading: Promise<readonly Scenario[]> | undefined;
  let mistakes: readonly string[] = [];
  let stopWatching: (() => void) | undefined;
  let isStopped = false;

  const take = (scenarios: readonly Scenario[]): readonly Scenario[] => {
    known = knownOf(scenarios);
    mistakes = [];
    loading = Promise.resolve(scenarios);
    return scenarios;
  };

  const blame = (found: readonly string[]): void => {
    mistakes = found.map((mistake) => mistake.replaceAll(`${source}/`, ''));
  };

  const load = async (): Promise<readonly Scenario[]> => {
    try {
      const { loadScenarios } = await openScenarioFiles();
      return take(await loadScenarios(source));
    } catch (error) {
      blame(String((error as Error).message).split('\n'));
      throw error;
    }
  };

  const loadAndWatch = async ({ after, log }: Watching): Promise<readonly Scenario[]> => {
    const { checkScenarios, stampOf, watchFolder } = await openScenarioFiles();
    const stamp = await stampOf(source);
    try {
      return await load();
    } finally {
      const takeChange = changeTaker({ folder: source, take, blame, log, areGood: known !== undefined });
      // A bug that a file brings to light must not stop the gateway.
      const read = () =>
        checkScenarios(source).catch(({ stack }: Error) => ({ scenarios: [], mistakes: [String(stack)] }));
      if (!isStopped) stopWatching = watchFolder(source, { stamp, after, read, take: takeChange });
    }
  };

  return {
    scenarios: () => {
      loading ??= watching ? loadAndWatch(watching) : load();
      return loading;
    },
    knownScenarios: () => known ?? notYet,
    scenarioFiles: () => ({ areRead: known !== undefined, mistakes }),
    stop: () => {
      isStopped = true;
      stopWatching?.();
    },
  };
};

interface ChangeTaker extends Pick<Watching, 'log'> {
  readonly folder: string;
  readonly take: (scenarios: readonly Scenario[]) => void;
  readonly blame: (mistakes: readonly string[]) => void;
  /** Whether the files were good when they were first read. */
  readonly areGood: boolean;
}

/** Takes over what is good, tells what is wrong, and says when it is right again. */
const changeTaker = ({ folder, take, blame, log, areGood }: ChangeTaker): ((reading: Reading) => void) => {
  let wereGood = areGood;
  return ({ scenarios, mistakes }) => {
    const isGood = mistakes.length === 0;
    if (isGood) take(scenarios);
    else blame(mistakes);
    const facts = { folder, ...(isGood ? { scenarios: scenarios.length } : { mistakes }) };
    if (!isGood) log.error(facts, 'scenario files are wrong, so the last good ones stay');
    else if (wereGood) log.info(facts, 'scenario files were read again');
    else log.warn(facts, 'scenario files are right again');
    wereGood = isGood;
  };
};
