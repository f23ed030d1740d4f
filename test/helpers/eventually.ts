import type { ExecutionContext } from 'ava';

/** How long a change may take to be seen, in milliseconds of the machine. */
const patienceMs = 15_000;

/** Asks again until the answer is as it should be. */
export const eventually = async <T>(
  t: ExecutionContext,
  ask: () => T | Promise<T>,
  isRight: (answer: T) => boolean,
): Promise<void> => {
  const patience = AbortSignal.timeout(patienceMs);
  let answer = await ask();
  while (!isRight(answer) && !patience.aborted) {
    await new Promise(setImmediate);
    answer = await ask();
  }
  t.true(isRight(answer), `the last answer was ${JSON.stringify(answer)}`);
};
