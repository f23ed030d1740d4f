import { setTimeout as wait } from 'node:timers/promises';

/** How long something may take to come, in milliseconds of the machine. */
const patienceMs = 45_000;

/** The pause between two looks, in milliseconds of the machine. */
const pauseMs = 5;

/** Looks again until it is so. @throws when it takes too long: what was waited for. */
export const waitUntil = async (isSo: () => boolean | Promise<boolean>, what: () => string): Promise<void> => {
  const patience = AbortSignal.timeout(patienceMs);
  while (!(await isSo())) {
    if (patience.aborted) throw new Error(`waited ${patienceMs / 1_000} s in vain for ${what()}`);
    await wait(pauseMs);
  }
};
