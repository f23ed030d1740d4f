import { data, property } from '../../report/github-command.ts';
import { junitOf } from '../../report/junit.ts';
import { summaryOf } from '../../report/step-summary.ts';
import type { Reports } from '../../report/write-reports.ts';
import { countsOf, type Mutation, type MutationResult, scoreOf } from '../mutation.ts';
import { callsOf, commandFor, countWords, scoreWords, sentenceOf } from './words.ts';

/** The reports about the tests of a shop. They hold no times, so that the same tests give the same bytes. */
export const reportsOfMutation = (mutation: Mutation): Reports => ({
  json: () => ({
    command: mutation.line,
    score: scoreOf(mutation),
    counts: countsOf(mutation),
    breaks: mutation.results.map(({ row: { id, calls, does, harm }, status }) => ({ id, status, calls, does, harm })),
  }),
  junit: () => junitOf('tillbox mutate', [{ name: 'breaks', cases: mutation.results.map(caseOf(mutation)) }]),
  annotations: () => missedIn(mutation).map(annotationOf).join(''),
  summary: () =>
    summaryOf({
      heading: `Broken gateways: ${scoreWords(mutation)}`,
      sentence: `${countWords(mutation).join('; ')}.`,
      head: ['break', 'call', 'harm'],
      rows: missedIn(mutation).map(({ row }) => [row.id, callsOf(row), [sentenceOf(row), row.harm]]),
    }),
});

const missedIn = ({ results }: Mutation): readonly MutationResult[] =>
  results.filter(({ status }) => status === 'not noticed');

const caseOf =
  ({ line }: Mutation) =>
  ({ row, status }: MutationResult) => ({
    name: `${row.id}: ${sentenceOf(row)}`,
    group: row.calls[0] ?? '',
    ...(status === 'not noticed' && {
      failure: { message: row.harm, text: `${callsOf(row)}\n${commandFor(row, line)}` },
    }),
    ...(status !== 'not noticed' && status !== 'noticed' && { skipped: status }),
  });

const annotationOf = ({ row }: MutationResult): string =>
  `::warning title=${property(`mutate: ${row.id} is not noticed`)}::${data(`${sentenceOf(row)}\n${row.harm}\n${callsOf(row)}`)}\n`;
