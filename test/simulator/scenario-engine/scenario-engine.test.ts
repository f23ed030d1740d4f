import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import test, { type ExecutionContext } from 'ava';
import { actionCodeRow, actionCodes } from '../../../simulator/data/action-codes.ts';
import type { AttemptPlan } from '../../../simulator/domain/attempt-plan.ts';
import { ScenarioError } from '../../../simulator/domain/scenario-error.ts';
import { type Choice, choosePlan } from '../../../simulator/scenario-engine/choice/choose-plan.ts';
import type { PaymentFacts } from '../../../simulator/scenario-engine/choice/conditions.ts';
import { isOutcomeName, outcomeOptions, plainOutcome } from '../../../simulator/scenario-engine/choice/outcomes.ts';
import { scenarioJsonSchema, schemaFile } from '../../../simulator/scenario-engine/definition/json-schema.ts';
import { loadScenarios } from '../../../simulator/scenario-engine/definition/load-scenarios.ts';
import { parseScenario } from '../../../simulator/scenario-engine/definition/parse-scenario.ts';
import type { When } from '../../../simulator/scenario-engine/definition/when.ts';
import { planForAttempt, type Scenario } from '../../../simulator/scenario-engine/scenario.ts';
import { attemptSteps } from '../../../simulator/scenario-engine/steps/attempt-steps.ts';

const shippedFolder = fileURLToPath(new URL('../../../scenarios', import.meta.url));

const aScenario = (body: object, name = 'sample'): Scenario =>
  parseScenario(name, { attempts: [{ approve: true }], ...body });

const aDecline = (name: string, when?: When): Scenario =>
  aScenario({ attempts: [{ decline: 5 }], ...(when && { when }) }, name);

const somePayment = (facts: Partial<PaymentFacts> = {}): PaymentFacts => ({
  amountMinor: 1500,
  currency: '398',
  orderNumber: 'A-1',
  merchant: 'test_user',
  language: 'en',
  attempt: 1,
  pan: '4111111111111111',
  ...facts,
});

const mistakesIn = (t: ExecutionContext, body: unknown, name = 'x'): readonly string[] => {
  const error = t.throws(() => parseScenario(name, body, { file: `scenarios/${name}.yaml`, lineOf: () => undefined }), {
    instanceOf: ScenarioError,
  });
  return error?.message.split('\n') ?? [];
};

const mistakesInAttempt = (t: ExecutionContext, entry: unknown): readonly string[] =>
  mistakesIn(t, { attempts: [entry] });

const reasons = ({ explanation }: Choice): readonly string[] =>
  explanation.map(({ decider, decided, because }) => `${decider} ${decided ? 'yes' : 'no'}: ${because}`);

const folderWith = async (t: ExecutionContext, files: Readonly<Record<string, string>>): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'scenarios-'));
  t.teardown(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
};

const declineWith = (actionCode: number): AttemptPlan => ({ verdict: { kind: 'decline', actionCode } });

const readings: readonly (readonly [entry: object, plan: AttemptPlan, sentence: string])[] = [
  [{ approve: true }, { verdict: { kind: 'approve' } }, 'approves the payment'],
  [{ partialApproval: 500 }, { verdict: { kind: 'approve', approvedMinor: 500 } }, 'approves only 500 minor units'],
  [{ decline: 'insufficient-funds' }, declineWith(116), 'declines the card (insufficient funds, 116)'],
  [{ decline: 116 }, declineWith(116), 'declines the card (insufficient funds, 116)'],
  [{ decline: -2025 }, declineWith(-2025), 'declines the card (challenge refused, -2025)'],
  [{ decline: 'insufficient-funds-20' }, declineWith(20), 'declines the card (insufficient funds, 20)'],
  [{ decline: 'three-ds-failed' }, declineWith(341019), 'declines the card (3-D Secure failed, 341019)'],
  [
    { softDecline: true },
    { route: 'none', ...declineWith(1434) },
    'skips 3-D Secure, then declines because it demands it (soft decline, 1434)',
  ],
  [{ challenge: 'passed' }, { route: 'challenge', challengeEnd: 'passed' }, 'asks for a challenge, which is passed'],
  [{ challenge: 'failed' }, { route: 'challenge', challengeEnd: 'failed' }, 'asks for a challenge, which fails'],
  [
    { challenge: 'cancelled' },
    { route: 'challenge', challengeEnd: 'cancelled' },
    'asks for a challenge, which is cancelled',
  ],
  [
    { challenge: 'timed-out' },
    { route: 'challenge', challengeEnd: 'timed-out' },
    'asks for a challenge, which times out',
  ],
  [
    { challenge: 'abandoned' },
    { route: 'challenge', challengeEnd: 'abandoned' },
    'asks for a challenge, from which the payer never comes back',
  ],
  [
    { challenge: 'payer' },
    { route: 'challenge', challengeEnd: 'payer' },
    'asks for a challenge, which ends as the payer answers',
  ],
  [{ challenge: 'unavailable' }, { route: 'unavailable' }, 'cannot be reached for 3-D Secure'],
  [{ frictionless: true }, { route: 'frictionless' }, 'authenticates the payer without a challenge'],
  [{ attempt: true }, { route: 'attempt' }, 'lets 3-D Secure end as an attempt'],
  [{ withoutThreeDs: true }, { route: 'none' }, 'skips 3-D Secure'],
  [{ delay: '200ms' }, { delayMs: 200 }, 'thinks for 200ms'],
  [{ delay: '1.5s' }, { delayMs: 1500 }, 'thinks for 1.5s'],
  [{ delay: '10m' }, { delayMs: 600_000 }, 'thinks for 10m'],
  [{ delay: 90_000 }, { delayMs: 90_000 }, 'thinks for 90s'],
  [{ pending: '10m' }, { pendingMs: 600_000 }, 'leaves it open for 10m'],
  [{ pending: '30d' }, { pendingMs: 2_592_000_000 }, 'leaves it open for 30d'],
];

