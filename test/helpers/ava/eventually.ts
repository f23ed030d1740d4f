import { setTimeout as wait } from 'node:timers/promises';
import type { ExecutionContext } from 'ava';

/** How long a change may take to be seen, in milliseconds of the machine. */
const patienceMs = 45_000;

/** The pause between two questions, in milliseconds of the machine. */
const pauseMs = 5;

/** Asks again until the answer is as it should be. */
export const eventually = async <T>(
  t: ExecutionContext,
  ask: () => T | Promise<T>,
  isRight: (answer: T) => boolean,
): Promise<void> => {
  const patience = AbortSignal.timeout(patienceMs);
  let answer = await ask();
  while (!isRight(answer) && !patience.aborted) {
    await wait(pauseMs);
    answer = await ask();
  }
  t.true(isRight(answer), `the last answer was ${JSON.stringify(answer)}`);
};
