import test from 'ava';
import { contradictionInPayer } from '../../../client/customer/payer-contradictions.ts';
import { acsActs, habitChecks, reloadedPages } from '../../../client/customer/payer-habits.ts';
import { Payer, type PayerHabits } from '../../../client/index.ts';
import { parseScenario } from '../../../simulator/scenario-engine/definition/parse-scenario.ts';

const parse = (payer: object) => parseScenario('own', { attempts: [{ approve: true }], payer });

/** A value of each word. */
const samples: Required<PayerHabits> = {
  tries: 2,
  cards: ['4111111111111111'],
  otp: '123456',
  atAcs: 'cancel',
  opensAfter: '2m',
  answersAfter: '30s',
  leavesPage: true,
  submitsTwice: true,
  closesWindow: true,
  paysAgain: true,
  reloads: 'every',
};

for (const [word, value] of Object.entries(samples)) {
  test(`a payer's ${word} is the same in a scenario file and in code`, (t) => {
    t.deepEqual(parse({ [word]: value }).payer[word as keyof PayerHabits], value);
    t.notThrows(() => new Payer({ [word]: value }));
  });
}

test('files and code know the same words of a payer', (t) => {
  const error = t.throws(() => parse({ whistles: true }));
  const [, known = ''] = /known are (.*)$/m.exec(error?.message ?? '') ?? [];

  t.deepEqual(known.split(', ').toSorted(), Object.keys(habitChecks).toSorted());
  t.deepEqual(Object.keys(samples).toSorted(), Object.keys(habitChecks).toSorted());
});

for (const atAcs of acsActs) {
  test(`at the issuer a payer may ${atAcs}, in files and in code`, (t) => {
    t.is(parse({ atAcs }).payer.atAcs, atAcs);
    t.notThrows(() => new Payer({ atAcs }));
  });
}

for (const reloads of reloadedPages) {
  test(`a payer may reload ${reloads} pages, in files and in code`, (t) => {
    t.is(parse({ reloads }).payer.reloads, reloads);
    t.notThrows(() => new Payer({ reloads }));
  });
}

const values = { ...samples, atAcs: 'leave' } as const;

for (const one of Object.keys(values) as (keyof PayerHabits)[])
  for (const other of Object.keys(values) as (keyof PayerHabits)[])
    if (one < other) {
      test(`files and code agree whether ${one} and ${other} contradict each other`, async (t) => {
        const habits = { [one]: values[one], [other]: values[other] };
        const inCode = await t.throwsAsync(new Payer(habits).pay('not an address'));
        const contradiction = contradictionInPayer(habits);

        t.is(inCode?.message.includes('contradict each other'), contradiction !== undefined);
        if (contradiction === undefined) t.notThrows(() => parse(habits));
        else t.regex(t.throws(() => parse(habits))?.message ?? '', /contradict each other/);
      });
    }

for (const payer of [
  { atAcs: 'answer-too-late' },
  { leavePage: true },
  { closeWindow: true },
  { reload: 'every' },
  { answersAfter: '2d' },
  { answersAfter: '20' },
  { opensAfter: -1 },
  { tries: -1 },
  { leavesPage: 'yes' },
  { cards: [] },
]) {
  test(`files refuse ${JSON.stringify(payer)}, and so does code unless a list is empty`, (t) => {
    t.throws(() => parse(payer));
    if (!('cards' in payer)) t.throws(() => new Payer(payer as object));
  });
}