for (const [entry, plan, sentence] of readings) {
  test(`an attempt of ${JSON.stringify(entry)} has its plan and its sentence`, (t) => {
    const scenario = aScenario({ attempts: [entry] });

    t.deepEqual(scenario.attempts, [{ plan, sentence }]);
  });
}

test('every step of the registry is among the entries tested above', (t) => {
  const tested = new Set(readings.flatMap(([entry]) => Object.keys(entry)));

  t.deepEqual([...tested].sort(), Object.keys(attemptSteps).sort());
});

test('every action code but 0 can be declined with, by number and by name', (t) => {
  for (const { code, name } of actionCodes.filter(({ group }) => group !== 'approved')) {
    const { attempts } = aScenario({ attempts: [{ decline: code }, { decline: name }] });

    t.deepEqual(
      attempts.map(({ plan }) => plan),
      [declineWith(code), declineWith(code)],
    );
  }
});

test('the keys of one entry combine', (t) => {
  const scenario = aScenario({ attempts: [{ delay: '2s', decline: 'do-not-honour', challenge: 'passed' }] });

  t.deepEqual(planForAttempt(scenario, 1), {
    plan: { route: 'challenge', challengeEnd: 'passed', delayMs: 2000, verdict: { kind: 'decline', actionCode: 5 } },
    sentence: 'asks for a challenge, which is passed, thinks for 2s, declines the card (do not honour, 5)',
  });
});

test('the last entry holds for all later attempts', (t) => {
  const scenario = aScenario({ attempts: [{ decline: 116 }, { decline: 5 }] });

  t.deepEqual(
    [1, 2, 3, 99].map((attempt) => planForAttempt(scenario, attempt)?.plan),
    [116, 5, 5, 5].map(declineWith),
  );
});

test('what a scenario leaves out has its default', (t) => {
  const body = { attempts: [{ decline: 116 }, { approve: true }] };

  t.deepEqual(parseScenario('two-tries', body), {
    name: 'two-tries',
    about: 'The bank declines the card (insufficient funds, 116); then it approves the payment.',
    attempts: [
      { plan: declineWith(116), sentence: 'declines the card (insufficient funds, 116)' },
      { plan: { verdict: { kind: 'approve' } }, sentence: 'approves the payment' },
    ],
    gateway: [],
    callbacks: [],
    later: [],
    expect: {},
    payer: { tries: 2, atAcs: 'answer', leavesPage: false },
    phases: 1,
    source: body,
  });
});

test('what a scenario says is kept', (t) => {
  const when = { amount: { from: 5 }, orderNumber: '^a' };
  const expect = { orderStatus: 6, actionCode: -2009, payer: 'acs' };
  const payer = { tries: 1, atAcs: 'leave', otp: '0000', leavesPage: true };
  const body = { about: 'Why.', when, attempts: [{ approve: true }], expect, payer };

  t.like(parseScenario('all', body, { file: 'scenarios/all.yaml', lineOf: () => undefined }), {
    about: 'Why.',
    file: 'scenarios/all.yaml',
    when,
    expect,
    payer,
  });
});

test('a payer has the habits that are given, and a try for each card', (t) => {
  const cards = ['4444555511113333', '5555555555555599'];
  const habits = { cards, submitsTwice: true, paysAgain: true, reloads: 'every', atAcs: 'answer-too-late' };

  const { payer } = aScenario({ payer: { ...habits, closesWindow: false } });

  t.deepEqual(payer, { ...habits, tries: 2, leavesPage: false } as typeof payer);
});

