import test from 'ava';
import { runScenario } from '../../../simulator/commands/demo/run-scenario.ts';
import { setStage } from '../../../simulator/commands/demo/stage.ts';
import { refusalIn } from '../../../simulator/dashboard/texts/refusals/refusal-in.ts';
import { pathText } from '../../../simulator/files/mistakes.ts';
import { foreseeScenario } from '../../../simulator/inspection/foresight/foresee-scenario.ts';
import { gatewayNames } from '../../../simulator/scenario-engine/definition/endpoint-name.ts';
import { parseScenario } from '../../../simulator/scenario-engine/definition/parse-scenario.ts';
import { takeTurns } from '../../helpers/ava/take-turns.ts';

const challengeCard = '5555555555555599';

const inPlain = (step: unknown) => ({ after: '1m', do: step });

interface Case {
  readonly body: object;
  /** `path: problem`, with `note` before it. */
  readonly foreseen: readonly string[];
  /** It cannot be played. */
  readonly isHopeless?: true;
}

const plainPays = 'attempt 1 pays the order, with card 444455**3333';
const noIssuer = "is not reached: no attempt comes to the issuer's page";

const cases: readonly Case[] = [
  { body: { attempts: ['approve'] }, foreseen: [] },
  {
    body: { attempts: ['approve', { decline: 116 }] },
    foreseen: [`attempts[1]: is not reached: ${plainPays}`],
  },
  {
    body: { attempts: [{ decline: 116 }, { challenge: 'passed' }, 'approve', 'approve'] },
    foreseen: [2, 3].map(
      (index) => `attempts[${index}]: is not reached: attempt 2 pays the order, with card 444455**3333`,
    ),
  },
  {
    body: { attempts: [{ decline: 5 }, { decline: 5 }, { decline: 5 }, 'approve'] },
    foreseen: ['attempts[3]: is not reached: an order allows 3 attempts'],
  },
  {
    body: { attempts: [{ decline: 5 }, 'approve'], payer: { tries: 1 } },
    foreseen: ['attempts[1]: is not reached: the payer tries once'],
  },
  {
    body: { attempts: ['approve', 'approve'], payer: { leavesPage: true } },
    foreseen: ['attempts[1]: is not reached: the payer leaves the page (payer.leavesPage)'],
  },
  {
    body: { attempts: ['approve', 'approve'], payer: { opensAfter: '1h' } },
    foreseen: ['attempts[1]: is not reached: the order is over before (payer.opensAfter)'],
  },
  {
    body: { attempts: [{ challenge: 'abandoned' }, 'approve'] },
    foreseen: ['attempts[1]: is not reached: the payer does not come back from the issuer in attempt 1'],
  },
  {
    body: { attempts: [{ pending: '1m', decline: 5 }, 'approve'] },
    foreseen: ['attempts[1]: is not reached: the payer does not wait for attempt 1'],
  },
  {
    body: { attempts: [{ challenge: 'payer' }, 'approve'], payer: { answersAfter: '20m' } },
    foreseen: ['attempts[1]: is not reached: the order is over in attempt 1 (payer.answersAfter)'],
  },
  { body: { attempts: [{ challenge: 'payer' }, 'approve'], payer: { atAcs: 'fail' } }, foreseen: [] },
  {
    body: { attempts: [{ challenge: 'payer' }, 'approve'], payer: { atAcs: 'pass', otp: '000000' } },
    foreseen: [`attempts[1]: is not reached: ${plainPays}`],
  },
  {
    body: { attempts: ['approve', 'approve'], payer: { cards: [challengeCard], otp: '000000', tries: 2 } },
    foreseen: [],
  },
  {
    body: { later: [inPlain('capture')] },
    foreseen: ['later[0]: is not possible: the order is paid in one phase, so that nothing is held; add phases: 2'],
  },
  { body: { later: [inPlain('capture')], phases: 2 }, foreseen: [] },
  {
    body: {
      later: [inPlain('refund'), { after: '2m', do: 'capture' }, { after: '3m', do: { refund: 1_500_001 } }],
      phases: 2,
    },
    foreseen: [
      'later[0]: is not possible: no money of the order is captured (approved: the money is held and not captured yet)',
      'later[2]: is not possible: this is more than is captured',
    ],
  },
  {
    body: { attempts: [{ partialApproval: 500 }], later: [inPlain({ refund: 501 }), { after: '2m', do: 'refund' }] },
    foreseen: ['later[0]: is not possible: this is more than is captured'],
  },
  {
    body: { later: [inPlain('refund'), inPlain('chargeback')], attempts: [{ decline: 5 }] },
    foreseen: [0, 1].map((index) => `later[${index}]: is not reached: no attempt pays the order`),
  },
  {
    body: {
      later: [{ after: '1m', since: 'at-acs', do: 'expire' }],
      payer: { otp: '1', answersAfter: '1m', atAcs: 'cancel' },
    },
    foreseen: [
      `later[0]: ${noIssuer}`,
      ...['atAcs', 'otp', 'answersAfter'].map(
        (habit) => `payer.${habit}: has no effect: no attempt comes to the issuer's page`,
      ),
    ],
  },
  {
    body: {
      attempts: ['frictionless'],
      gateway: [
        { on: 'acs', do: 'empty' },
        { on: 'finish3dsVer2PaymentAnonymous', do: 'empty' },
      ],
    },
    foreseen: [`gateway[0]: ${noIssuer}`, "gateway[1]: is not reached: no attempt comes back from the issuer's page"],
  },
  {
    body: { gateway: [{ on: 'acs', do: { delay: '1ms' } }] },
    foreseen: [`note gateway[0]: ${noIssuer}`],
  },
  { body: { gateway: [{ on: 'acs', do: { delay: '1ms' } }], payer: { cards: [challengeCard] } }, foreseen: [] },
  {
    body: { gateway: [{ on: 'registerPreAuth', do: { delay: '1ms' } }] },
    foreseen: ['gateway[0]: is not reached: the order is registered by register; add phases: 2'],
  },
  {
    body: { gateway: [{ on: 'rest/register.do', do: { delay: '1ms' } }], phases: 2 },
    foreseen: ['gateway[0]: is not reached: the order is registered by registerPreAuth; leave out phases: 2'],
  },
  {
    body: {
      gateway: [
        { on: 'page', times: 1, do: { delay: '1ms' } },
        { on: 'page', do: { delay: '1ms' } },
        { on: 'page', times: 1, do: { delay: '2ms' } },
        { on: 'bindCard', do: 'empty' },
      ],
      payer: { reloads: 'every' },
    },
    foreseen: [
      'gateway[2]: is not reached: gateway[1] is always used before it',
      'note gateway[3]: is not reached by the rehearsal, which makes no call of bindCard',
    ],
  },
  {
    body: { gateway: [{ on: 'register', do: { httpStatus: 503 } }], attempts: ['approve'], later: [inPlain('refund')] },
    foreseen: ['attempts', 'later'].map((part) => `${part}: is not reached: gateway[0] lets no order be registered`),
    isHopeless: true,
  },
  {
    body: {
      callbacks: [
        { on: 'any', do: { delay: '1ms' } },
        { on: 'deposited', do: 'lost' },
      ],
    },
    foreseen: ['callbacks[1]: is not reached: callbacks[0] is always used before it'],
  },
  {
    body: {
      callbacks: [
        { on: 'approved', do: 'lost' },
        { on: 'reversed', do: 'lost' },
        { on: 'declinedByTimeout', do: 'lost' },
      ],
    },
    foreseen: [
      'callbacks[0]: is not reached: an order that is paid in one phase has no such callback; add phases: 2',
      'note callbacks[1]: is not reached by the rehearsal, which causes no callback reversed',
      'note callbacks[2]: is not reached by the rehearsal, which causes no callback declinedByTimeout',
    ],
  },
  {
    body: {
      phases: 2,
      callbacks: ['approved', 'deposited', 'refunded'].map((on) => ({ on, do: 'lost' })),
      gateway: ['deposit', 'refund'].map((on) => ({ on, do: { delay: '1ms' } })),
    },
    foreseen: [],
  },
];

