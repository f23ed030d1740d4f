import { exec } from 'node:child_process';
import { promisify } from 'node:util';
import { CannotTry } from './case-result.ts';
import { causeOf } from './order-check.ts';

const execute = promisify(exec);

/** How a shop is made to register an order: an address, which gets a POST, or a command for the shell. */
export const buyBy = (how: string) => (): Promise<string> => (/^https?:\/\//i.test(how) ? post(how) : command(how));

const post = async (url: string): Promise<string> => {
  try {
    const answered = await fetch(url, { method: 'POST', redirect: 'manual', body: new URLSearchParams() });
    const text = (await answered.text()).trim().slice(0, 200);
    return `POST ${url}: HTTP ${answered.status}${text && ` ${text}`}`;
  } catch (error) {
    throw new CannotTry(`--buy: ${url} does not answer (${causeOf(error)})`);
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
