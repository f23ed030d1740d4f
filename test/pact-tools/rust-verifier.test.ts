import path from 'node:path';
import test from 'ava';
import { simulatorFor } from '../helpers/simulator/simulator.ts';
import { pactsFolder, table } from './foreign-pacts/table.ts';
import { differenceFrom } from './foreign-pacts/verdict.ts';
import { verifyWithRust, waysOfStates } from './verify-with-rust.ts';

/** It would look for plugins in the network. */
const notRun = ['plugin-v4.json'];

for (const [file, rows] of Object.entries(table)) {
  if (notRun.includes(file)) continue;
  for (const [way, options] of Object.entries(waysOfStates)) {
    test(`pact-verifier and a running tillbox: ${file}, states ${way}`, async (t) => {
      const verdicts = await verifyWithRust(t, await simulatorFor(t), path.join(pactsFolder, file), options);

      t.deepEqual([...verdicts.keys()].sort(), rows.map(({ description }) => description).sort());
      const wrong = rows.flatMap(({ description, ours, rust = ours }) => {
        const difference = differenceFrom(rust, verdicts.get(description) ?? { kind: 'not tried', says: 'absent' });
        return difference === undefined ? [] : [`${description}: ${difference}`];
      });
      t.deepEqual(wrong, []);
    });
  }
}
