import { stat } from 'node:fs/promises';
import { scenariosFolder } from '../../scenario-engine/definition/bundled-scenarios.ts';
import {
  checkFiles,
  checkScenarios,
  isSchemaFile,
  type Reading,
} from '../../scenario-engine/definition/load-scenarios.ts';
import type { Output } from '../command.ts';

/** Prints a line for each mistake, or the count of scenarios. */
export const check = async (
  given: readonly string[],
  { folder }: { readonly folder?: string },
  { out }: Output,
): Promise<0 | 1> => {
  const places = folder === undefined ? given : [...given, folder];
  const readings = await readPlaces(places.length > 0 ? places : [scenariosFolder('./scenarios')]);
  const mistakes = readings.flatMap((reading) => reading.mistakes);
  const count = readings.flatMap(({ scenarios }) => scenarios).length;
  if (mistakes.length === 0 && count === 0) mistakes.push(`${places.join(' ')}: expected scenario files, found none`);
  if (mistakes.length > 0) {
    out(`${mistakes.join('\n')}\n`);
    return 1;
  }
  out(`${count === 1 ? '1 scenario' : `${count} scenarios`}, no mistakes\n`);
  return 0;
};

/** Reads each folder by itself, and the single files together. The schema in the folder is no scenario. */
const readPlaces = async (places: readonly string[]): Promise<readonly Reading[]> => {
  const folders: string[] = [];
  const files: string[] = [];
  for (const place of places) {
    const isFolder = (await stat(place).catch(() => undefined))?.isDirectory() ?? false;
    if (isFolder) folders.push(place);
    else if (!isSchemaFile(place)) files.push(place);
  }
  return Promise.all([...folders.map(checkScenarios), ...(files.length > 0 ? [checkFiles(files)] : [])]);
};
