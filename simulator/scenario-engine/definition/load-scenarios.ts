import { readdir, readFile } from 'node:fs/promises';
import { basename, extname, join, parse } from 'node:path';
import { ScenarioError } from '../../domain/scenario-error.ts';
import type { Scenario } from '../scenario.ts';
import { parseScenario } from './parse-scenario.ts';
import { readBody } from './read-body.ts';

const extensions = ['.yaml', '.yml', '.json'];
const schemaFile = 'scenario.schema.json';

/** The scenarios of files, sorted by name, and the mistakes in them, a line each. */
export interface Reading {
  readonly scenarios: readonly Scenario[];
  readonly mistakes: readonly string[];
}

/** Reads every scenario of a folder, sorted by name. @throws ScenarioError */
export const loadScenarios = async (folder: string): Promise<readonly Scenario[]> => {
  const { scenarios, mistakes } = await checkScenarios(folder);
  if (mistakes.length > 0) throw new ScenarioError(mistakes.join('\n'));
  return scenarios;
};

/** Reads every scenario of a folder, and collects the mistakes. */
export const checkScenarios = async (folder: string): Promise<Reading> => {
  try {
    return await checkFiles(await scenarioFiles(folder));
  } catch (error) {
    return { scenarios: [], mistakes: mistakesOf(error) };
  }
};

/** Reads these files; each name must be unique, even in different folders. */
export const checkFiles = async (paths: readonly string[]): Promise<Reading> => {
  const read = async (path: string): Promise<Scenario> => {
    if (!extensions.includes(extname(path)))
      throw new ScenarioError(`${path}: expected a file whose name ends in .yaml, .yml or .json`);
    const { body, lineOf } = readBody(path, await textOf(path));
    return parseScenario(parse(path).name, body, { file: path, lineOf });
  };
  const sorted = paths.toSorted((one, other) => compare(parse(one).name, parse(other).name) || compare(one, other));
  const duplicate = duplicateName(sorted);
  if (duplicate !== undefined) return { scenarios: [], mistakes: [duplicate] };
  const results = await Promise.allSettled(sorted.map(read));
  return {
    scenarios: results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])),
    mistakes: results.flatMap((result) => (result.status === 'rejected' ? mistakesOf(result.reason) : [])),
  };
};

/** The paths of the scenario files in a folder. @throws ScenarioError if the folder cannot be read. */
export const scenarioFiles = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    throw new ScenarioError(`${folder}: expected a folder of scenario files, but it cannot be read (${error.code})`);
  });
  return entries
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.') && !isSchemaFile(entry.name))
    .filter((entry) => extensions.includes(extname(entry.name)))
    .map(({ name }) => join(folder, name));
};

export const isSchemaFile = (path: string): boolean => basename(path) === schemaFile;

const mistakesOf = (error: unknown): readonly string[] => {
  if (!(error instanceof ScenarioError)) throw error;
  return error.message.split('\n');
};

const textOf = (path: string): Promise<string> =>
  readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new ScenarioError(`${path}: expected a scenario file, but it cannot be read (${error.code})`);
  });

const duplicateName = (paths: readonly string[]): string | undefined => {
  const names = paths.map((path) => parse(path).name);
  const index = names.findIndex((name, at) => name === names[at - 1]);
  return index < 0 ? undefined : `${paths[index]}: the name ${names[index]} is already taken by ${paths[index - 1]}`;
};

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