const attemptMistakes: readonly (readonly [entry: unknown, message: string])[] = [
  [
    { decline: 'insufficent-funds' },
    '.decline: expected an action code or its name, got "insufficent-funds"; did you mean insufficient-funds?',
  ],
  [{ decline: 'nonsense' }, '.decline: expected an action code or its name, got "nonsense"'],
  [{ decline: 0 }, '.decline: expected an action code or its name, got 0'],
  [{ decline: 424242 }, '.decline: expected an action code or its name, got 424242'],
  [{ declin: 116 }, '.declin: unknown key; did you mean decline?'],
  [{ approve: 'yes' }, '.approve: expected true, got "yes"'],
  [{ partialApproval: 0 }, '.partialApproval: expected a whole number of minor units above 0, got 0'],
  [{ partialApproval: 1.5 }, '.partialApproval: expected a whole number of minor units above 0, got 1.5'],
  [{ challenge: 'pased' }, '.challenge: expected the end of a challenge, got "pased"; did you mean passed?'],
  [
    { challenge: 7 },
    '.challenge: expected the end of a challenge, got 7; it can be payer, passed, failed, cancelled, timed-out, abandoned, unavailable',
  ],
  [{ delay: '11m' }, '.delay: expected a time such as 200ms, 2s or 1m, at most 10 minutes, got "11m"'],
  [{ delay: 600_001 }, '.delay: expected a time such as 200ms, 2s or 1m, at most 10 minutes, got 600001'],
  [{ delay: '2h' }, '.delay: expected a time such as 200ms, 2s or 1m, at most 10 minutes, got "2h"'],
  [{ delay: -1 }, '.delay: expected a time such as 200ms, 2s or 1m, at most 10 minutes, got -1'],
  [{ pending: '31d' }, '.pending: expected a time such as 10m, 2h or 3d, at most 30 days, got "31d"'],
  [{ pending: true }, '.pending: expected a time such as 10m, 2h or 3d, at most 30 days, got true'],
  [
    { challenge: 'failed', pending: '1m' },
    ': challenge and pending contradict each other: the attempt ends in 3-D Secure, so that the bank is never asked',
  ],
  [{ frictionless: 'failed' }, '.frictionless: expected true, got "failed"'],
  [{ attempt: false }, '.attempt: expected true, got false'],
  [{ softDecline: 1 }, '.softDecline: expected true, got 1'],
  [{ withoutThreeDs: null }, '.withoutThreeDs: expected true, got null'],
  [{}, ': expected at least one step, got {}'],
  ['decline', ': expected the steps of an attempt, got "decline"'],
  [{ approve: true, decline: 5 }, ': approve and decline contradict each other: both are the answer of the bank'],
  [
    { partialApproval: 5, approve: true },
    ': approve and partialApproval contradict each other: both are the answer of the bank',
  ],
  [
    { challenge: 'passed', frictionless: true },
    ': frictionless and challenge contradict each other: both choose the way through 3-D Secure',
  ],
  [
    { withoutThreeDs: true, attempt: true },
    ': withoutThreeDs and attempt contradict each other: both choose the way through 3-D Secure',
  ],
  [
    { challenge: 'unavailable', softDecline: true },
    ': challenge and softDecline contradict each other: both choose the way through 3-D Secure',
  ],
  [
    { challenge: 'failed', approve: true },
    ': challenge and approve contradict each other: the attempt ends in 3-D Secure, so that the bank is never asked',
  ],
];

for (const [entry, message] of attemptMistakes) {
  test(`an attempt of ${JSON.stringify(entry)} is refused with a message that helps`, (t) => {
    t.deepEqual(mistakesInAttempt(t, entry), [`scenarios/x.yaml: attempts[0]${message}`]);
  });
}

