import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openStore } from '../../simulator/store/open-store.ts';
import { nonsense, payments, secretsIn } from '../helpers/payments/card-acts.ts';
import { simulatorFor } from '../helpers/simulator/simulator.ts';
import { postgresProgram } from '../helpers/stores/postgres.ts';
import { type LastingStore, lastingStores } from '../helpers/stores/stores.ts';
import { testOn } from './test-on.ts';

/** All that a store has written, byte by byte, also what it has not folded in or has thrown away. */
const bytesOf: Readonly<Record<LastingStore, (name: string) => string>> = {
  sqlite: (name) => {
    const folder = dirname(name.slice('sqlite:'.length));
    return readdirSync(folder)
      .map((file) => readFileSync(join(folder, file), 'latin1'))
      .join('\n');
  },
  postgres: (name) => execFileSync(postgresProgram('pg_dump'), [name], { encoding: 'utf8', maxBuffer: 2 ** 28 }),
};

for (const kind of Object.keys(lastingStores) as LastingStore[])
  testOn(kind)(`${kind}: no card number and no security code is in what the store has written`, async (t) => {
    const name = await lastingStores[kind](t);
    const merchants = [{ login: 'test_user', password: 'test_user_password', token: 'public-token' }];
    const simulator = await simulatorFor(t, { store: await openStore(name), merchants, logLevel: 'silent' });

    for (const act of [...payments, ...nonsense]) await act(simulator);
    await simulator.clock.advance(1_300_000);
    await simulator.settled();

    const written = bytesOf[kind](name);
    t.true(written.includes('427683**'), 'masked numbers are there');
    t.deepEqual(secretsIn(written), []);
  });
