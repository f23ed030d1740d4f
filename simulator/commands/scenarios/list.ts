import type { Scenario } from '../../scenario-engine/scenario.ts';
import type { Output } from '../command.ts';
import { asWritten, type Say } from '../say.ts';
import { namedScenarios } from './named-scenarios.ts';

/** The width of a line in a terminal. */
const columns = 100;

/** Prints every scenario with its sentence, or as JSON. */
export const list = async (
  { folder, json }: { readonly folder?: string; readonly json?: boolean },
  { out, say = asWritten }: Output,
): Promise<undefined> => {
  const scenarios = await namedScenarios(folder);
  out(json ? `${JSON.stringify(scenarios.map(inShort), null, 2)}\n` : table(scenarios, say));
};

const inShort = ({ name, about, shop, file, when, expect }: Scenario) => ({ name, about, shop, file, when, expect });

const table = (scenarios: readonly Scenario[], say: Say): string => {
  const width = Math.max(0, ...scenarios.map(({ name }) => name.length));
  const lines = scenarios.flatMap(({ name, about }) =>
    wrapText(say(about), columns - width - 2).map(
      (line, index) => `${(index === 0 ? name : '').padEnd(width)}  ${line}`,
    ),
  );
  return lines.map((line) => `${line}\n`).join('');
};

/** A text in lines of at most this many characters, broken between words; a longer word has a line of its own. */
const wrapText = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
};