const bodyMistakes: readonly (readonly [body: unknown, message: string])[] = [
  [null, 'expected a scenario, got null'],
  [[], 'expected a scenario, got []'],
  [{}, 'expected attempts, gateway, callbacks or later, got {}'],
  [{ attempts: [] }, 'attempts: expected at least one attempt, got []'],
  [
    { attempts: [{ approve: true }], cards: 1 },
    'cards: unknown key; known are $schema, about, shop, when, attempts, gateway, callbacks, later, expect, payer, phases',
  ],
  [{ attempts: [{ approve: true }], about: '' }, 'about: expected one or two sentences, got ""'],
  [
    { attempts: [{ approve: true }], expect: { orderStatus: 9 } },
    'expect.orderStatus: expected an orderStatus from 0 to 8, got 9',
  ],
  [
    { attempts: [{ approve: true }], expect: { payer: 'bank' } },
    'expect.payer: expected a place, got "bank"; it can be shop, page, acs, error-page, closed',
  ],
  [
    { attempts: [{ approve: true }], expect: { actioncode: 0 } },
    'expect.actioncode: unknown key; did you mean actionCode?',
  ],
  [{ attempts: [{ approve: true }], payer: { tries: -1 } }, 'payer.tries: expected a number of tries from 0, got -1'],
  [
    { attempts: [{ approve: true }], payer: { atAcs: 'answers' } },
    'payer.atAcs: expected what the payer does, got "answers"; did you mean answer?',
  ],
  [{ attempts: [{ approve: true }], payer: { otp: 123 } }, 'payer.otp: expected a code in quotes, got 123'],
  [
    { attempts: [{ approve: true }], payer: { leavesPage: 'yes' } },
    'payer.leavesPage: expected true or false, got "yes"',
  ],
  [
    { attempts: [{ approve: true }], payer: { reloads: 'all' } },
    'payer.reloads: expected what is reloaded, got "all"; it can be broken, every',
  ],
  [
    { attempts: [{ approve: true }], payer: { cards: ['4444 5555'] } },
    'payer.cards[0]: expected a card number in quotes, got "4444 5555"',
  ],
  [
    { attempts: [{ approve: true }], payer: { leavesPage: true, submitsTwice: true } },
    'payer: leavesPage and submitsTwice contradict each other: who leaves the page does not pay',
  ],
  [
    { attempts: [{ approve: true }], payer: { tries: 0, paysAgain: true } },
    'payer: tries: 0 and paysAgain contradict each other: no card is sent',
  ],
  [
    { attempts: [{ approve: true }], payer: { closesWindow: true, paysAgain: true } },
    'payer: closesWindow and paysAgain contradict each other: nobody goes back in a window that is closed',
  ],
  [
    { attempts: [{ approve: true }], payer: { atAcs: 'leave', closesWindow: true } },
    "payer: atAcs: leave and closesWindow contradict each other: who leaves the issuer's page does not come back",
  ],
  [
    { attempts: [{ approve: true }], payer: { tries: 1, cards: ['4444555511113333', '5555555555555599'] } },
    'payer: tries: 1 and 2 cards contradict each other: each card is a try',
  ],
];

const conditionMistakes: readonly (readonly [when: unknown, message: string])[] = [
  [{}, 'when: expected at least one condition, got {}'],
  [{ amout: 5 }, 'when.amout: unknown key; did you mean amount?'],
  [{ amount: 'much' }, 'when.amount: expected a whole number of minor units, or a range { from, to }, got "much"'],
  [
    { amount: { from: 9, to: 5 } },
    'when.amount: expected a range { from, to } whose from is not above its to, got {"from":9,"to":5}',
  ],
  [{ amount: {} }, 'when.amount: expected a range { from, to } whose from is not above its to, got {}'],
  [{ amount: { frm: 5 } }, 'when.amount.frm: unknown key; did you mean from?'],
  [{ attempt: 0 }, 'when.attempt: expected the number of an attempt, or a range { from, to }, got 0'],
  [{ card: 4111 }, 'when.card: expected a card number, its first digits, or 411111**1111, in quotes, got 4111'],
  [
    { card: '4111 1111' },
    'when.card: expected a card number, its first digits, or 411111**1111, in quotes, got "4111 1111"',
  ],
  [{ orderNumber: '(' }, 'when.orderNumber: expected a regular expression, got "("'],
  [{ email: 5 }, 'when.email: expected a regular expression, got 5'],
  [{ currency: 398 }, 'when.currency: expected a currency such as KZT or "398", got 398'],
  [{ language: 'de' }, 'when.language: expected a language, got "de"; it can be en, ru, kk'],
];

const allMistakes = [
  ...bodyMistakes,
  ...conditionMistakes.map(([when, message]) => [{ attempts: [{ approve: true }], when }, message] as const),
];

for (const [body, message] of allMistakes) {
  test(`a scenario of ${JSON.stringify(body)} is refused with a message that helps`, (t) => {
    t.deepEqual(mistakesIn(t, body), [`scenarios/x.yaml: ${message}`]);
  });
}

test('every mistake of a scenario has a line of the message', (t) => {
  t.deepEqual(mistakesIn(t, { attempts: [{ decline: 'x' }, { approve: true }, { delay: 'x' }] }), [
    'scenarios/x.yaml: attempts[0].decline: expected an action code or its name, got "x"',
    'scenarios/x.yaml: attempts[2].delay: expected a time such as 200ms, 2s or 1m, at most 10 minutes, got "x"',
  ]);
});

