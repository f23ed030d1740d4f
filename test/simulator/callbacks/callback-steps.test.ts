import test from 'ava';
import { callbackOperations } from '../../../simulator/domain/callback.ts';
import { ScenarioError } from '../../../simulator/domain/errors/scenario-error.ts';
import { parseScenario } from '../../../simulator/scenario-engine/definition/parse-scenario.ts';
import { callbackSteps } from '../../../simulator/scenario-engine/steps/callback-steps.ts';

const readings: readonly (readonly [entry: object, settings: object, sentence: string])[] = [
  [{ lost: true }, { isLost: true }, 'deposited is lost'],
  [{ delay: '30s' }, { delayMs: 30_000 }, 'deposited comes 30s late'],
  [{ outOfOrder: true }, { isOutOfOrder: true }, 'deposited comes after the one that follows it'],
  [{ beforeRedirect: true }, { isBeforeRedirect: true }, 'deposited comes before the payer does'],
  [{ repeat: 2 }, { sends: 2 }, 'deposited comes twice'],
  [{ repeat: 3 }, { sends: 3 }, 'deposited comes 3 times'],
  [{ fails: 1 }, { failures: 1 }, 'deposited does not reach the shop on the first try'],
  [{ fails: 'always' }, { failures: 'always' }, 'deposited never reaches the shop'],
  [
    { fields: { amount: 1, status: '0' } },
    { fields: { amount: '1', status: '0' } },
    'deposited says status=0 and amount=1',
  ],
  [{ noChecksum: true }, { hasNoChecksum: true }, 'deposited has no checksum'],
  [{ wrongChecksum: true }, { hasWrongChecksum: true }, 'deposited has a wrong checksum'],
];

for (const [entry, settings, sentence] of readings) {
  test(`a callback step of ${JSON.stringify(entry)} has its fault and its sentence`, (t) => {
    const { callbacks, about } = parseScenario('x', { callbacks: [{ on: 'deposited', do: entry }] });

    t.deepEqual(callbacks, [{ on: 'deposited', settings, sentence }]);
    t.is(about, `Callbacks: ${sentence}.`);
  });
}

test('every callback step of the registry is among the entries tested above', (t) => {
  const tested = new Set(readings.flatMap(([entry]) => Object.keys(entry)));

  t.deepEqual([...tested].sort(), Object.keys(callbackSteps).sort());
});

const mistakes: readonly (readonly [step: object, message: string])[] = [
  [{ on: 'deposit', do: { lost: true } }, '.on: expected an operation, got "deposit"; did you mean deposited?'],
  [{ on: 7, do: { lost: true } }, `.on: expected an operation, got 7; it can be ${callbackOperations.join(', ')}, any`],
  [{ on: 'any' }, '.do: expected what goes wrong, got nothing'],
  [{ on: 'any', do: {} }, '.do: expected at least one thing that goes wrong, got {}'],
  [{ on: 'any', do: { repet: 2 } }, '.do.repet: unknown key; did you mean repeat?'],
  [{ on: 'any', do: { repeat: 1 } }, '.do.repeat: expected how often it is sent in all, from 2 to 100, got 1'],
  [{ on: 'any', do: { fails: 0 } }, '.do.fails: expected how many tries fail, from 1 to 100, or always, got 0'],
  [{ on: 'any', do: { delay: '31d' } }, '.do.delay: expected a time such as 30s, 5m or 2h, at most 30 days, got "31d"'],
  [{ on: 'any', do: { fields: { amout: 1 } } }, '.do.fields.amout: unknown key; did you mean amount?'],
  [{ on: 'any', do: { fields: { amount: 1.5 } } }, '.do.fields.amount: expected a text or a whole number, got 1.5'],
  [
    { on: 'any', do: { fields: {} } },
    '.do.fields: expected fields of a callback with wrong values, such as { amount: 1 }, got {}',
  ],
  [{ on: 'any', times: 0, do: { lost: true } }, '.times: expected how often, from 1, got 0'],
  [
    { on: 'any', do: { repeat: 2, lost: true } },
    ': lost and repeat contradict each other: a lost callback is not sent',
  ],
  [
    { on: 'any', do: { delay: '1s', beforeRedirect: true } },
    ': delay and beforeRedirect contradict each other: the payer would wait as long',
  ],
  [
    { on: 'any', do: { wrongChecksum: true, noChecksum: true } },
    ': wrongChecksum and noChecksum contradict each other: a checksum that is not there is not wrong',
  ],
  [
    { on: 'any', do: { outOfOrder: true } },
    ': any and outOfOrder contradict each other: each callback would wait for the next; add times',
  ],
];

for (const [step, message] of mistakes) {
  test(`a callback step of ${JSON.stringify(step)} is refused with a message that helps`, (t) => {
    const source = { file: 'scenarios/x.yaml', lineOf: () => 3 };
    const error = t.throws(() => parseScenario('x', { callbacks: [step] }, source), { instanceOf: ScenarioError });

    t.is(error?.message, `scenarios/x.yaml:3: callbacks[0]${message}`);
  });
}
