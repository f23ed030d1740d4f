import { exec } from 'node:child_process';
import { promisify } from 'node:util';
import { CannotTry } from '../report/cannot-try.ts';

const execute = promisify(exec);

/** Whether a user has given an address; anything else is a command for the shell. */
export const isAddress = (text: string): boolean => /^https?:\/\//i.test(text);

/** Runs a command in the shell; what it printed. @throws CannotTry with the option that names it, if it fails */
export const runLine = async (option: string, line: string): Promise<string> => {
  try {
    return (await execute(line)).stdout;
  } catch (error) {
    const { code, stderr = '' } = error as { readonly code?: number; readonly stderr?: string };
    throw new CannotTry(`${option}: ${line}: exit code ${code} ${stderr.trim().slice(0, 200)}`.trim());
  }
};