for (const name of ['116', 'Two-Tries', 'two_tries', 'two--tries', '']) {
  test(`a scenario cannot be called "${name}"`, (t) => {
    const expected = `scenarios/${name}.yaml: expected a name in kebab-case with at least one letter, got "${name}"`;

    t.deepEqual(mistakesIn(t, { attempts: [{ approve: true }] }, name), [expected]);
  });
}

test('a scenario without a file is called by its name in errors', (t) => {
  t.throws(() => parseScenario('mine', { attempts: [] }), {
    message: 'scenario mine: attempts: expected at least one attempt, got []',
  });
});

const conditions: readonly (readonly [
  when: When,
  yes: Partial<PaymentFacts>,
  no: Partial<PaymentFacts>,
  noSays: string,
])[] = [
  [{ amount: 11_600 }, { amountMinor: 11_600 }, { amountMinor: 11_601 }, 'amount: expected 11600, the order has 11601'],
  [{ amount: { from: 500_000 } }, { amountMinor: 500_000 }, {}, 'amount: expected 500000 or more, the order has 1500'],
  [{ amount: { to: 99 } }, { amountMinor: 99 }, { amountMinor: 100 }, 'amount: expected 99 or less, the order has 100'],
  [
    { amount: { from: 5, to: 9 } },
    { amountMinor: 9 },
    { amountMinor: 4 },
    'amount: expected from 5 to 9, the order has 4',
  ],
  [
    { card: '411111' },
    {},
    { pan: '5555555555555599' },
    'card: expected to begin with 411111, the order has 555555**5599',
  ],
  [
    { card: '41111111' },
    {},
    { pan: '4111110000000000' },
    'card: expected to begin with 411111…, the order has 411111**0000',
  ],
  [
    { card: '411111**1111' },
    {},
    { pan: '4111111111111129' },
    'card: expected 411111**1111, the order has 411111**1129',
  ],
  [
    { card: '4111111111111111' },
    {},
    { pan: '41111111111111110' },
    'card: expected 411111**1111, the order has 411111**1110',
  ],
  [{ orderNumber: '^vip-' }, { orderNumber: 'vip-7' }, {}, 'order number: expected to match ^vip-, the order has A-1'],
  [{ merchant: '^shop' }, { merchant: 'shop-a' }, {}, 'merchant: expected to match ^shop, the order has test_user'],
  [
    { clientId: '^flaky' },
    { clientId: 'flaky-1' },
    { clientId: 'c' },
    'client id: expected to match ^flaky, the order has c',
  ],
  [{ clientId: '^flaky' }, { clientId: 'flaky-1' }, {}, 'client id: expected to match ^flaky, the order has none'],
  [
    { email: '\\+no@' },
    { email: 'a+no@b.kz' },
    { email: 'a@b.kz' },
    'e-mail: expected to match \\+no@, the order has a@b.kz',
  ],
  [
    { description: 'slow' },
    { description: 'a slow one' },
    { description: 'fast' },
    'description: expected to match slow, the order has fast',
  ],
  [{ currency: 'KZT' }, {}, { currency: '840' }, 'currency: expected KZT, the order has 840'],
  [{ currency: '398' }, {}, { currency: '643' }, 'currency: expected 398, the order has 643'],
  [{ language: 'ru' }, { language: 'ru' }, {}, 'language: expected ru, the order has en'],
  [{ attempt: 2 }, { attempt: 2 }, {}, 'attempt: expected 2, the order has 1'],
  [{ card: '4111' }, {}, { pan: '' }, 'card: expected to begin with 4111, the order has none'],
  [{ orderNumber: '^$' }, { orderNumber: '' }, {}, 'order number: expected to match ^$, the order has A-1'],
  [
    { description: 'x' },
    { description: 'x' },
    { description: '' },
    'description: expected to match x, the order has none',
  ],
  [
    { amount: { from: 5000 }, currency: 'USD', language: 'en' },
    { amountMinor: 5000, currency: '840' },
    {},
    'amount: expected 5000 or more, the order has 1500; currency: expected USD, the order has 398',
  ],
  [{ attempt: { from: 2, to: 3 } }, { attempt: 3 }, { attempt: 4 }, 'attempt: expected from 2 to 3, the order has 4'],
];

for (const [when, yes, no, noSays] of conditions) {
  test(`${JSON.stringify(when)} holds for ${JSON.stringify(yes)} and not for ${JSON.stringify(no)}`, (t) => {
    const scenarios = [aDecline('picky', when)];

    const held = choosePlan(somePayment(yes), { scenarios });
    const failed = choosePlan(somePayment(no), { scenarios });

    t.deepEqual([held.plan, held.scenario], [declineWith(5), 'picky']);
    t.is(failed.plan, undefined);
    t.is(failed.explanation.at(-1)?.because, noSays);
  });
}

