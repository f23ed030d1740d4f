import { type FSWatcher, watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type Reading, scenarioFiles } from './load-scenarios.ts';

/** How long a folder has to be quiet after a change before it is read, in milliseconds of the machine. */
const quietMs = 50;

/** How often a folder is looked at where the system tells of no change: network drives, folders mounted into a container. */
const lookEveryMs = 2_000;

/** The time and the log for watching a folder. */
export interface Watching {
  /** Runs an action after this much time of the machine, and keeps no process alive. */
  readonly after: (delayMs: number, action: () => void) => () => void;
  readonly log: Readonly<Record<'error' | 'warn' | 'info', (facts: object, message: string) => void>>;
}

interface Watch extends Pick<Watching, 'after'> {
  /** What the folder looked like when it was last read. */
  readonly stamp: string;
  readonly read: () => Promise<Reading>;
  readonly take: (reading: Reading) => void;
}

/** Reads a folder again whenever its files are others than they were, until the function that it gives is called. */
export const watchFolder = (folder: string, { stamp, after, read, take }: Watch): (() => void) => {
  let seen = stamp;
  let isStopped = false;
  let isLooking = false;
  let isTold = false;
  let watcher: FSWatcher | undefined;
  let cancel = (): void => {};

  const lookIn = (delayMs: number): void => {
    cancel();
    if (!isStopped) cancel = after(delayMs, () => void look());
  };

  const told = (): void => {
    isTold = true;
    if (!isLooking) lookIn(quietMs);
  };

  const deafen = (): void => {
    watcher?.close();
    watcher = undefined;
  };

  const look = async (): Promise<void> => {
    isLooking = true;
    isTold = false;
    watcher ??= listen(folder, told, deafen);
    const now = await stampOf(folder);
    if (now !== seen) {
      const reading = await read();
      // What changed while it was read is read once more, so that nothing half-written counts.
      if ((await stampOf(folder)) !== now) isTold = true;
      else if (!isStopped) {
        seen = now;
        take(reading);
      }
    }
    // A folder that comes back is another one to the system.
    if (now === noFolder) deafen();
    isLooking = false;
    lookIn(isTold ? quietMs : lookEveryMs);
  };

  void look();
  return () => {
    isStopped = true;
    cancel();
    deafen();
  };
};

/** Hears of changes from the system, where it tells of them. */
const listen = (folder: string, told: () => void, lost: () => void): FSWatcher | undefined => {
  try {
    return watch(folder, { persistent: false }, told).on('error', lost);
  } catch {
    return undefined;
  }
};

const noFolder = 'no folder';

/** What tells the files of a folder from those that were there before; for a folder that is not there too. */
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
