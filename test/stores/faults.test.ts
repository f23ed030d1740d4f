import type { ExecutionContext } from 'ava';
import { newPostgresStore } from '../helpers/stores/shared-postgres.ts';
import type { Figures } from '../torture/judge.ts';
import { killOften } from '../torture/kill.ts';
import { killReplicas } from '../torture/kill-replicas.ts';
import { stopOften } from '../torture/outage.ts';
import { testOn } from './test-on.ts';

/** Nothing that was answered is lost, and nothing is told that did not happen. */
const wentWell = (t: ExecutionContext, { lost, impossible, callbacks, faults, answered }: Figures): void => {
  t.deepEqual(lost, []);
  t.deepEqual(impossible, []);
  t.deepEqual(callbacks.invented, []);
  t.deepEqual(callbacks.lost, []);
  t.deepEqual(faults, []);
  t.true(answered >= 3);
};

const storeNames = {
  sqlite: async () => 'sqlite',
  postgres: newPostgresStore,
} as const;

for (const [kind, makeName] of Object.entries(storeNames))
  testOn(kind)(`${kind}: a program that is killed under load loses nothing, and tells what it did`, async (t) => {
    wentWell(t, await killOften({ runs: 4, seed: 7, store: await makeName(), mostAnswers: 60 }));
  });

testOn('postgres')('of three processes with one database each is killed under load, and nothing is lost', async (t) => {
  const store = await newPostgresStore();

  const figures = await killReplicas({ runs: 3, seed: 3, store, mostAnswers: 60 });

  wentWell(t, figures);
  t.deepEqual(figures.whileAllLived.repeated, [], 'while all live each callback comes once');
  t.deepEqual(figures.whileAllLived.lost, []);
});

testOn('postgres')('a program lives through stops of PostgreSQL under load, and loses nothing', async (t) => {
  const figures = await stopOften({ runs: 2, seed: 5, mostAnswers: 60 });

  wentWell(t, figures);
  t.true(figures.refused > 0);
});
