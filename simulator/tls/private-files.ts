import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { ConfigError } from '../options/config-error.ts';
import { newSecret } from '../runtime/ids.ts';

/** The text of a file; empty if there is none. */
export const textIn = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
};

/** The text of a file, which is made if there is none. Of several processes that make it together, all get the text of one. */
export const textMadeOnce = (file: string, make: () => string, mode: number): string => {
  const found = textIn(file);
  if (found !== '') return found;
  const draft = writeDraft(file, make(), mode);
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, 'utf8');
};

/** Writes a file so that no reader sees a part of it. */
export const replaceFile = (file: string, text: string, mode: number): void =>
  renameSync(writeDraft(file, text, mode), file);

const writeDraft = (file: string, text: string, mode: number): string => {
  const draft = `${file}.${newSecret()}`;
  writeFileSync(draft, text, { mode, flag: 'wx' });
  return draft;
};

/** @throws ConfigError if another user of this machine can read the file. Windows has no such rights. */
export const requirePrivate = (file: string, setting: string): void => {
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0)
    throw new ConfigError(
      `${setting}: other users of this machine can read ${basename(file)}, with which anyone can pose as the gateway; remove the folder, or keep it where chmod 600 has an effect`,
    );
};
