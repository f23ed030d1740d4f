import type { Scenario } from '../scenario.ts';
import { type KnownScenarios, knownOf, type OwnScenarios } from './known-scenarios.ts';
import type { Reading } from './load-scenarios.ts';
import { openScenarioFiles } from './scenario-files.ts';
import type { Watching } from './watch-folder.ts';

export interface Reader {
  /** Absent: the folder is read once. */
  readonly watching?: Watching | undefined;
  /** `knownScenarios` returns none, instead of undefined, until the folder has been read. */
  readonly isLate?: boolean;
}

/**
 * The scenarios of a folder. With `watching` a change of the folder applies from the next payment on; if a file is wrong,
 * the last good scenarios stay in use.
 */
export const folderSource = (source: string, { watching, isLate = false }: Reader): OwnScenarios => {
  const notYet = isLate ? knownOf([]) : undefined;
  let known: KnownScenarios | undefined;
  let loading: Promise<readonly Scenario[]> | undefined;
  let mistakes: readonly string[] = [];
  let ignored: readonly string[] = [];
  let stopWatching: (() => void) | undefined;
  let isStopped = false;

  const withoutFolder = (line: string): string => line.replaceAll(`${source}/`, '');

  const accept = ({ scenarios, ignored: unread }: Reading): readonly Scenario[] => {
    known = knownOf(scenarios);
    mistakes = [];
    ignored = unread.map(withoutFolder);
    loading = Promise.resolve(scenarios);
    return scenarios;
  };

  const reject = (found: readonly string[]): void => {
    mistakes = found.map(withoutFolder);
  };

  const load = async (): Promise<readonly Scenario[]> => {
    try {
      const { readScenarios } = await openScenarioFiles();
      return accept(await readScenarios(source));
    } catch (error) {
      reject(String((error as Error).message).split('\n'));
      throw error;
    }
  };

  const loadAndWatch = async ({ after, log }: Watching): Promise<readonly Scenario[]> => {
    const { checkScenarios, stampOf, watchFolder } = await openScenarioFiles();
    const stamp = await stampOf(source);
    try {
      return await load();
    } finally {
      if (ignored.length > 0) log.warn({ folder: source, ignored }, 'a part of the scenario folder is not read');
      const applyChange = changeApplier({ folder: source, accept, reject, log, areGood: known !== undefined });
      // A bug in the reader must not stop the gateway.
      const read = () =>
        checkScenarios(source).catch(({ stack }: Error) => ({ scenarios: [], mistakes: [String(stack)], ignored: [] }));
      if (!isStopped) stopWatching = watchFolder(source, { stamp, after, read, apply: applyChange });
    }
  };

  return {
    scenarios: () => {
      loading ??= watching ? loadAndWatch(watching) : load();
      return loading;
    },
    knownScenarios: () => known ?? notYet,
    scenarioFiles: () => ({ areRead: known !== undefined, mistakes, ignored, folder: source }),
    readScenariosAgain: async () => {
      const { checkScenarios } = await openScenarioFiles();
      const reading = await checkScenarios(source);
      if (reading.mistakes.length === 0) accept(reading);
      else reject(reading.mistakes);
    },
    stop: () => {
      isStopped = true;
      stopWatching?.();
    },
  };
};

interface ChangeApplier extends Pick<Watching, 'log'> {
  readonly folder: string;
  readonly accept: (reading: Reading) => void;
  readonly reject: (mistakes: readonly string[]) => void;
  /** Whether the files were good when they were first read. */
  readonly areGood: boolean;
}

/** Accepts good files, and logs mistakes and their correction. */
const changeApplier = ({ folder, accept, reject, log, areGood }: ChangeApplier): ((reading: Reading) => void) => {
  let wereGood = areGood;
  return (reading) => {
    const { scenarios, mistakes, ignored } = reading;
    const isGood = mistakes.length === 0;
    if (isGood) accept(reading);
    else reject(mistakes);
    const facts = {
      folder,
      ...(isGood ? { scenarios: scenarios.length } : { mistakes }),
      ...(ignored.length > 0 && { ignored }),
    };
    if (!isGood) log.error(facts, 'scenario files are wrong, so the last good ones stay');
    else if (wereGood) log.info(facts, 'scenario files were read again');
    else log.warn(facts, 'scenario files are right again');
    wereGood = isGood;
  };
};
