import { existsSync } from 'node:fs';
import path from 'node:path';
import { CannotTry } from './cannot-try.ts';

/** The file of an option, if its folder is there: a long run must not end without a place for its report. @throws CannotTry */
export const inFolder = (option: string, file: string): string => {
  const folder = path.dirname(path.resolve(file));
  if (!existsSync(folder)) throw new CannotTry(`${option} ${file}: there is no folder ${folder}`);
  return file;
};
