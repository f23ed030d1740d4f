import { exec } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { CannotTry } from './case-result.ts';
import { causeOf } from './order-check.ts';

const execute = promisify(exec);
const tryEveryMs = 50;

/**
 * How a shop is made to register an order: an address, which gets a POST, or a command for the shell. `waitMs`: how long a
 * shop may take to start.
 */
export const buyBy = (how: string, waitMs: number) => (): Promise<string> =>
  /^https?:\/\//i.test(how) ? post(how, waitMs) : command(how);

const post = async (url: string, waitMs: number): Promise<string> => {
  try {
    const answered = await fetch(url, { method: 'POST', redirect: 'manual', body: new URLSearchParams() });
    const text = (await answered.text()).trim().slice(0, 200);
    return `POST ${url}: HTTP ${answered.status}${text && ` ${text}`}`;
  } catch (error) {
    const cause = causeOf(error);
    if (cause !== 'ECONNREFUSED' || waitMs <= 0) throw new CannotTry(`--buy: ${url} does not answer (${cause})`);
    await sleep(tryEveryMs);
    return post(url, waitMs - tryEveryMs);
  }
};

const command = async (line: string): Promise<string> => {
  try {
    const { stdout } = await execute(line);
    return `${line}: ${stdout.trim().slice(0, 200)}`;
  } catch (error) {
    const { code, stderr = '' } = error as { readonly code?: number; readonly stderr?: string };
    throw new CannotTry(`--buy: ${line}: exit code ${code} ${stderr.trim().slice(0, 200)}`.trim());
  }
};
