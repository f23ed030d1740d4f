import type { DifferenceGroup } from '../compare/difference.ts';
import { titleOf } from '../questions/titles.ts';
import { type DriftResult, fails, isAboutGuess } from './drift-result.ts';

/** The report as text: a paragraph for each difference. */
export const textReport = (result: DriftResult): string => {
  const { bank, source, compared, known, gone, leftOut, unsteady } = result;
  const guesses = result.differences.filter(isAboutGuess);
  const differences = result.differences.filter((group) => !isAboutGuess(group));
  const paragraphs = (groups: readonly DifferenceGroup[]): readonly string[] =>
    groups.flatMap((group) => paragraphOf(group, fails(result, group) ? '' : ' (does not count)'));
  const count = countOf(differences.length, 'difference');
  const situations = new Set(differences.flatMap(({ questions }) => questions)).size;
  return [
    `${bank}, ${source}: ${countOf(compared.length, 'question')} compared, ${count}${situations > 0 ? ` in ${countOf(situations, 'situation')}` : ''}`,
    '',
    ...paragraphs(differences),
    ...(guesses.length > 0
      ? ["Our guess, not the manual's, so the bank has not changed:", '', ...paragraphs(guesses)]
      : []),
    ...(known.length > 0 ? [`Accepted: ${countOf(known.length, 'difference')}.`, ''] : []),
    ...listOf(
      'Accepted, but no longer there:',
      gone.map(({ kind, place, questions }) => `${kind} ${place} in ${questions.map(titleOf).join('; ')}`),
    ),
    ...listOf(
      'The bank does not answer these the same way twice, so they are not compared:',
      unsteady.map(({ question, place }) => `${place} in ${titleOf(question)}`),
    ),
    ...listOf(
      'Left out, because the bank registered no order:',
      leftOut.map(({ question, needs }) => `${titleOf(question)} (needs ${titleOf(needs)})`),
    ),
    ...(result.calls > 0 ? [costOf(result)] : []),
    '',
  ].join('\n');
};

const kindsInWords = {
  outcome: 'another outcome',
  removed: 'removed: the bank does not send it',
  added: 'added: tillbox does not send it',
  type: 'another type',
  changed: 'changed',
} as const;

export const paragraphOf = (
  { kind, place, bank, tillbox, questions }: DifferenceGroup,
  note = '',
): readonly string[] => [
  `${place} (${kindsInWords[kind]})${note}`,
  ...(bank === undefined ? [] : [`  bank     ${bank}`]),
  ...(tillbox === undefined ? [] : [`  tillbox  ${tillbox}`]),
  ...questions.map((question, index) => `  ${index === 0 ? 'in     ' : '       '}  ${titleOf(question)}`),
  '',
];

const listOf = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [heading, ...lines.map((line) => `  ${line}`), ''];

const costOf = ({ calls, orders, hasPaid }: DriftResult): string =>
  `${countOf(calls, 'call')}, ${hasPaid ? 'test cards only' : 'no money'}, ${countOf(orders, hasPaid ? 'order' : 'unpaid order')}.`;

const countOf = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