test('the order is asked first, then the merchant, then the files, and the explanation has each of them', (t) => {
  const scenarios = [
    aDecline('a-large', { amount: { from: 500_000 } }),
    aDecline('b-unused'),
    aDecline('c-kzt', { currency: 'KZT', attempt: 1 }),
  ];

  t.deepEqual(reasons(choosePlan(somePayment(), { requested: '116', scenarios })), [
    'order yes: asks for 116: the bank declines the card (insufficient funds, 116)',
  ]);
  t.deepEqual(reasons(choosePlan(somePayment(), { merchantScenario: aDecline('hers', { amount: 1 }), scenarios })), [
    'order no: asks for no scenario',
    'merchant test_user yes: has scenario hers set: on attempt 1 the bank declines the card (do not honour, 5)',
  ]);
  t.deepEqual(reasons(choosePlan(somePayment(), { scenarios })), [
    'order no: asks for no scenario',
    'merchant test_user no: has no scenario set',
    'scenario a-large no: amount: expected 500000 or more, the order has 1500',
    'scenario c-kzt yes: currency 398 is KZT, attempt 1 is 1: on attempt 1 the bank declines the card (do not honour, 5)',
  ]);
});

test('the explanation has a scenario that holds without attempts, and an unknown one of the merchant', (t) => {
  const gateway = [{ on: 'register', do: { httpStatus: 503 } }];
  const faulty = parseScenario('faulty', { when: { amount: { to: 2000 } }, gateway });

  t.deepEqual(reasons(choosePlan(somePayment(), { scenarios: [faulty], merchantAsksFor: 'gone' })), [
    'order no: asks for no scenario',
    'merchant test_user no: has scenario gone set, but nothing is called so',
    'scenario faulty no: amount 1500 is 2000 or less, but has no steps for attempts',
  ]);
});

test('the plan is undefined if no decider has one', (t) => {
  const choice = choosePlan(somePayment(), { scenarios: [aDecline('only-by-name')] });

  t.deepEqual(reasons(choice), ['order no: asks for no scenario', 'merchant test_user no: has no scenario set']);
  t.false('plan' in choice);
});

test('the attempt number picks the entry of a scenario that is asked for', (t) => {
  const scenarios = [aScenario({ attempts: [{ decline: 116 }, { challenge: 'passed' }] }, 'two')];

  const second = choosePlan(somePayment({ attempt: 2 }), { requested: 'two', scenarios });

  t.deepEqual(second.plan, { route: 'challenge', challengeEnd: 'passed' });
  t.is(second.scenario, 'two');
  t.deepEqual(reasons(second), [
    'order yes: asks for scenario two: on attempt 2 the bank asks for a challenge, which is passed',
  ]);
});

test('an unknown name is explained with a suggestion, and the next decider is asked', (t) => {
  const choice = choosePlan(somePayment(), {
    requested: 'insuficient-funds',
    scenarios: [aDecline('all', { currency: 'KZT' })],
  });

  t.is(
    reasons(choice)[0],
    'order no: asks for insuficient-funds, but nothing is called so; did you mean insufficient-funds?',
  );
  t.is(choice.scenario, 'all');
});

test('no explanation has the card number, wherever it was written', (t) => {
  const pan = '4111111111111111';
  const facts = somePayment({
    pan,
    orderNumber: `order-${pan}`,
    description: `paid by ${pan}`,
    email: `${pan}@b.kz`,
    clientId: pan,
    merchant: pan,
  });
  const files: When[] = [
    { card: pan, attempt: 2 },
    { card: '41111111111', attempt: 2 },
    { card: `${pan}1` },
    { orderNumber: 'x' },
    { description: 'x' },
    { email: 'x' },
    { clientId: 'x' },
    { merchant: 'x' },
    { card: pan },
  ];
  const scenarios = files.map((when, index) => aDecline(`s${index}`, when));

  const choice = choosePlan(facts, { requested: pan, scenarios });

  t.is(choice.scenario, 's8');
  t.false(JSON.stringify(choice).includes('4111111'));
  t.is(
    reasons(choice).at(-1),
    'scenario s8 yes: card 411111**1111 is 411111**1111: on attempt 1 the bank declines the card (do not honour, 5)',
  );
});

test('an empty card number leaves the explanation as it is', (t) => {
  const choice = choosePlan(somePayment({ pan: '' }), { scenarios: [] });

  t.is(choice.explanation[0]?.because, 'asks for no scenario');
});