const neverPaid = 'is not possible: no attempt pays the order';
const paidBefore = 'is not possible in the rehearsal: the payer pays before; payer.opensAfter can change that';

/** Acts that do not count from the payment, and steps that only the rehearsal cannot show. */
const further: readonly Case[] = [
  {
    body: {
      attempts: [{ decline: 116 }],
      later: ['refund', 'reverse', 'chargeback'].map((act) => ({ after: '30m', since: 'registered', do: act })),
    },
    foreseen: [0, 1, 2].map((index) => `later[${index}]: ${neverPaid}`),
  },
  {
    body: { later: [{ after: '5m', since: 'paid', do: 'expire' }] },
    foreseen: ['later[0]: is not possible: an order that is paid does not expire'],
  },
  {
    body: { attempts: ['approve'], later: [{ after: '5m', do: 'expire' }] },
    foreseen: [`note later[0]: ${paidBefore}`],
  },
  { body: { later: [{ after: '5m', do: 'expire' }], payer: { opensAfter: '6m' } }, foreseen: [] },
  {
    body: { later: [{ after: '5m', do: 'expire' }], expect: { orderStatus: 6 } },
    foreseen: [`note later[0]: ${paidBefore}`],
  },
  {
    body: { attempts: ['approve'], later: [{ after: '5m', since: 'registered', do: 'capture' }] },
    foreseen: ['later[0]: is not possible: the order is paid in one phase, so that nothing is held; add phases: 2'],
  },
  {
    body: { attempts: [{ partialApproval: 1_500_001 }] },
    foreseen: ['note attempts[0].partialApproval: has no effect in the rehearsal: its order is of 1500000 minor units'],
  },
  { body: { attempts: [{ partialApproval: 1_500_000 }] }, foreseen: [] },
  {
    body: { attempts: ['approve'], callbacks: [{ on: 'deposited', do: 'outOfOrder' }] },
    foreseen: ['note callbacks[0].do.outOfOrder: is never sent in the rehearsal: no callback follows it'],
  },
  {
    body: { attempts: ['approve'], callbacks: [{ on: 'deposited', do: 'outOfOrder' }], later: [inPlain('refund')] },
    foreseen: [],
  },
];

