import test, { type ExecutionContext } from 'ava';
import { makeWalletToken, type PayerOptions } from '../../../client/index.ts';
import { bereke } from '../../../simulator/banks/bereke.ts';
import { parseScenario } from '../../../simulator/scenario-engine/definition/parse-scenario.ts';
import type { SimulatorOptions } from '../../../simulator/simulator.ts';
import { memoryStore } from '../../../simulator/store/memory/memory-store.ts';
import { hold, payWith } from '../../helpers/payments/paid-order.ts';
import { challengeCard, challengeThatFails, frictionlessCard, pay, plainCard } from '../../helpers/payments/pay.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { type Fields, simulatorFor, type TestSimulator } from '../../helpers/simulator/simulator.ts';
import { create } from '../gateway/recurring/tasks.ts';

const day = 86_400_000;

const asked: Fields = { jsonParams: '{"scenario":"wish"}' };

/** What a person reads about the order: the lines of its timeline about missed steps. */
const missedOf = async (simulator: TestSimulator, orderId: string): Promise<readonly string[]> => {
  const { timeline = [] } = (await simulator.order(orderId)) ?? {};
  return timeline.map(({ what }) => what).filter((what) => what.includes('not possible'));
};

type Play = (simulator: TestSimulator) => Promise<string>;

const payBy =
  (card: NonNullable<PayerOptions['card']>, fields: Fields = {}, options: object = {}): Play =>
  async (simulator) => {
    const { orderId, formUrl } = await simulator.register({ ...asked, ...fields });
    await pay(formUrl, { card, ...options });
    return orderId;
  };

const plain = payBy(plainCard);

const moto: Play = async ({ call }) => {
  const card = { pan: challengeCard.pan, expiry: '203412', cardholder: 'AIDA BEK' };
  const order = { amount: '1000', returnUrl: 'https://shop.example/', ...asked };
  return (await call('motoPayment.do', { ...order, ...card }))['mdOrder'];
};

const payOut: Play = async ({ call }) => {
  const card = { pan: plainCard.pan, expiry: '203412', cardholderName: 'AIDA BEK', cardHolderName: 'AIDA BEK' };
  const answer = await call('instantRefund.do', { amount: '1000', ...asked, ...card });
  return answer['orderId'] ?? answer['mdOrder'];
};

const brokenToken: Play = async ({ json, callBare, orders }) => {
  const { keys } = await callBare('../se/keys.do');
  const order = { amountMinor: 1000, currency: '398' };
  const paymentToken = makeWalletToken({ wallet: 'apple', publicKey: keys[0].keyValue, isBroken: true, ...order });
  const payment = {
    merchant: 'test_user',
    orderNumber: 'W-1',
    paymentToken,
    additionalParameters: { scenario: 'wish' },
  };
  await json('../applepay/payment.do', payment);
  return (await orders('test_user')).orders[0]?.orderId ?? '';
};

const subscription: Play = async (simulator) => {
  await create(simulator, { params: { scenario: 'wish' } });
  await simulator.clock.advance(day);
  await simulator.settled();
  const { orders } = await simulator.orders('test_user');
  return orders[0]?.orderId ?? '';
};

interface Case {
  readonly title: string;
  /** The body of the scenario `wish`. */
  readonly wish: object;
  readonly play: Play;
  readonly options?: SimulatorOptions;
  /** The ends of the lines: after "Scenario wish asked for ". */
  readonly missed: readonly string[];
}

const later = (step: unknown, since?: string) => ({ later: [{ after: '1m', ...(since && { since }), do: step }] });

const callback = (step: unknown, on = 'deposited') => ({ callbacks: [{ on, do: step }] });

const noAddress = 'not possible, the merchant has no address for callbacks.';

