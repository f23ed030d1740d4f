import { type FSWatcher, unwatchFile, watch, watchFile } from 'node:fs';
import { stat } from 'node:fs/promises';
import { ignoredIn, type Reading, scenarioFiles } from './load-scenarios.ts';

/** The time without a change before a folder is read, in milliseconds of the machine. */
const quietMs = 50;

/**
 * The time between two looks at each file, for folders without events: network drives, folders mounted into a container.
 * Node compares the files outside of JavaScript, so that nothing is left for the garbage collector while they stay.
 */
const pollMs = 2_000;

/** The time and the log for watching a folder. */
export interface Watching {
  /** Runs an action after this time of the machine, without keeping the process alive. */
  readonly after: (delayMs: number, action: () => void) => () => void;
  readonly log: Readonly<Record<'error' | 'warn' | 'info', (facts: object, message: string) => void>>;
}

/** Calls `changed` at each change of a folder, and `lost` when it ends; undefined if the system cannot. */
type Listen = (folder: string, changed: () => void, lost: () => void) => Pick<FSWatcher, 'close'> | undefined;

interface Watch extends Pick<Watching, 'after'> {
  /** The stamp of the folder when it was last read. */
  readonly stamp: string;
  readonly read: () => Promise<Reading>;
  readonly apply: (reading: Reading) => void;
  readonly listen?: Listen;
  /** The time between two looks at each file, in milliseconds of the machine. */
  readonly pollEveryMs?: number;
}

/** Reads a folder again after each change of its files. Returns a function that ends this. */
export const watchFolder = (
  folder: string,
  { stamp, after, read, apply, listen = listenTo, pollEveryMs = pollMs }: Watch,
): (() => void) => {
  let seen = stamp;
  let isStopped = false;
  let isChecking = false;
  let isChanged = false;
  let isPolling = false;
  /** A change before the first look of the polling is found by one more check. */
  let owesCheck = false;
  let watcher: ReturnType<Listen>;
  let stopPolling = (): void => {};
  let cancel = (): void => {};

  const checkIn = (delayMs: number): void => {
    cancel();
    if (!isStopped) cancel = after(delayMs, () => void check());
  };

  const changed = (): void => {
    isChanged = true;
    if (!isChecking) checkIn(quietMs);
  };

  const closeWatcher = (): void => {
    watcher?.close();
    watcher = undefined;
  };

  const poll = async (): Promise<void> => {
    const paths = await pathsIn(folder);
    stopPolling();
    if (isStopped) return;
    stopPolling = pollFiles([folder, ...paths], pollEveryMs, changed);
    isPolling = true;
    owesCheck = true;
  };

  const check = async (): Promise<void> => {
    isChecking = true;
    isChanged = false;
    watcher ??= listen(folder, changed, closeWatcher);
    const now = await stampOf(folder);
    const isNews = now !== seen;
    if (isNews) {
      const reading = await read();
      // A change while it was read may have been half-written: it is read once more.
      if ((await stampOf(folder)) !== now) isChanged = true;
      else if (!isStopped) {
        seen = now;
        apply(reading);
      }
    }
    // A folder that comes back needs a new watcher.
    if (now === noFolder) closeWatcher();
    if (isNews || !isPolling) await poll();
    isChecking = false;
    if (isChanged) checkIn(quietMs);
    else if (owesCheck) {
      owesCheck = false;
      checkIn(pollEveryMs);
    }
  };

  void check();
  return () => {
    isStopped = true;
    cancel();
    stopPolling();
    closeWatcher();
  };
};

/** Calls `changed` when one of these files changes, comes or goes. Returns a function that ends this. */
const pollFiles = (paths: readonly string[], everyMs: number, changed: () => void): (() => void) => {
  for (const path of paths) watchFile(path, { interval: everyMs, persistent: false }, changed);
  return () => {
    for (const path of paths) unwatchFile(path, changed);
  };
};

const pathsIn = (folder: string): Promise<readonly string[]> => scenarioFiles(folder).catch(() => []);

/** Watches a folder, if the system can. */
const listenTo: Listen = (folder, changed, lost) => {
  try {
    return watch(folder, { persistent: false }, changed).on('error', lost);
  } catch {
    return undefined;
  }
};

const noFolder = 'no folder';

/** A text that changes with the files of a folder, also if the folder does not exist. */
export const stampOf = async (folder: string): Promise<string> => {
  const paths = await scenarioFiles(folder).catch(() => undefined);
  if (!paths) return noFolder;
  const stamps = await Promise.all(
    paths.map(async (path) => {
      const facts = await stat(path).catch(() => undefined);
      return `${path} ${facts?.ino} ${facts?.size} ${facts?.mtimeMs} ${facts?.ctimeMs}`;
    }),
  );
  return [...stamps.toSorted(), ...(await ignoredIn(folder))].join('\n');
};
