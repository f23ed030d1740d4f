import { createRequire } from 'node:module';
import test from 'ava';
import { scenarioJsonSchema } from '../../../simulator/scenario-engine/definition/json-schema.ts';

interface Place {
  readonly path: readonly string[];
  readonly word: string;
  readonly isValue: boolean;
}

interface Completion {
  readonly placeAt: (before: string) => Place;
  readonly wordsAt: (schema: object, place: Place) => readonly { readonly text: string; readonly about?: string }[];
}

const { placeAt, wordsAt } = createRequire(import.meta.url)(
  '../../../simulator/dashboard/assets/complete.js',
) as Completion;

const schema = JSON.parse(scenarioJsonSchema()) as object;
const wordsAfter = (before: string): readonly string[] => wordsAt(schema, placeAt(before)).map(({ text }) => text);

for (const [before, path, word, isValue] of [
  ['', [], '', false],
  ['ab', [], 'ab', false],
  ['about: x\natt', [], 'att', false],
  ['attempts:\n  - ', ['attempts', '-'], '', false],
  ['attempts:\n- de', ['attempts', '-'], 'de', false],
  ['attempts:\n  - decline: insuf', ['attempts', '-', 'decline'], 'insuf', true],
  ['attempts:\n  - decline: 116\n    del', ['attempts', '-'], 'del', false],
  ['attempts:\n  - decline: 116\n  # note\n\n  - ', ['attempts', '-'], '', false],
  ['attempts: [{ decline: in', ['attempts', '-', 'decline'], 'in', true],
  ['attempts: [{ decline: 116, de', ['attempts', '-'], 'de', false],
  ['when:\n  amount: { from: 1, ', ['when', 'amount'], '', false],
  ['gateway:\n  - on: register\n    do:\n      ', ['gateway', '-', 'do'], '', false],
  ['gateway:\n  - on: register\n    do:\n      httpStatus: 500\n    ', ['gateway', '-'], '', false],
  ['expect:\n  orderStatus: 2\ncall', [], 'call', false],
] as const)
  test(`the place after ${JSON.stringify(before)}`, (t) => {
    t.deepEqual(placeAt(before), { path: [...path], word, isValue });
  });

test('the words that fit are keys with a colon, and values with their meaning', (t) => {
  t.deepEqual(wordsAfter('att'), ['attempts: ']);
  t.true(wordsAfter('attempts:\n  - ').includes('decline: '));
  t.is(wordsAfter('attempts:\n  - decline: insuf')[0], 'insufficient-funds');
  t.true(wordsAfter('gateway:\n  - on: reg').includes('register'));
  t.true(wordsAfter('callbacks:\n  - on: depos').includes('deposited'));
  t.deepEqual(wordsAfter('attempts:\n  - approve: t').slice(0, 1), ['true']);
  t.deepEqual(wordsAfter('nothing:\n  here: '), []);
  t.truthy(wordsAt(schema, placeAt('attempts:\n  - decline: insuf'))[0]?.about);
});
