import test from 'ava';
import { parseScenario } from '../../../simulator/scenario-engine/definition/parse-scenario.ts';
import type { SimulatorOptions } from '../../../simulator/simulator.ts';
import { memoryStore } from '../../../simulator/store/memory/memory-store.ts';
import { hold, payWith } from '../../helpers/payments/paid-order.ts';
import { challengeCard, challengeThatFails, frictionlessCard, plainCard } from '../../helpers/payments/pay.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';
import {
  asked,
  brokenToken,
  day,
  later,
  missedOf,
  moto,
  type Play,
  payBy,
  payOut,
  plain,
  stageFor,
  subscription,
  testMissed,
} from './missed.ts';

testMissed([
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
]);

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
    { gateway: [{ on: 'acs', do: { delay: '0ms' } }], callbacks: [{ on: 'bindingCreated', do: { delay: '1ms' } }] },
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
    gateway: ['registerPreAuth', 'acs'].map((on) => ({ on, do: { delay: '0ms' } })),
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
