import { afterMachineTime } from '../runtime/machine-time.ts';

/** Bytes that a check writes: little, or more than the pages that a call changes. */
const little = 16;
const roomOfCall = 32 * 1024;

/** How long the result of a check counts, in milliseconds of the machine: anybody may ask, as often as they like. */
const momentMs = 100;

/** What is known of a store that failed: a little may fit on a disk that has no room for a call. */
export const createDoubts = () => {
  let failures = 0;
  let answered = 0;
  return {
    failed: (): void => {
      failures += 1;
    },
    areThere: (): boolean => failures > answered,
    /** Returns what ends the doubts that there are now; later ones stay. */
    ender: (): (() => void) => {
      const known = failures;
      return () => {
        answered = known;
      };
    },
  };
};

export type Doubts = ReturnType<typeof createDoubts>;

/**
 * A check that writes so many bytes. Its result is shared by all calls during its run, and for a moment after it; that all is well
 * only until the store fails.
 */
export const writeCheck = (doubts: Doubts, write: (bytes: number) => Promise<void>): (() => Promise<void>) => {
  let last: Promise<void> | undefined;
  let passed: Promise<void> | undefined;

  const run = async (): Promise<void> => {
    const endDoubts = doubts.ender();
    await write(doubts.areThere() ? roomOfCall : little);
    endDoubts();
  };
  const start = (): Promise<void> => {
    const own = run();
    const forget = (): void => {
      if (last === own) last = undefined;
    };
    const forgetSoon = (): void => void afterMachineTime(momentMs, forget);
    own.then(() => {
      passed = own;
      forgetSoon();
    }, forgetSoon);
    return own;
  };

  return () => {
    if (last === passed && doubts.areThere()) last = undefined;
    last ??= start();
    return last;
  };
};
