import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf, endOf, startProgram } from './own-process.ts';
import type { UnusableFile } from './unusable-files.ts';

/** Why the program cannot be kept from such a file here; undefined where it can. */
export const cannotRefuse = ({ launcher = [] }: UnusableFile): string | undefined => {
  const [command, ...rest] = launcher;
  if (command === undefined || spawnSync(command, [...rest, 'true']).status === 0) return undefined;
  return `no ${command} here that may do this; Debian has it as util-linux`;
};

/** All files in a folder, with their bytes; of what SQLite makes out of the files beside it only that it is there. */
const contentOf = (folder: string): ReadonlyMap<string, string> => {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const bytesOf = (name: string) => (name.endsWith('-shm') ? '' : readFileSync(join(folder, name), 'base64'));
  return new Map(
    names
      .filter((name) => statSync(join(folder, name)).isFile())
      .toSorted()
      .map((name) => [name, bytesOf(name)]),
  );
};

/** Files with other bytes than before, files that were not there, and files that are gone. */
const changesOf = (
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  mayLeaveFiles = false,
): readonly string[] => {
  const added = [...after.keys()].filter((name) => !before.has(name) && !mayLeaveFiles);
  return [
    ...added.map((name) => `${name} is left there`),
    ...[...before.keys()].filter((name) => !after.has(name)).map((name) => `${name} is gone`),
    ...[...before]
      .filter(([name, bytes]) => (after.get(name) ?? bytes) !== bytes)
      .map(([name]) => `${name} was changed`),
  ];
};

/** Gives everything in a folder back to its owner, who has to remove it. */
const unseal = (folder: string): void => {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isDirectory()) chmodSync(join(entry.parentPath, entry.name), 0o755);
};

/** Starts the program with the file, and says what is wrong with how it ended and with what is in the folder then. */
export const wrongsOfStart = async (
  folder: string,
  { make, expected, launcher, mayLeaveFiles, environment }: UnusableFile,
): Promise<readonly string[]> => {
  const file = await make(folder);
  const before = contentOf(folder);
  const program = startProgram({ STORE: `sqlite:${file}`, ...environment }, launcher);
  // Where it can use the file after all, it runs until it is told to end.
  addressOf(program).then(
    () => program.kill(),
    () => {},
  );
  const { exitCode, error } = await endOf(program);
  const changes = changesOf(before, contentOf(folder), mayLeaveFiles);
  unseal(folder);
  const line = `STORE=sqlite:${file}: expected ${expected}\n`;
  return [
    ...(exitCode === 1 ? [] : [`it ended with ${exitCode}`]),
    ...(error === line ? [] : [`it said ${JSON.stringify(error)} in place of ${JSON.stringify(line)}`]),
    ...changes,
  ];
};
