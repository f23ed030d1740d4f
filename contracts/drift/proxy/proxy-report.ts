import { data, property } from '../../report/github-command.ts';
import { junitOf } from '../../report/junit.ts';
import { summaryOf } from '../../report/step-summary.ts';
import type { Reports } from '../../report/write-reports.ts';
import type { Difference } from '../compare/difference.ts';
import { counts, type ProxyResult, type Violation } from './proxy-result.ts';

const kindsInWords = {
  outcome: 'another outcome',
  removed: 'missing',
  added: 'new',
  type: 'another type',
  changed: 'changed',
} as const;

/** A difference on one line. */
const lineOf = ({ kind, place, bank, tillbox }: Difference): string => {
  const sides = [
    ...(bank === undefined ? [] : [`the bank has ${bank}`]),
    ...(tillbox === undefined ? [] : [`tillbox ${tillbox}`]),
  ];
  return `${place} (${kindsInWords[kind]}): ${sides.join(', ')}`;
};

/** The line about a difference when it is first seen. */
export const newsOf = (violation: Violation, result: Pick<ProxyResult, 'failsOn'>): string =>
  `${violation.call} with ${violation.announced}: ${lineOf(violation)}${counts(result, violation) ? '' : ' (does not count)'}\n`;

/** What went through, in the end. */
export const endOf = ({ answers, compared, notCompared, violations, failures }: ProxyResult): string =>
  [
    '',
    `${countOf(answers, 'answer')}, ${compared} compared, ${countOf(violations.length, 'difference')}.`,
    ...violations.map((one) => `  ${one.times} times  ${one.call} with ${one.announced}: ${one.place}`),
    ...listOf('Not compared:', notCompared),
    ...listOf('Without an answer:', failures),
    '',
  ].join('\n');

const listOf = (heading: string, reasons: ReadonlyMap<string, number>): readonly string[] =>
  reasons.size === 0 ? [] : [heading, ...[...reasons].sort().map(([reason, times]) => `  ${times} times  ${reason}`)];

const countOf = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

export const reportsOfProxy = (result: ProxyResult): Reports => ({
  json: () => {
    const { bank, origin, answers, compared, notCompared, violations, failures } = result;
    const [withheld, failed] = [Object.fromEntries(notCompared), Object.fromEntries(failures)];
    return { bank, origin, answers, compared, notCompared: withheld, failures: failed, violations };
  },
  junit: () =>
    junitOf('tillbox proxy', [
      {
        name: `${result.bank}, ${result.origin}`,
        cases: [
          { name: 'answers went through the proxy', ...(result.answers === 0 && { skipped: 'there was none' }) },
          ...result.violations.map((violation) => ({
            name: `${violation.call} with ${violation.announced}: ${violation.place}`,
            ...(counts(result, violation)
              ? { failure: { message: lineOf(violation), text: `${violation.times} times` } }
              : { skipped: lineOf(violation) }),
          })),
        ],
      },
    ]),
  annotations: () =>
    result.violations
      .map((violation) => {
        const level = counts(result, violation) ? 'error' : 'warning';
        return `::${level} title=${property(`proxy: ${violation.call}`)}::${data(newsOf(violation, result).trimEnd())}\n`;
      })
      .join(''),
  summary: () =>
    summaryOf({
      heading: `${result.bank}, ${result.origin}`,
      sentence: `${countOf(result.answers, 'answer')}, ${result.compared} compared, ${countOf(result.violations.length, 'difference')}.`,
      head: ['call', 'announces', 'difference', 'times'],
      rows: result.violations.map((one) => [one.call, one.announced, lineOf(one), String(one.times)]),
    }),
});
