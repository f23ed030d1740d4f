import test from 'ava';
import { parseScenario } from '../../../simulator/scenario-engine/definition/parse-scenario.ts';
import { aScenario, declineWith, mistakesIn } from './a-scenario.ts';

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
  const habits = { cards, submitsTwice: true, paysAgain: true, reloads: 'every', answersAfter: '21m' };

  const { payer } = aScenario({ payer: { ...habits, closesWindow: false } });

  t.deepEqual(payer, { ...habits, tries: 2, atAcs: 'answer', leavesPage: false } as typeof payer);
});

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
  [
    { attempts: [{ approve: true }], expect: { deposited: '15' } },
    'expect.deposited: expected a whole number of minor units, got "15"; did you mean 15 without quotes?',
  ],
  [
    { attempts: [{ approve: true }], expect: { depositd: 15 } },
    'expect.depositd: unknown key; did you mean deposited?',
  ],
  [
    { attempts: [{ approve: true }], expect: { chargeback: 'yes' } },
    'expect.chargeback: expected true or false, got "yes"; did you mean true?',
  ],
  [
    { attempts: [{ approve: true }], expect: { callbacks: ['depositd'] } },
    'expect.callbacks[0]: expected an operation, redirect, or the fields of a callback, got "depositd"; did you mean deposited?',
  ],
  [
    { attempts: [{ approve: true }], expect: { callbacks: [{ operation: 'depositd' }] } },
    'expect.callbacks[0].operation: expected an operation, got "depositd"; did you mean deposited?',
  ],
  [
    { attempts: [{ approve: true }], expect: { callbacks: ['deposited', { operation: 'deposited', amout: 1 }] } },
    'expect.callbacks[1].amout: unknown key; did you mean amount?',
  ],
  [
    { attempts: [{ approve: true }], expect: { callbacks: [{ operation: 'deposited', amount: true }] } },
    'expect.callbacks[0].amount: expected a text or a whole number, got true',
  ],
  [
    { attempts: [{ approve: true }], expect: { callbacks: [7] } },
    'expect.callbacks[0]: expected an operation, redirect, or the fields of a callback, got 7',
  ],
  [{ attempts: [{ approve: true }], payer: { tries: -1 } }, 'payer.tries: expected a number of tries from 0, got -1'],
  [
    { attempts: [{ approve: true }], payer: { atAcs: 'answers' } },
    'payer.atAcs: expected what the payer does, got "answers"; did you mean answer?',
  ],
  [{ attempts: [{ approve: true }], payer: { otp: 123 } }, 'payer.otp: expected a code in quotes, got 123'],
  [
    { attempts: [{ approve: true }], payer: { leavesPage: 'yes' } },
    'payer.leavesPage: expected true or false, got "yes"; did you mean true?',
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
    const made = 'expected a name of small letters a to z, digits and single hyphens, with at least one letter';
    const meant = /two/i.test(name) ? '; did you mean two-tries?' : '';
    const expected = `scenarios/${name}.yaml: ${made}, got "${name}"${meant}`;

    t.deepEqual(mistakesIn(t, { attempts: [{ approve: true }] }, name), [expected]);
  });
}

test('a scenario without a file is called by its name in errors', (t) => {
  t.throws(() => parseScenario('mine', { attempts: [] }), {
    message: 'scenario mine: attempts: expected at least one attempt, got []',
  });
});
