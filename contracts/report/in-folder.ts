import { existsSync } from 'node:fs';
import path from 'node:path';
import { CannotTry } from './cannot-try.ts';

/** The file of an option, if its folder is there: a long run must not end without a place for its report. @throws CannotTry */
export const inFolder = (option: string, file: string): string => {
  const folder = path.dirname(path.resolve(file));
  if (!existsSync(folder)) throw new CannotTry(`${option} ${file}: there is no folder ${folder}`);
  return file;
};

/** The same for the files of several options, of which any may be absent. */
export const allInFolders = (files: Readonly<Record<string, string | undefined>>): void => {
  for (const [option, file] of Object.entries(files)) if (file !== undefined) inFolder(option, file);
};