const cases: readonly Case[] = [
  {
    title: 'a capture of an order that is paid in one phase',
    wish: later('capture'),
    play: plain,
    missed: ['a capture: not possible, the order is not held: it takes the money in one phase.'],
  },
  {
    title: 'a capture of more than is held',
    wish: later({ capture: 100_001 }),
    play: (simulator) => hold(simulator, asked),
    missed: ['a capture of 1000.01 KZT: not possible, this is more than is held.'],
  },
  {
    title: 'a capture after a capture by the shop',
    wish: later('capture'),
    play: async (simulator) => {
      const orderId = await hold(simulator, asked);
      await simulator.call('deposit.do', { orderId });
      return orderId;
    },
    missed: ['a capture: not possible, the order is not held (deposited: paid).'],
  },
  {
    title: 'a refund and a chargeback of money that is only held',
    wish: {
      later: [
        { after: '1m', do: 'refund' },
        { after: '2m', do: 'chargeback' },
      ],
    },
    play: (simulator) => hold(simulator, asked),
    missed: ['a refund', 'a chargeback'].map(
      (what) =>
        `${what}: not possible, no money of the order is captured (approved: the money is held and not captured yet).`,
    ),
  },
  {
    title: 'a reversal of a part of what is captured',
    wish: later({ reverse: 5 }),
    play: plain,
    missed: ['a reversal of 0.05 KZT: not possible, a captured payment can be reversed only as a whole.'],
  },
  {
    title: 'a reversal at a bank that only refunds what is captured',
    wish: later('reverse'),
    play: plain,
    options: { bank: { ...bereke, capturedReversal: 'refused' } },
    missed: ['a reversal: not possible, this bank does not reverse what is captured.'],
  },
  {
    title: 'two reversals',
    wish: { later: [5, 6].map((minor) => ({ after: '1m', do: { reverse: minor } })) },
    play: (simulator) => hold(simulator, asked),
    missed: ['a reversal of 0.06 KZT: not possible, the order was reversed before.'],
  },
  {
    title: 'an expiry of an order that is paid',
    wish: later('expire'),
    play: plain,
    missed: ['an expiry: not possible, the order is not open (deposited: paid).'],
  },
  {
    title: 'acts after a payment that never comes',
    wish: { ...later({ refund: 5 }), attempts: [{ decline: 116 }] },
    play: plain,
    missed: ['a refund of 0.05 KZT: not possible, no money of the order was held or taken.'],
  },
  {
    title: "an act after the issuer's page, to which the payer never came",
    wish: later('expire', 'at-acs'),
    play: plain,
    missed: ["an expiry: not possible, the payer did not come to the issuer's page."],
  },
  {
    title: 'an act after a registration that is over when the scenario is chosen',
    wish: later('expire'),
    play: async (simulator) => {
      const { orderId } = await simulator.register();
      const card = { $PAN: plainCard.pan, $CVC: '123', $EXPIRY: '203412', TEXT: 'A B', ip: '1.2.3.4', language: 'en' };
      await simulator.call('paymentorder.do', { MDORDER: orderId, ...card, ...asked });
      return orderId;
    },
    missed: ['an expiry: not possible, the scenario was chosen after the registration.'],
  },
  {
    title: 'a challenge of an order that forces SSL',
    wish: { attempts: [{ challenge: 'failed' }] },
    play: payBy(plainCard, { features: 'FORCE_SSL' }),
    missed: ['a challenge: not possible, FORCE_SSL skips 3-D Secure (challenge).'],
  },
  {
    title: 'a challenge by telephone',
    wish: { attempts: [{ challenge: 'passed' }] },
    play: moto,
    missed: ['a challenge: not possible, this way to pay has no 3-D Secure.'],
  },
  {
    title: 'a decline by the bank of a card whose challenge fails',
    wish: { attempts: [{ decline: 116 }] },
    play: payBy(challengeThatFails),
    missed: ['a decline with 116 (insufficient-funds): not possible, attempt 1 ended before the bank was asked.'],
  },
  {
    title: 'an approval of a payer who does not come back from the issuer',
    wish: { attempts: ['approve'] },
    play: payBy(challengeCard, {}, { atAcs: 'leave' }),
    missed: ['an approval: not possible, attempt 1 ended before the bank was asked.'],
  },
  {
    title: 'an approval without 3-D Secure of an order that demands it',
    wish: { attempts: [{ withoutThreeDs: true, approve: true }] },
    play: payBy(plainCard, { features: 'FORCE_TDS' }),
    missed: ['an approval: not possible, attempt 1 ended before the bank was asked.'],
  },
  {
    title: 'an approval of more than the order',
    wish: { attempts: [{ partialApproval: 1_500_001 }] },
    play: plain,
    missed: ['an approval of 15000.01 KZT: not possible, the order is of 15000.00 KZT only.'],
  },
  {
    title: 'an approval in part of a check of the card',
    wish: { attempts: [{ partialApproval: 5 }] },
    play: payBy(plainCard, { features: 'VERIFY', amount: '0' }),
    missed: ['an approval of 0.05 KZT: not possible, this order only checks the card.'],
  },
  {
    title: 'more attempts than the order allows',
    wish: { attempts: [{ decline: 5 }, 'approve'] },
    play: moto,
    missed: ['2 attempts: not possible, the order allows one attempt.'],
  },
  {
    title: 'a slow, open and partial pay-out with acts after it',
    wish: { attempts: [{ delay: '1s', pending: '10m', partialApproval: 5 }], ...later('refund') },
    play: payOut,
    missed: [
      'an answer after 1s: not possible, a pay-out is decided at once.',
      'a decision after 10m: not possible, a pay-out is decided at once.',
      'an approval of 0.05 KZT: not possible, a pay-out is never in part.',
      'a refund: not possible, no money of the order was held or taken.',
    ],
  },
  {
    title: 'a decline of a wallet whose token cannot be read',
    wish: { attempts: [{ decline: 116 }] },
    play: brokenToken,
    missed: ['this attempt: not possible, the token of the wallet cannot be read.'],
  },
  {
    title: 'a slow and open decision about a payment of a subscription',
    wish: { attempts: [{ delay: '1s', pending: '10m', approve: true }] },
    play: subscription,
    missed: ['an answer after 1s', 'a decision after 10m'].map(
      (what) => `${what}: not possible, no caller waits for this payment, which the clock began.`,
    ),
  },
  {
    title: 'a fault of a callback without an address',
    wish: callback({ repeat: 2 }),
    play: plain,
    missed: [`a fault of the callback deposited (deposited comes twice): ${noAddress}`],
  },
  {
    title: 'a fault of every callback without an address, each operation once',
    wish: { ...callback('lost', 'any'), later: [1, 2].map((minor) => ({ after: '1m', do: { refund: minor } })) },
    play: plain,
    missed: ['deposited', 'refunded'].map((on) => `a fault of the callback ${on} (any is lost): ${noAddress}`),
  },
  {
    title: 'a fault of a callback that the merchant does not take',
    wish: callback('lost'),
    play: plain,
    options: { callbacks: { url: 'http://127.0.0.1:1/', operations: ['refunded'] } },
    missed: [
      'a fault of the callback deposited (deposited is lost): not possible, the merchant takes no callbacks of deposited.',
    ],
  },
  {
    title: 'faults of callbacks that the order never causes',
    wish: { callbacks: ['approved', 'bindingCreated', 'refunded'].map((on) => ({ on, do: 'lost' })) },
    play: plain,
    missed: [
      'a fault of the callback approved (approved is lost): not possible, the order takes the money in one phase.',
      'a fault of the callback bindingCreated (bindingCreated is lost): not possible, the payment stored no card.',
    ],
  },
  {
    title: 'faults of calls that this way to pay never makes',
    wish: {
      gateway: ['register', 'registerPreAuth', 'page', 'acs', 'refund'].map((on) => ({ on, do: { delay: 0 } })),
    },
    play: plain,
    missed: [
      'a fault of the call registerPreAuth (registerPreAuth answers after 0ms): not possible, the order takes the money in one phase.',
      "a fault of the call acs (acs answers after 0ms): not possible, the payer did not come to the issuer's page.",
    ],
  },
  {
    title: 'a wrong checksum of a merchant without checksums',
    wish: callback('wrongChecksum'),
    play: plain,
    options: { callbacks: { url: 'http://127.0.0.1:1/', mostFailures: 1 } },
    missed: ["a wrong checksum of the callback deposited: not possible, the merchant's callbacks have no checksum."],
  },
];

