import { checkOptions, text } from '../../options/check-options.ts';
import type { Bank } from '../bank.ts';

/** What a text has to be for the path of a bank's file, in words. */
export const expectedBankFile = 'the path of a file such as ./my-bank.yaml';

/** Whether a text is the path of a file with a bank, rather than the name of a bank. */
export const isBankFile = (text: string): boolean => /[\\/]|\.(?:ya?ml|json)$/i.test(text);

/**
 * Reads the file of a bank that does not come with tillbox; a relative path begins at the working directory. With the
 * first file Zod and yaml are loaded, so that the start stays fast.
 * @throws ConfigError with a line for each mistake: `file:line: fact: expected ..., got ...`.
 */
export const readBank = async (path: string): Promise<Bank> => {
  checkOptions('readBank', text, path);
  return (await import('./read-bank-file.ts')).readBankFile(path);
};
