import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ExecutionContext } from 'ava';
import { runScript } from '../../contracts/pact/run-script.ts';
import { temporaryFolder } from '../helpers/process/temporary-folder.ts';
import type { Given } from './foreign-pacts/verdict.ts';

const program = path.join(import.meta.dirname, '../../simulator/commands/cli.ts');

/** Settings of the machine that the command would read. */
const unset = { BANK: '', GITHUB_ACTIONS: '', GITHUB_STEP_SUMMARY: '', PACT_BROKER_BASE_URL: '' };

/** The parts of the report that are read here. */
interface OwnReport {
  readonly interactionResults: readonly {
    readonly description: string;
    readonly result: 'OK' | 'Error';
    readonly pending: boolean;
    readonly mismatch?: { readonly message?: string; readonly mismatches?: readonly { readonly mismatch: string }[] };
  }[];
  readonly notTried: readonly { readonly description: string; readonly reason: string }[];
}

export interface OwnRun {
  readonly code: number;
  readonly output: string;
  readonly verdicts: ReadonlyMap<string, Given>;
}

/** Runs `tillbox verify`, and reads its verdicts from its JSON report. */
export const runTillboxVerify = async (t: ExecutionContext, ...args: readonly string[]): Promise<OwnRun> => {
  const report = path.join(temporaryFolder(t), 'report.json');
  const { code, output } = await runScript([program, 'verify', ...args, '--json', report], unset);
  t.true(code === 0 || code === 1 || code === 2, output);
  return { code, output, verdicts: verdictsIn(JSON.parse(readFileSync(report, 'utf8'))) };
};

const verdictsIn = ({ interactionResults, notTried }: OwnReport): ReadonlyMap<string, Given> =>
  new Map([
    ...interactionResults.map(({ description, result, pending, mismatch }): [string, Given] => {
      if (result === 'OK') return [description, { kind: 'accepted', says: '' }];
      const says = [mismatch?.message, ...(mismatch?.mismatches ?? []).map((one) => one.mismatch)];
      return [description, { kind: pending ? 'pending' : 'refused', says: says.filter(Boolean).join('\n') }];
    }),
    ...notTried.map(({ description, reason }): [string, Given] => [description, { kind: 'not tried', says: reason }]),
  ]);
