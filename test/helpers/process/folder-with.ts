import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExecutionContext } from 'ava';
import { temporaryFolder } from './temporary-folder.ts';

/** A folder with these files, gone when the test ends. */
export const folderWith = async (t: ExecutionContext, files: Readonly<Record<string, string>>): Promise<string> => {
  const folder = temporaryFolder(t);
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
};
