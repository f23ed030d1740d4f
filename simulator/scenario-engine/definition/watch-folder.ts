import { type FSWatcher, watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type Reading, scenarioFiles } from './load-scenarios.ts';

/** The time without a change before a folder is read, in milliseconds of the machine. */
const quietMs = 50;

/** The time between two checks, for folders without events: network drives, folders mounted into a container. */
const checkEveryMs = 2_000;

/** The time and the log for watching a folder. */
export interface Watching {
  /** Runs an action after this time of the machine, without keeping the process alive. */
  readonly after: (delayMs: number, action: () => void) => () => void;
  readonly log: Readonly<Record<'error' | 'warn' | 'info', (facts: object, message: string) => void>>;
}

interface Watch extends Pick<Watching, 'after'> {
  /** The stamp of the folder when it was last read. */
  readonly stamp: string;
  readonly read: () => Promise<Reading>;
  readonly apply: (reading: Reading) => void;
}

/** Reads a folder again after each change of its files. Returns a function that ends this. */
export const watchFolder = (folder: string, { stamp, after, read, apply }: Watch): (() => void) => {
  let seen = stamp;
  let isStopped = false;
  let isChecking = false;
  let isChanged = false;
  let watcher: FSWatcher | undefined;
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

  const check = async (): Promise<void> => {
    isChecking = true;
    isChanged = false;
    watcher ??= listen(folder, changed, closeWatcher);
    const now = await stampOf(folder);
    if (now !== seen) {
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
    isChecking = false;
    checkIn(isChanged ? quietMs : checkEveryMs);
  };

  void check();
  return () => {
    isStopped = true;
    cancel();
    closeWatcher();
  };
};

/** Watches a folder, if the system can. */
const listen = (folder: string, changed: () => void, lost: () => void): FSWatcher | undefined => {
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
  return stamps.toSorted().join('\n');
};
