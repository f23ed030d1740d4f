import type { Mutation, MutationResult, MutationStatus } from '../mutation.ts';
import { callsOf, commandFor, countWords, scoreWords, sentenceOf } from './words.ts';

/** Says a text in the language of the terminal. */
type Say = (english: string) => string;

/** What a person reads in the end: every break that was not noticed with its harm, then the counts and the score. */
export const printedMutation = (mutation: Mutation, say: Say = (english) => english): string => {
  const of = (status: MutationStatus) => mutation.results.filter((one) => one.status === status);
  const part = (heading: string, results: readonly MutationResult[]): readonly string[] =>
    results.length === 0 ? [] : [say(heading), '', ...results.flatMap((one) => linesOf(one, mutation.line))];
  return [
    ...part('Not noticed:', of('not noticed')),
    ...part('Timed out:', of('timed out')),
    ...part('Could not be run:', of('could not be run')),
    ...countWords(mutation).map(say),
    say(scoreWords(mutation)),
    '',
  ].join('\n');
};

const linesOf = ({ row }: MutationResult, line: Mutation['line']): readonly string[] => [
  `${row.id}  ${callsOf(row)}`,
  `  ${sentenceOf(row)}`,
  `  ${row.harm}`,
  `  ${commandFor(row, line)}`,
  '',
];

/** A line about a break that was just tried. `left`: of the time, in milliseconds. */
export const progressLine = (
  { row, status }: MutationResult,
  { done, total, leftMs }: { readonly done: number; readonly total: number; readonly leftMs: number },
  say: Say = (english) => english,
): string => {
  const count = `${String(done).padStart(String(total).length)}/${total}`;
  const left = done === total ? '' : `  ${say(leftWords(leftMs))}`;
  return `${count}  ${row.id}  ${say(status)}${left}\n`;
};

const leftWords = (leftMs: number): string =>
  leftMs < 90_000 ? `about ${Math.ceil(leftMs / 1_000)} s left` : `about ${Math.round(leftMs / 60_000)} min left`;
