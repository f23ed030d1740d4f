import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ExecutionContext } from 'ava';
import type { Simulator } from '../../simulator/simulator.ts';
import { temporaryFolder } from '../helpers/process/temporary-folder.ts';
import type { Given } from './foreign-pacts/verdict.ts';
import { runTool } from './tools.ts';

interface RustError {
  /** Ends with the description of the interaction. */
  readonly interaction: string;
  readonly mismatch: { readonly message?: string; readonly mismatches?: readonly { readonly mismatch: string }[] };
}

interface RustReport {
  readonly interactionResults: readonly { readonly description: string; readonly result: string }[];
  readonly errors: readonly RustError[];
  readonly pendingErrors: readonly RustError[];
}

/** The ways in which verifiers ask for states. */
export const waysOfStates = {
  'with teardown': ['--state-change-teardown'],
  'without teardown': [],
  'as a query': ['--state-change-as-query', '--state-change-teardown'],
};

/** The verdicts of `pact-verifier` on a pact with a running tillbox, by description. */
export const verifyWithRust = async (
  t: ExecutionContext,
  { url, controlUrl }: Pick<Simulator, 'url' | 'controlUrl'>,
  file: string,
  ways: readonly string[],
): Promise<ReadonlyMap<string, Given>> => {
  const { hostname, port } = new URL(url);
  const report = path.join(temporaryFolder(t), 'report.json');
  await runTool(
    'pact-verifier',
    ...['--file', file, '--hostname', hostname, '--port', port, '--json', report],
    ...['--state-change-url', `${controlUrl}/provider-states`, ...ways],
  );
  return verdictsIn(JSON.parse(readFileSync(report, 'utf8')));
};

const verdictsIn = ({ interactionResults, errors, pendingErrors }: RustReport): ReadonlyMap<string, Given> => {
  const complaint = (among: readonly RustError[], description: string) =>
    among.find(({ interaction }) => interaction.endsWith(` - ${description}`))?.mismatch;
  return new Map(
    interactionResults.map(({ description, result }): [string, Given] => {
      if (result === 'OK') return [description, { kind: 'accepted', says: '' }];
      const pending = complaint(pendingErrors, description);
      const { message = '', mismatches = [] } = pending ?? complaint(errors, description) ?? {};
      const says = [message, ...mismatches.map(({ mismatch }) => mismatch)].join('\n').trim();
      return [description, { kind: pending ? 'pending' : 'refused', says }];
    }),
  );
};
