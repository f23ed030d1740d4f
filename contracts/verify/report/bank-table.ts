import { shownRequest } from '../shown-request.ts';
import { countsOf, differencesOf, type Outcome, type VerifiedPact } from './result.ts';
import { doubtLines, givenLines, mapFor } from './text-report.ts';

const words: Readonly<Record<Outcome, string>> = { holds: 'ok', fails: 'FAILS', pending: 'pending', 'not tried': '-' };

const widthOf = (name: string): number => Math.max(name.length, 'pending'.length) + 2;

/** A pact at several banks: a row for each interaction, then the reasons of what does not hold, each with its banks. */
export const bankTable = (results: readonly VerifiedPact[]): string => {
  const [first] = results;
  if (!first) return '';
  const row = (cells: readonly string[], text: string): string =>
    `${cells.map((cell, index) => cell.padEnd(widthOf(results[index]?.place ?? ''))).join('')}${text}`;
  const rows = first.verdicts.map(({ description }, place) =>
    row(
      results.map(({ verdicts }) => words[verdicts[place]?.outcome ?? 'not tried']),
      description,
    ),
  );
  const reasons = first.verdicts.flatMap(({ description }, place) => reasonsOf(results, description, place));
  return `${[
    `${first.source.name} (${first.consumer})`,
    row(
      results.map(({ place }) => place),
      'interaction',
    ),
    ...rows,
    ...withSpace(reasons),
    ...withSpace(givenLines(first)),
    ...withSpace(doubtLines(results.flatMap(({ verdicts }) => verdicts))),
    ...withSpace(mapFor(first.verdicts.flatMap(({ unknown }) => unknown))),
    ...withSpace(results.map(({ place, verdicts }) => `${place}: ${countsOf(verdicts)}.`)),
  ].join('\n')}\n`;
};

const withSpace = (lines: readonly string[]): readonly string[] => (lines.length === 0 ? [] : ['', ...lines]);

/** The reasons of an interaction, each once with all banks that give it. */
const reasonsOf = (results: readonly VerifiedPact[], description: string, place: number): readonly string[] => {
  const banksOf = new Map<string, string[]>();
  for (const { place: bank, verdicts } of results) {
    const verdict = verdicts[place];
    for (const line of verdict ? differencesOf(verdict) : []) banksOf.set(line, [...(banksOf.get(line) ?? []), bank]);
  }
  if (banksOf.size === 0) return [];
  const bad = results
    .map(({ verdicts }) => verdicts[place])
    .find((verdict) => verdict && verdict.mismatches.length > 0);
  const sent = bad?.sent ? shownRequest(bad.sent).map((line) => `  ${line}`) : [];
  return [description, ...sent, ...[...banksOf].map(([line, names]) => `  ${namesIn(names, results)}: ${line}`)];
};

const namesIn = (names: readonly string[], all: readonly VerifiedPact[]): string =>
  names.length === all.length && names.length > 1 ? 'every bank' : names.join(', ');
