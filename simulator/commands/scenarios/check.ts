import { readFile, stat } from 'node:fs/promises';
import { pathText } from '../../files/mistakes.ts';
import { foreseeExpectations } from '../../inspection/foresight/foresee-expectations.ts';
import { foreseeScenario } from '../../inspection/foresight/foresee-scenario.ts';
import {
  checkFiles,
  checkScenarios,
  isSchemaFile,
  type Reading,
} from '../../scenario-engine/definition/load-scenarios.ts';
import { readBody } from '../../scenario-engine/definition/read-body.ts';
import type { Scenario } from '../../scenario-engine/scenario.ts';
import type { Output } from '../command.ts';
import { scenariosFor } from '../read-config.ts';

/** Prints a line for each mistake, for each step that has no effect and for each expectation that cannot be met, and the count of scenarios if all are right. */
export const check = async (
  given: readonly string[],
  { folder }: { readonly folder?: string },
  { out }: Output,
): Promise<0 | 1> => {
  const named = folder === undefined ? given : [...given, folder];
  const places = named.length > 0 ? named : [scenariosFor(undefined)];
  const readings = await readPlaces(places);
  const mistakes = readings.flatMap((reading) => reading.mistakes);
  const count = readings.flatMap(({ scenarios }) => scenarios).length;
  if (mistakes.length === 0 && count === 0)
    mistakes.push(
      `${places.join(' ')}: expected scenario files, found none; name a folder or files that end in .yaml, .yml or .json`,
    );
  const foreseen = await foresee(readings.flatMap(({ scenarios }) => scenarios));
  const idle = foreseen.filter(({ isNote }) => !isNote).map(({ line }) => line);
  const ignored = readings.flatMap((reading) => reading.ignored);
  const notes = [...foreseen.filter(({ isNote }) => isNote).map(({ line }) => line), ...ignored.map(asNote)];
  out([...mistakes, ...idle, ...notes].map((line) => `${line}\n`).join(''));
  if (mistakes.length + idle.length > 0) return 1;
  out(`${count === 1 ? '1 scenario' : `${count} scenarios`}, no mistakes\n`);
  return 0;
};

/** `folder: note: is not read ...`, as the other notes begin. */
const asNote = (line: string): string => line.replace(/: (?=is not read, )/, ': note: ');

interface ForeseenLine {
  readonly line: string;
  readonly isNote: boolean;
}

/** What will have no effect, a line each: `file:line: later[0]: is not possible: ...`. */
const foresee = async (scenarios: readonly Scenario[]): Promise<readonly ForeseenLine[]> => {
  const lines: ForeseenLine[] = [];
  for (const scenario of scenarios) {
    const found = [...foreseeScenario(scenario), ...foreseeExpectations(scenario)];
    if (found.length === 0) continue;
    const { file = scenario.name } = scenario;
    const { lineOf } = readBody(file, await readFile(file, 'utf8'));
    for (const { path, problem, isNote } of found)
      lines.push({ line: `${file}:${lineOf(path)}: ${isNote ? 'note: ' : ''}${pathText(path)}: ${problem}`, isNote });
  }
  return lines;
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
