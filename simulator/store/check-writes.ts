import { afterMachineTime } from '../runtime/machine-time.ts';

/** Bytes that a check writes: little, or more than the pages that a call changes. */
const little = 16;
const roomOfCall = 32 * 1024;

/** How long the result of a check counts, in milliseconds of the machine: anybody may ask, as often as they like. */
const momentMs = 100;

/** What is known of a store that failed: a little may fit on a disk that has no room for a call. */
export const createDoubts = () => {
  let hasFailed = false;
  return {
    failed: (): void => {
      hasFailed = true;
    },
    bytesToWrite: () => (hasFailed ? roomOfCall : little),
    end: (): void => {
      hasFailed = false;
    },
  };
};

export type Doubts = ReturnType<typeof createDoubts>;

/** A check that writes so many bytes. Its result is shared by all calls during its run, and for a moment after it. */
export const writeCheck = (doubts: Doubts, write: (bytes: number) => Promise<void>): (() => Promise<void>) => {
  let last: Promise<void> | undefined;
  const run = async (): Promise<void> => {
    try {
      await write(doubts.bytesToWrite());
      doubts.end();
    } finally {
      afterMachineTime(momentMs, () => {
        last = undefined;
      });
    }
  };
  return () => {
    last ??= run();
    return last;
  };
};
