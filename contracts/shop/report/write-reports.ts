import { appendFileSync, writeFileSync } from 'node:fs';
import { junitOf } from '../../verify/report/junit.ts';
import { CannotTry, type ShopResult } from '../case-result.ts';
import { githubSummary } from './github-report.ts';

/** Files to write; absent ones are not written. */
export interface ReportFiles {
  readonly json?: string;
  readonly junit?: string;
  /** The summary of a step of GitHub Actions; what it has already stays. */
  readonly summary?: string;
}

/** @throws CannotTry if a file cannot be written */
export const writeReports = (result: ShopResult, { json, junit, summary }: ReportFiles): void => {
  if (json !== undefined) write(json, `${JSON.stringify(jsonOf(result), undefined, 2)}\n`);
  if (junit !== undefined) write(junit, junitOf('tillbox verify-shop', [suiteOf(result)]));
  if (summary !== undefined) write(summary, githubSummary(result), appendFileSync);
};

const write = (file: string, text: string, writeTo: (file: string, text: string) => void = writeFileSync): void => {
  try {
    writeTo(file, text);
  } catch (error) {
    throw new CannotTry(`${file} cannot be written (${(error as NodeJS.ErrnoException).code})`);
  }
};

const jsonOf = ({ callbackUrl, cases }: ShopResult) => ({
  callbackUrl,
  accepted: cases.every(({ outcome }) => outcome !== 'fails'),
  cases,
});

const suiteOf = ({ callbackUrl, cases }: ShopResult) => ({
  name: `shop ${callbackUrl}`,
  cases: cases.map(({ id, title, outcome, reason = '', harm, details }) => ({
    name: id === title ? title : `${id}: ${title}`,
    ...(outcome === 'fails' && { failure: { message: reason, text: [harm, ...details].join('\n') } }),
    ...(outcome === 'not tried' && { skipped: reason }),
  })),
});
