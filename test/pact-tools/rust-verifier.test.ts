import { readFileSync } from 'node:fs';
import path from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { temporaryFolder } from '../helpers/process/temporary-folder.ts';
import { simulatorFor } from '../helpers/simulator/simulator.ts';
import { pactsFolder, table } from './foreign-pacts/table.ts';
import { differenceFrom, type Given } from './foreign-pacts/verdict.ts';
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

/** The verdicts of `pact-verifier` on a pact with a running tillbox, by description. */
const verdictsOf = async (t: ExecutionContext, file: string, ways: readonly string[]): Promise<Map<string, Given>> => {
  const gateway = await simulatorFor(t);
  const { hostname, port } = new URL(gateway.url);
  const report = path.join(temporaryFolder(t), 'report.json');
  const { output } = await runTool(
    'pact-verifier',
    ...['--file', path.join(pactsFolder, file), '--hostname', hostname, '--port', port, '--json', report],
    ...['--state-change-url', `${gateway.controlUrl}/provider-states`, ...ways],
  );
  t.log(output.slice(-200));
  const { interactionResults, errors, pendingErrors } = JSON.parse(readFileSync(report, 'utf8')) as RustReport;
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

const ways = {
  'with teardown': ['--state-change-teardown'],
  'without teardown': [],
  'as a query': ['--state-change-as-query', '--state-change-teardown'],
};

/** It would look for plugins in the network. */
const notRun = ['plugin-v4.json'];

for (const [file, rows] of Object.entries(table)) {
  if (notRun.includes(file)) continue;
  for (const [way, options] of Object.entries(ways)) {
    test(`pact-verifier and a running tillbox: ${file}, states ${way}`, async (t) => {
      const verdicts = await verdictsOf(t, file, options);

      t.deepEqual([...verdicts.keys()].sort(), rows.map(({ description }) => description).sort());
      const wrong = rows.flatMap(({ description, ours, rust = ours }) => {
        const difference = differenceFrom(rust, verdicts.get(description) ?? { kind: 'not tried', says: 'absent' });
        return difference === undefined ? [] : [`${description}: ${difference}`];
      });
      t.deepEqual(wrong, []);
    });
  }
}