const words: readonly (readonly [name: string, plan: AttemptPlan | undefined])[] = [
  ['approve', { verdict: { kind: 'approve' } }],
  ['approved', { verdict: { kind: 'approve' } }],
  ['0', { verdict: { kind: 'approve' } }],
  ['insufficient-funds', declineWith(116)],
  ['116', declineWith(116)],
  ['-2025', declineWith(-2025)],
  ['frictionless', { route: 'frictionless' }],
  ['attempt', { route: 'attempt' }],
  ['challenge', { route: 'challenge', challengeEnd: 'payer' }],
  ['challenge-passed', { route: 'challenge', challengeEnd: 'passed' }],
  ['challenge-failed', { route: 'challenge', challengeEnd: 'failed' }],
  ['challenge-cancelled', { route: 'challenge', challengeEnd: 'cancelled' }],
  ['challenge-timed-out', { route: 'challenge', challengeEnd: 'timed-out' }],
  ['challenge-abandoned', { route: 'challenge', challengeEnd: 'abandoned' }],
  ['three-ds-unavailable', { route: 'unavailable' }],
  ['soft-decline', { route: 'none', ...declineWith(1434) }],
  ['424242', undefined],
  ['1e2', undefined],
  ['', undefined],
  ['passed', undefined],
];

for (const [name, plan] of words) {
  test(`an order that asks for "${name}" gets ${JSON.stringify(plan) ?? 'nothing'}`, (t) => {
    t.deepEqual(choosePlan(somePayment(), { requested: name, scenarios: [] }).plan, plan);
    t.is(isOutcomeName(name, []), plan !== undefined);
  });
}

test("a scenario's name comes before the words", (t) => {
  const scenarios = [aDecline('approve')];

  t.true(isOutcomeName('approve', scenarios));
  t.deepEqual(choosePlan(somePayment(), { requested: 'approve', scenarios }).plan, declineWith(5));
});

test('every option can be asked for, stands there once, and means what its label says', (t) => {
  const scenarios = [aDecline('a-scenario'), aDecline('approve'), aDecline('do-not-honour')];

  const groups = outcomeOptions(scenarios);

  const values = groups.flatMap(({ options }) => options.map(({ value }) => value));
  t.deepEqual(
    groups.slice(0, 3).map(({ group }) => group),
    ['Outcomes', 'Scenarios', 'Declined by the issuer'],
  );
  t.is(new Set(values).size, values.length);
  t.true(values.every((value) => isOutcomeName(value, scenarios)));
  t.true(values.includes('5') && values.includes('341023'));
  for (const { value, label } of groups.slice(2).flatMap(({ options }) => options)) {
    const code = Number(/\((-?\d+)\)$/.exec(label)?.[1]);
    t.deepEqual(plainOutcome(value)?.plan, declineWith(code));
    t.false(scenarios.some(({ name }) => name === value));
  }
});

test('the folder may hold YAML and JSON, sorted by name, without the schema and other files', async (t) => {
  const folder = await folderWith(t, {
    'b.json': '{ "$schema": "./scenario.schema.json", "attempts": [{ "decline": 5 }] }',
    'a.yaml': '# a comment\nabout: >-\n  Two\n  lines.\nattempts:\n  - decline: 5\n',
    'a-b.yml': 'attempts: [{ decline: 5 }]',
    'scenario.schema.json': '{}',
    'README.md': 'no scenario',
    '.hidden.yaml': 'no: scenario',
  });

  const scenarios = await loadScenarios(folder);

  t.deepEqual(
    scenarios.map(({ name }) => name),
    ['a', 'a-b', 'b'],
  );
  t.is(scenarios[0]?.about, 'Two lines.');
  t.is(scenarios[2]?.file, join(folder, 'b.json'));
  t.true(scenarios.every((scenario) => planForAttempt(scenario, 1)?.plan.verdict?.kind === 'decline'));
});

test('two files of one name are refused', async (t) => {
  const folder = await folderWith(t, { 'a.json': '{}', 'a.yaml': '{}' });

  await t.throwsAsync(loadScenarios(folder), {
    instanceOf: ScenarioError,
    message: `${join(folder, 'a.yaml')}: the name a is already taken by ${join(folder, 'a.json')}`,
  });
});

test('a missing folder is refused, an empty one is not', async (t) => {
  const folder = await folderWith(t, {});

  t.deepEqual(await loadScenarios(folder), []);
  await t.throwsAsync(loadScenarios(join(folder, 'none')), {
    instanceOf: ScenarioError,
    message: `${join(folder, 'none')}: expected a folder of scenario files, but it cannot be read (ENOENT)`,
  });
});

