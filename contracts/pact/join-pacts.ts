import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type Interaction, readPact, statesOf } from './pact-file.ts';

/**
 * Joins the pact files of the consumers: those of the same name in the folders of `parts` become one in `folder`, with
 * the interactions by their descriptions. @throws Error if two interactions have the same description and states, and differ
 */
export const joinPacts = (parts: string, folder: string): void => {
  mkdirSync(folder, { recursive: true });
  const files = globSync('*/*.json', { cwd: parts }).sort();
  for (const name of new Set(files.map((file) => path.basename(file)))) {
    const pacts = files.filter((file) => path.basename(file) === name).map((file) => readPact(path.join(parts, file)));
    const interactions = joined(pacts.flatMap((pact) => pact.interactions));
    const target = path.join(folder, name);
    const text = `${JSON.stringify({ ...pacts[0], interactions }, null, 2)}\n`;
    if (textOf(target) !== text) writeFileSync(target, text);
  }
};

const textOf = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

const joined = (interactions: readonly Interaction[]): readonly Interaction[] => {
  const byName = new Map<string, Interaction>();
  for (const interaction of interactions) {
    const name = JSON.stringify([interaction.description, statesOf(interaction)]);
    const other = byName.get(name);
    if (other && !isDeepStrictEqual(other, interaction))
      throw new Error(`two interactions are called "${interaction.description}", and differ`);
    byName.set(name, interaction);
  }
  return [...byName.values()].sort((one, other) => (one.description < other.description ? -1 : 1));
};
