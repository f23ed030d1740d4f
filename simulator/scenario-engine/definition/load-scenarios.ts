import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join, parse } from 'node:path';
import { ScenarioError } from '../../domain/errors/scenario-error.ts';
import type { Scenario } from '../scenario.ts';
import { parseScenario } from './parse-scenario.ts';
import { readBody } from './read-body.ts';

const extensions = ['.yaml', '.yml', '.json'];

const isScenarioFile = (name: string): boolean => extensions.includes(extname(name).toLowerCase());

const schemaFile = 'scenario.schema.json';

/** The scenarios of files, sorted by name, and the mistakes in them, a line each. */
export interface Reading {
  readonly scenarios: readonly Scenario[];
  readonly mistakes: readonly string[];
  /** Sub-folders with scenario files, which are not read, a line each. */
  readonly ignored: readonly string[];
}

/** Reads every scenario of a folder, sorted by name. @throws ScenarioError */
export const loadScenarios = async (folder: string): Promise<readonly Scenario[]> =>
  (await readScenarios(folder)).scenarios;

/** The same, with what is not read. @throws ScenarioError */
export const readScenarios = async (folder: string): Promise<Reading> => {
  const reading = await checkScenarios(folder);
  if (reading.mistakes.length > 0) throw new ScenarioError(reading.mistakes.join('\n'));
  return reading;
};

/** Reads every scenario of a folder, and collects the mistakes. */
export const checkScenarios = async (folder: string): Promise<Reading> => {
  try {
    const [paths, ignored] = await Promise.all([scenarioFiles(folder), ignoredIn(folder)]);
    return { ...(await checkFiles(paths)), ignored };
  } catch (error) {
    return { scenarios: [], mistakes: mistakesOf(error), ignored: [] };
  }
};

/** Reads these files; each name must be unique, even in different folders. */
export const checkFiles = async (paths: readonly string[]): Promise<Reading> => {
  const read = async (path: string): Promise<Scenario> => {
    if (!isScenarioFile(path) && !(await exists(path)))
      throw new ScenarioError(`${path}: expected a scenario file or a folder of them, but there is none`);
    if (!isScenarioFile(path))
      throw new ScenarioError(`${path}: expected a file whose name ends in .yaml, .yml or .json`);
    const { body, lineOf } = readBody(path, await textOf(path));
    return parseScenario(parse(path).name, body, { file: path, lineOf });
  };
  const sorted = paths.toSorted((one, other) => compare(parse(one).name, parse(other).name) || compare(one, other));
  const duplicates = duplicateNames(sorted);
  const results = await Promise.allSettled(sorted.map(read));
  return {
    // Which of two was meant is not known.
    scenarios:
      duplicates.length > 0 ? [] : results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])),
    mistakes: [
      ...duplicates,
      ...results.flatMap((result) => (result.status === 'rejected' ? mistakesOf(result.reason) : [])),
    ],
    ignored: [],
  };
};

/** The paths of the scenario files in a folder. @throws ScenarioError if the folder cannot be read. */
export const scenarioFiles = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    throw new ScenarioError(`${folder}: expected a folder of scenario files, but ${whyUnreadable(error)}`);
  });
  return entries
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.') && !isSchemaFile(entry.name))
    .filter((entry) => isScenarioFile(entry.name))
    .map(({ name }) => join(folder, name));
};

/** The sub-folders of a folder that have scenario files in them, a line each. They may be of anything, so they are not read. */
export const ignoredIn = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found = await Promise.all(
    entries.map(async (entry) => {
      if (!entry.isDirectory() || entry.name.startsWith('.') || entry.name === 'node_modules') return [];
      const names = await readdir(join(folder, entry.name)).catch(() => []);
      const count = names.filter((name) => isScenarioFile(name) && !isSchemaFile(name)).length;
      return count === 0 ? [] : [ignoredLine(join(folder, entry.name), count)];
    }),
  );
  return found.flat().toSorted();
};

const ignoredLine = (subFolder: string, count: number): string =>
  `${subFolder}: is not read, because it is a sub-folder; move its ${count === 1 ? 'file' : `${count} files`} into the folder above`;

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

const whyUnreadable = ({ code = '' }: NodeJS.ErrnoException): string => {
  if (code === 'ENOENT') return 'there is none';
  return code === 'ENOTDIR' ? 'it is a file' : `it cannot be read (${code})`;
};

export const isSchemaFile = (path: string): boolean => basename(path) === schemaFile;

const mistakesOf = (error: unknown): readonly string[] => {
  if (!(error instanceof ScenarioError)) throw error;
  return error.message.split('\n');
};

const textOf = async (path: string): Promise<string> => {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new ScenarioError(`${path}: expected a scenario file, but ${whyUnreadable(error)}`);
  });
  try {
    if (bytes.includes(0)) throw new TypeError();
    // A mark of UTF-8 at the beginning is no part of the text.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ScenarioError(`${path}: expected a text in UTF-8, got ${encodingOf(bytes)}; save the file as UTF-8`);
  }
};

/** In UTF-16 every second byte of a scenario is zero: its words are English. Source: Unicode, byte order mark. */
const encodingOf = (bytes: Buffer): string => {
  const hasMark = ['fffe', 'feff'].includes(bytes.toString('hex', 0, 2));
  return hasMark || bytes.includes(0) ? 'UTF-16' : 'another encoding';
};

const duplicateNames = (paths: readonly string[]): readonly string[] =>
  paths.flatMap((path, at) => {
    const before = paths[at - 1];
    const { name } = parse(path);
    if (before === undefined || parse(before).name !== name) return [];
    return [`${path}: the name ${name} is already taken by ${before}; rename one of them`];
  });

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