const stageFor = (t: ExecutionContext, { wish, options }: Pick<Case, 'wish' | 'options'>) =>
  simulatorFor(t, { scenarios: [parseScenario('wish', wish)], ...options });

for (const { title, missed, play, ...stage } of cases)
  test(`the timeline tells of ${title}`, async (t) => {
    const simulator = await stageFor(t, stage);
    const orderId = await play(simulator);
    await simulator.clock.advance(3 * day);
    await simulator.settled();

    t.deepEqual(
      await missedOf(simulator, orderId),
      missed.map((end) => `Scenario wish asked for ${end}`),
    );
  });

const possible: readonly (readonly [title: string, wish: object, play: Play, options?: SimulatorOptions])[] = [
  ['a capture of a held order', later('capture'), (simulator) => hold(simulator, asked)],
  ['a challenge of a card without one', { attempts: [{ challenge: 'passed' }] }, plain],
  ['no 3-D Secure of a card with it', { attempts: [{ withoutThreeDs: true }] }, payBy(challengeCard)],
  ['an approval of a card with 3-D Secure', { attempts: ['approve'] }, payBy(frictionlessCard)],
  ['a failed challenge', { attempts: [{ challenge: 'failed' }] }, plain],
  ['an approval in part', { attempts: [{ partialApproval: 1_500_000 }] }, plain],
  ['an open decision', { attempts: [{ pending: '1m', decline: 5 }] }, plain],
  [
    "faults of the issuer's page and of a stored card",
    { gateway: [{ on: 'acs', do: { delay: 0 } }], callbacks: [{ on: 'bindingCreated', do: { delay: 1 } }] },
    payBy(challengeCard, { features: 'FORCE_CREATE_BINDING', clientId: 'aida' }),
    { callbacks: { url: 'http://127.0.0.1:1/', mostFailures: 1 } },
  ],
  ['as many attempts as the order allows', { attempts: [{ decline: 5 }, { decline: 5 }, { decline: 5 }] }, plain],
];

