import test from 'ava';
import { killOften } from '../torture/kill.ts';

test('a program that is killed under load again and again loses nothing, and tells what it did', async (t) => {
  const { answered, lost, impossible, callbacks, faults } = await killOften({
    runs: 3,
    seed: 7,
    store: 'sqlite',
    mostAnswers: 60,
  });

  t.deepEqual(lost, []);
  t.deepEqual(impossible, []);
  t.deepEqual(callbacks.invented, []);
  t.deepEqual(callbacks.lost, []);
  t.deepEqual(faults, []);
  t.true(answered >= 3);
});
