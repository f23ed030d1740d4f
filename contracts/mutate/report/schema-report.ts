import type { Mutation, MutationResult, MutationStatus } from '../mutation.ts';
import { sentenceOf } from './words.ts';

/** The names of the statuses. Source: Stryker, mutation-testing-report-schema 3.8.4, version 2 of the schema. */
const names = {
  noticed: 'Killed',
  'not noticed': 'Survived',
  'timed out': 'Timeout',
  'could not be run': 'RuntimeError',
  'not reached': 'NoCoverage',
} as const satisfies Record<MutationStatus, string>;

/** From this score on a report is green, and below the other one it is red; those of Stryker by default. */
const thresholds = { high: 80, low: 60 };

/**
 * The results as Stryker's schema has them, whose readers show them as HTML or as a badge: a file for each call, with a line
 * for each break that changes it first.
 */
export const schemaReport = ({ results }: Mutation): string => {
  const calls = [...new Set(results.map(fileOf))].sort();
  const files = Object.fromEntries(
    calls.map((call) => {
      const own = results.filter((one) => fileOf(one) === call);
      return [call, { language: 'text', source: own.map(lineOf).join('\n'), mutants: own.map(mutantOf) }];
    }),
  );
  return `${JSON.stringify({ schemaVersion: '2', thresholds, files }, undefined, 2)}\n`;
};

const fileOf = ({ row: { calls } }: MutationResult): string => calls[0]?.replace(/^\//, '') ?? '';

const lineOf = ({ row }: MutationResult): string => `${row.id}: ${sentenceOf(row)}`;

const mutantOf = (result: MutationResult, index: number) => {
  const { row, status } = result;
  const line = index + 1;
  return {
    id: row.id,
    mutatorName: row.id.slice(0, 2),
    description: sentenceOf(row),
    replacement: sentenceOf(row),
    statusReason: row.harm,
    status: names[status],
    location: { start: { line, column: 1 }, end: { line, column: lineOf(result).length + 1 } },
  };
};