const allCases = [...cases, ...further];

const parse = (index: number, body: object) => parseScenario(`s${index}`, { about: 'x', ...body });

for (const [index, { body, foreseen }] of allCases.entries())
  test(`of ${JSON.stringify(body)} it is known what has no effect`, (t) => {
    const found = foreseeScenario(parse(index, body));

    t.deepEqual(
      found.map(({ path, problem, isNote }) => `${isNote ? 'note ' : ''}${pathText(path)}: ${problem}`),
      foreseen,
    );
  });

test('the dashboard says all of it in Russian and Kazakh', (t) => {
  const lateAct = { when: { card: '4444' }, later: [{ after: '1h', do: 'expire' }] };
  const found = [...allCases.map(({ body }) => body), lateAct].flatMap((body, index) =>
    foreseeScenario(parse(index, body)),
  );

  for (const { problem } of found)
    for (const language of ['ru', 'kk'] as const)
      t.regex(refusalIn(language, problem), /^\p{Script=Cyrillic}/u, problem);
});

test('a late act of a scenario whose conditions need a card is a note', (t) => {
  const later = [{ after: '1h', do: 'expire' }];
  const problems = [{ card: '4444' }, { attempt: 2 }, { attempt: { from: 2 } }, { attempt: 1 }, { amount: 5 }].map(
    (when) =>
      foreseeScenario(parse(0, { when, later, payer: { leavesPage: true } })).map(
        ({ problem }) => /when\.\w+/.exec(problem)?.[0],
      ),
  );

  t.deepEqual(problems, [['when.card'], ['when.attempt'], ['when.attempt'], [], []]);
});

test('what is foreseen is what does not happen, and nothing else', async (t) => {
  const everyCall = gatewayNames.map((on) => ({ on, do: { delay: '1ms' } }));
  const shapes = [
    {},
    { attempts: [{ challenge: 'payer' }] },
    { attempts: [{ challenge: 'payer' }], payer: { atAcs: 'leave' } },
    { phases: 2, payer: { cards: [challengeCard] } },
    { payer: { leavesPage: true } },
  ].map((shape) => ({ gateway: everyCall, ...shape }));
  const bodies = [...allCases.filter(({ isHopeless }) => !isHopeless).map(({ body }) => body), ...shapes];
  const scenarios = bodies.map((body, index) => parse(index, body));
  await takeTurns(t);
  const stage = await setStage(scenarios);
  t.teardown(stage.stop);

  for (const [index, scenario] of scenarios.entries()) {
    const foreseen = foreseeScenario(scenario).map(({ path }) => pathText(path));
    const { orderId } = await runScenario(stage, scenario);
    const order = await stage.simulator.store.orders.find(orderId);
    const { callbacks = [] } = (await stage.simulator.order(orderId)) ?? {};
    const { entries } = await stage.simulator.journal('test_user');
    const used = new Set(entries.flatMap(({ fault }) => (fault?.scenario === scenario.name ? [fault.step] : [])));
    const happened = {
      attempts: (step: number) => step === 0 || step < (order?.attempts.length ?? 0),
      gateway: (step: number) => used.has(step),
      callbacks: (step: number) =>
        callbacks.some(({ fault }) => fault?.sentence === scenario.callbacks[step]?.sentence),
      later: (step: number) =>
        order?.acts?.some((act) => act.step === step && act.isOver && !act.refusedWith && act.dueMs !== undefined),
    };
    const idle = (Object.keys(happened) as (keyof typeof happened)[]).flatMap((part) =>
      scenario[part].flatMap((_, step) => (happened[part](step) ? [] : [`${part}[${step}]`])),
    );

    t.deepEqual(
      idle,
      foreseen.filter((path) => /^\w+\[\d+\]$/.test(path)),
      JSON.stringify(bodies[index]).slice(0, 300),
    );
  }
});