test('a file that is no YAML or no JSON is refused with its place', async (t) => {
  const broken = await folderWith(t, { 'a.yaml': 'attempts:\n  - decline: [' });
  const twice = await folderWith(t, { 'a.yaml': 'about: a\nabout: b' });
  const noJson = await folderWith(t, { 'a.json': '{ "about": "x",\n"attempts": [ }' });

  const start = (folder: string, file: string): string => `${join(folder, file)}:2: cannot be read: `;
  const messageOf = async (folder: string): Promise<string> =>
    (await t.throwsAsync(loadScenarios(folder), { instanceOf: ScenarioError }))?.message ?? '';
  t.regex(await messageOf(broken), /: cannot be read: .* at line 2, column \d+$/);
  t.is(await messageOf(twice), `${start(twice, 'a.yaml')}Map keys must be unique at line 2, column 1`);
  t.true((await messageOf(noJson)).startsWith(start(noJson, 'a.json')));
});

test('a wrong file is named with the path of the field', async (t) => {
  const folder = await folderWith(t, { 'a.yaml': 'attempts: [{ decline: insufficent-funds }]' });

  await t.throwsAsync(loadScenarios(folder), {
    message: `${join(folder, 'a.yaml')}:1: attempts[0].decline: expected an action code or its name, got "insufficent-funds"; did you mean insufficient-funds?`,
  });
});

test('the committed schema is what the definition gives; `npm run docs` writes it', async (t) => {
  t.true((await readFile(schemaFile, 'utf8')) === scenarioJsonSchema());
});

test('every shipped scenario has a description, advice for the shop, an expected end and a unique name', async (t) => {
  const scenarios = await loadScenarios(shippedFolder);

  t.true(scenarios.length >= 110);
  for (const { name, about, shop, expect, source } of scenarios) {
    t.like(source, { about, shop: shop ?? '' });
    const { callbacks: _, ...end } = expect;
    t.deepEqual(Object.keys(end).sort(), ['actionCode', 'orderStatus', 'payer'], name);
    t.not(actionCodeRow(expect.actionCode ?? Number.NaN), undefined, name);
    t.true(name === 'approved' || plainOutcome(name) === undefined, `${name} hides a word`);
  }
});

test('the shipped scenarios decline with every group of action codes', async (t) => {
  const scenarios = await loadScenarios(shippedFolder);

  const codes = scenarios.flatMap(({ attempts }) =>
    attempts.flatMap(({ plan }) => (plan.verdict?.kind === 'decline' ? [plan.verdict.actionCode] : [])),
  );

  const groups = new Set(codes.map((code) => actionCodeRow(code)?.group));
  t.deepEqual(
    [...new Set(actionCodes.map(({ group }) => group))].filter((group) => !groups.has(group)),
    ['approved'],
  );
});

test('the shipped scenarios go every way through 3-D Secure to every end', async (t) => {
  const scenarios = await loadScenarios(shippedFolder);

  const plans = scenarios.flatMap(({ attempts }) => attempts.map(({ plan }) => plan));
  const seen = new Set(
    plans.map(({ route, challengeEnd, verdict }) =>
      [challengeEnd ? `${route} ${challengeEnd}` : route, verdict?.kind ?? 'approve'].join(', '),
    ),
  );

  const reachTheBank = ['none', 'frictionless', 'attempt', 'challenge passed', 'challenge payer'];
  const endBefore = ['challenge failed', 'challenge cancelled', 'challenge timed-out', 'challenge abandoned'];
  const ways = [
    ...reachTheBank.flatMap((way) => [`${way}, approve`, `${way}, decline`]),
    ...[...endBefore, 'unavailable'].map((way) => `${way}, approve`),
  ];
  t.deepEqual(
    ways.filter((way) => !seen.has(way)),
    [],
  );
  t.true(plans.some(({ verdict }) => verdict?.kind === 'decline' && verdict.actionCode === 1434));
});

test('a declining shipped scenario expects the code of the last attempt that is made', async (t) => {
  const scenarios = await loadScenarios(shippedFolder);

  for (const scenario of scenarios) {
    const verdict = planForAttempt(scenario, scenario.payer.tries)?.plan.verdict;
    if (verdict?.kind === 'decline') t.is(scenario.expect.actionCode, verdict.actionCode, scenario.name);
    if (scenario.expect.orderStatus === 2) t.not(verdict?.kind, 'decline', scenario.name);
  }
});

test('no shipped scenario catches an ordinary payment by surprise', async (t) => {
  const scenarios = await loadScenarios(shippedFolder);
  const orderNumbers = ['1', '1001', 'A-1', 'ORDER-2026-000017', '6f9619ff-8b86-d011-b42d-00cf4fc964ff'];
  const pans = ['4111111111111111', '5555555555555599', '4000001111111118', '4242424242424242', '4444555511113333'];

  for (const orderNumber of orderNumbers) {
    for (const pan of pans) {
      const facts = somePayment({
        orderNumber,
        pan,
        amountMinor: 600_000,
        email: 'payer@shop.kz',
        description: 'Two books',
        clientId: '17',
      });

      t.is(choosePlan(facts, { scenarios }).plan, undefined);
    }
  }
});