for (const [title, wish, play, options = {}] of possible)
  test(`the timeline tells of nothing missed after ${title}`, async (t) => {
    const simulator = await stageFor(t, { wish, options });
    const orderId = await play(simulator);
    await simulator.clock.advance(3 * day);
    await simulator.settled();

    t.deepEqual(await missedOf(simulator, orderId), []);
    t.deepEqual((await simulator.order(orderId))?.missedSteps, []);
  });

test('a scenario of a merchant that exists no more is missed, unless the order decides', async (t) => {
  const store = memoryStore();
  const earlier = await simulatorFor(t, { store, scenarios: [parseScenario('gone', { attempts: ['approve'] })] });
  await earlier.setScenario('test_user', 'gone');
  const simulator = await simulatorFor(t, { store, scenarios: [] });

  const orderId = await payWith(simulator, plainCard.pan);
  const decided = await payWith(simulator, plainCard.pan, { jsonParams: '{"scenario":"approve"}' });

  t.deepEqual(await missedOf(simulator, orderId), [
    'Scenario gone was asked for: not possible, no scenario has this name.',
  ]);
  t.deepEqual(await missedOf(simulator, decided), []);
});

test('a scenario of a merchant may have faults of a registration that other orders need', async (t) => {
  const simulator = await simulatorFor(t);
  await simulator.setScenario('test_user', {
    gateway: ['registerPreAuth', 'acs'].map((on) => ({ on, do: { delay: 0 } })),
  });

  t.deepEqual(await missedOf(simulator, await payWith(simulator, plainCard.pan)), [
    "Scenario own asked for a fault of the call acs (acs answers after 0ms): not possible, the payer did not come to the issuer's page.",
  ]);
});

test('what was missed is a list of the order, and moves with the state of the merchant', async (t) => {
  const shop = await receiverFor(t, 200);
  const simulator = await stageFor(t, { wish: later('capture'), options: { callbacks: { url: shop.url } } });
  const orderId = await plain(simulator);
  const missedSteps = [
    {
      at: '2026-01-01T08:00:00.000Z',
      scenario: 'wish',
      asked: 'a capture',
      because: 'the order is not held: it takes the money in one phase',
    },
  ];
  t.deepEqual((await simulator.order(orderId))?.missedSteps, missedSteps);

  const state = await simulator.state('test_user');
  await simulator.resetMerchant('test_user');
  await simulator.setState('test_user', state);

  t.deepEqual((await simulator.order(orderId))?.missedSteps, missedSteps);
});
