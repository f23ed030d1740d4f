import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import test from 'ava';
import { parse } from 'yaml';
import { schemaFile } from '../../../simulator/scenario-engine/definition/json-schema.ts';
import { parseScenario } from '../../../simulator/scenario-engine/definition/parse-scenario.ts';
import { attemptSteps } from '../../../simulator/scenario-engine/steps/attempt-steps.ts';
import { callbackSteps } from '../../../simulator/scenario-engine/steps/callback-steps.ts';
import { gatewaySteps } from '../../../simulator/scenario-engine/steps/gateway-steps.ts';
import { laterSteps } from '../../../simulator/scenario-engine/steps/later-steps.ts';
import type { SettingForm } from '../../../simulator/scenario-engine/steps/setting.ts';
import { mistakesIn } from './a-scenario.ts';

const bodyWith = {
  attempts: (step: unknown) => ({ attempts: [step] }),
  gateway: (step: unknown) => ({ gateway: [{ on: 'register', do: step }] }),
  callbacks: (step: unknown) => ({ callbacks: [{ on: 'deposited', do: step }] }),
  later: (step: unknown) => ({ later: [{ after: '1h', do: step }] }),
};

const tables = { attempts: attemptSteps, gateway: gatewaySteps, callbacks: callbackSteps, later: laterSteps };

const takesTrue = (form: SettingForm): boolean =>
  form.type === 'flag' || (form.type === 'anyOf' && form.settings.some(({ type }) => type === 'flag'));

const steps = (Object.keys(tables) as (keyof typeof tables)[]).flatMap((part) =>
  Object.entries(tables[part]).map(([name, { setting }]) => ({ part, name, isBare: takesTrue(setting), setting })),
);

const schemaAccepts = new Ajv({ strict: false, logger: false }).compile(JSON.parse(readFileSync(schemaFile, 'utf8')));

for (const { part, name } of steps.filter(({ isBare }) => isBare))
  test(`${name} of ${part} may stand bare`, (t) => {
    const { source, ...bare } = parseScenario('x', bodyWith[part](name));
    const { source: _, ...long } = parseScenario('x', bodyWith[part]({ [name]: true }));

    t.deepEqual(bare, long);
    t.deepEqual(source, bodyWith[part](name), 'the body stays as it was written');
    t.true(schemaAccepts(bodyWith[part](name)));
  });

for (const { part, name, setting } of steps.filter(({ isBare }) => !isBare))
  test(`${name} of ${part} needs its setting`, (t) => {
    const [mistake, ...others] = mistakesIn(t, bodyWith[part](name));

    t.deepEqual(others, []);
    const [, meant = ''] = /; did you mean (.*)\?$/.exec(mistake ?? '') ?? [];
    t.true(
      mistake?.endsWith(
        `: expected ${name} with its setting, ${setting.expected}, got "${name}"; did you mean ${meant}?`,
      ),
      mistake,
    );
    t.notThrows(() => parseScenario('x', bodyWith[part](parse(meant))), 'what it proposes is right');
    t.deepEqual(Object.keys(parse(meant) as object), [name]);
    t.false(schemaAccepts(bodyWith[part](name)));
  });

const unset: readonly (readonly [body: object, message: string])[] = [
  [
    bodyWith.attempts('decline'),
    'attempts[0]: expected decline with its setting, an action code or its name, got "decline"; did you mean { decline: insufficient-funds }?',
  ],
  [
    bodyWith.gateway('drop'),
    'gateway[0].do: expected drop with its setting, before or after the work, got "drop"; did you mean { drop: after }?',
  ],
  [
    bodyWith.attempts('declin'),
    'attempts[0]: expected the steps of an attempt, got "declin"; did you mean { decline: insufficient-funds }?',
  ],
  [
    bodyWith.attempts('card-stolen'),
    'attempts[0]: expected the steps of an attempt, got "card-stolen"; did you mean { decline: card-stolen }?',
  ],
  [
    bodyWith.attempts('insuficient-funds'),
    'attempts[0]: expected the steps of an attempt, got "insuficient-funds"; did you mean { decline: insufficient-funds }?',
  ],
  [
    bodyWith.attempts('passed'),
    'attempts[0]: expected the steps of an attempt, got "passed"; did you mean { challenge: passed }?',
  ],
  [
    bodyWith.attempts({ decline: null }),
    'attempts[0].decline: expected an action code or its name, got null; did you mean { decline: insufficient-funds }?',
  ],
  [bodyWith.attempts({ approve: null }), 'attempts[0].approve: expected true, got null; did you mean approve?'],
  [
    bodyWith.gateway({ drop: null, delay: '1s' }),
    'gateway[0].do.drop: expected before or after the work, got null; did you mean { drop: after }?',
  ],
  [bodyWith.attempts(116), 'attempts[0]: expected the steps of an attempt, got 116; did you mean { decline: 116 }?'],
  [bodyWith.attempts(117_000), 'attempts[0]: expected the steps of an attempt, got 117000'],
  [
    bodyWith.callbacks('always'),
    'callbacks[0].do: expected what goes wrong, got "always"; did you mean { fails: always }?',
  ],
  [
    { gateway: ['malformed'] },
    'gateway[0]: expected a gateway step, got "malformed"; did you mean { on: register, do: malformed }?',
  ],
  [
    { gateway: ['drop'] },
    'gateway[0]: expected a gateway step, got "drop"; did you mean { on: register, do: { drop: after } }?',
  ],
  [
    { callbacks: ['lost'] },
    'callbacks[0]: expected a callback step, got "lost"; did you mean { on: deposited, do: lost }?',
  ],
  [{ later: ['expire'] }, 'later[0]: expected a later step, got "expire"; did you mean { after: 30m, do: expire }?'],
  [{ later: ['sleep'] }, 'later[0]: expected a later step, got "sleep"'],
];

for (const [body, message] of unset)
  test(`a bare ${JSON.stringify(body)} is refused with a step that is right`, (t) => {
    t.deepEqual(mistakesIn(t, body), [`scenarios/x.yaml: ${message}`]);
    t.false(schemaAccepts(body));
  });

const unknown: readonly (readonly [body: object, message: string])[] = [
  [bodyWith.attempts('aprove'), 'attempts[0]: expected the steps of an attempt, got "aprove"; did you mean approve?'],
  [bodyWith.gateway('malformd'), 'gateway[0].do: expected what goes wrong, got "malformd"; did you mean malformed?'],
  [
    bodyWith.later('charge'),
    'later[0].do: expected what the bank does, got "charge"; it can be expire, capture, reverse, refund, chargeback',
  ],
];

for (const [body, message] of unknown)
  test(`a bare step of ${JSON.stringify(body)} is refused with a message that helps`, (t) => {
    t.deepEqual(mistakesIn(t, body), [`scenarios/x.yaml: ${message}`]);
  });

test('bare steps stand beside others, and contradictions are found among them', (t) => {
  const { attempts } = parseScenario('x', { attempts: [{ decline: 116 }, 'approve'] });

  t.deepEqual(
    attempts.map(({ sentence }) => sentence),
    ['declines the card (insufficient funds, 116)', 'approves the payment'],
  );
  t.deepEqual(mistakesIn(t, { gateway: [{ on: 'page', do: 'empty' }], callbacks: [{ on: 'any', do: 'outOfOrder' }] }), [
    'scenarios/x.yaml: callbacks[0]: any and outOfOrder contradict each other: each callback would wait for the next; add times',
  ]);
});
