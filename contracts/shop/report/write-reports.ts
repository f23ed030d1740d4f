import { writeFileSync } from 'node:fs';
import type { ShopResult } from '../case-result.ts';
import { CannotTry } from '../case-result.ts';
import { junitOf } from './junit.ts';

/** Files to write; absent ones are not written. */
export interface ReportFiles {
  readonly json?: string;
  readonly junit?: string;
}

/** @throws CannotTry if a file cannot be written */
export const writeReports = (result: ShopResult, { json, junit }: ReportFiles): void => {
  if (json !== undefined) write(json, `${JSON.stringify(jsonOf(result), undefined, 2)}\n`);
  if (junit !== undefined) write(junit, junitOf(suiteOf(result)));
};

const write = (file: string, text: string): void => {
  try {
    writeFileSync(file, text);
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
