import { setTimeout as sleep } from 'node:timers/promises';
import { CannotTry } from '../report/cannot-try.ts';
import { causeOf } from '../report/cause-of.ts';
import { longestAnswerMs } from './longest-answer.ts';
import { isAddress, runLine } from './run-line.ts';

const tryEveryMs = 50;

/**
 * How a shop is made to register an order: an address, which gets a POST, or a command for the shell. `waitMs`: how long a
 * shop may take to start.
 */
export const buyBy = (how: string, waitMs: number) => async (): Promise<string> =>
  isAddress(how) ? post(how, waitMs) : `${how}: ${(await runLine('--buy', how)).trim().slice(0, 200)}`;

const post = async (url: string, waitMs: number): Promise<string> => {
  try {
    const signal = AbortSignal.timeout(longestAnswerMs);
    const answered = await fetch(url, { method: 'POST', redirect: 'manual', body: new URLSearchParams(), signal });
    const text = (await answered.text()).trim().slice(0, 200);
    return `POST ${url}: HTTP ${answered.status}${text && ` ${text}`}`;
  } catch (error) {
    const cause = causeOf(error);
    if (cause !== 'ECONNREFUSED' || waitMs <= 0) throw new CannotTry(`--buy: ${url} does not answer (${cause})`);
    await sleep(tryEveryMs);
    return post(url, waitMs - tryEveryMs);
  }
};
