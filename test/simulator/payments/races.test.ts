import ava, { type ExecutionContext } from 'ava';
import { bereke } from '../../../simulator/banks/bereke.ts';
import type { SimulatorOptions } from '../../../simulator/simulator.ts';
import { memoryStore } from '../../../simulator/store/memory/memory-store.ts';
import { isSlowRun } from '../../helpers/ava/run-of-tests.ts';
import { passIssuer } from '../../helpers/payments/at-issuer.ts';
import { challengeCard, plainCard } from '../../helpers/payments/pay.ts';
import { payForm } from '../../helpers/payments/pay-form.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { type Fields, type Json, simulatorFor, type TestSimulator } from '../../helpers/simulator/simulator.ts';
import { slowStore } from '../../helpers/stores/slow-store.ts';
import { storeOfRun } from '../../helpers/stores/store-of-run.ts';

/** One after another: side by side they would only wait for the same processor. No test needs the order. */
const test = ava.serial;

/** How often each race is run, each time with orders of its own. */
const runs = isSlowRun ? 50 : 10;

/** The callbacks about an order, in the order of their arrival: `deposited=1`. */
type Heard = (orderId: string) => Promise<readonly string[]>;

type Run = (t: ExecutionContext, simulator: TestSimulator, heard: Heard, index: number) => Promise<void>;

/** Runs a race on a store that is slow, so that requests come between the reading and the writing of one another. */
const race = (title: string, run: Run, options: SimulatorOptions = {}): void =>
  test(`${title}, in ${runs} runs of ${runs}`, async (t) => {
    const shop = await receiverFor(t, 200);
    const callbacks = { url: shop.url };
    const store = slowStore((await storeOfRun(t)) ?? memoryStore());
    const simulator = await simulatorFor(t, { store, callbacks, ...options });
    const heard: Heard = async (orderId) => {
      await simulator.settled();
      const news = shop.received.filter(({ form }) => form.get('mdOrder') === orderId);
      return news.map(({ form }) => `${form.get('operation')}=${form.get('status')}`);
    };
    for (let index = 0; index < runs; index++) {
      await run(t, simulator, heard, index);
      shop.received.length = 0;
    }
  });

const times = <T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

/** Error codes of calls that raced, and how often each came. */
const codesOf = (answers: readonly Json[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const { errorCode } of answers) counts[String(errorCode)] = (counts[String(errorCode)] ?? 0) + 1;
  return counts;
};

const orderOf = (amount: number): Fields => ({ amount: String(amount), returnUrl: 'https://shop.example/' });

const hold = async (simulator: TestSimulator, amount: number): Promise<string> => {
  const { orderId } = await simulator.call('registerPreAuth.do', orderOf(amount));
  await payForm(simulator, orderId, plainCard);
  return orderId;
};

const pay = async (simulator: TestSimulator, amount: number): Promise<string> => {
  const { orderId } = await simulator.register(orderOf(amount));
  await payForm(simulator, orderId, plainCard);
  return orderId;
};

/** Status, deposited, refunded. */
const moneyOf = async (simulator: TestSimulator, orderId: string): Promise<readonly number[]> => {
  const { orderStatus, paymentAmountInfo: info } = await simulator.status(orderId);
  return [orderStatus, info.depositedAmount, info.refundedAmount];
};

race('of 60 refunds of 1 that arrive at once 30 succeed if 30 were paid', async (t, simulator, heard) => {
  const orderId = await pay(simulator, 30);

  const answers = await times(60, () => simulator.call('refund.do', { orderId, amount: '1' }));

  t.deepEqual(codesOf(answers), { '0': 30, '7': 30 });
  t.deepEqual(await moneyOf(simulator, orderId), [4, 0, 30]);
  t.deepEqual(await heard(orderId), ['deposited=1', ...Array(30).fill('refunded=1')]);
});

race('of 10 captures of everything that arrive at once one succeeds', async (t, simulator, heard) => {
  const orderId = await hold(simulator, 1_000);

  const answers = await times(10, () => simulator.call('deposit.do', { orderId, amount: '0' }));

  t.deepEqual(codesOf(answers), { '0': 1, '7': 9 });
  t.deepEqual(await moneyOf(simulator, orderId), [2, 1_000, 0]);
  t.deepEqual(await heard(orderId), ['approved=1', 'deposited=1']);
});

race('captures in parts that arrive at once never take more than is held', async (t, simulator) => {
  const orderId = await hold(simulator, 100);

  const answers = await times(15, () => simulator.call('deposit.do', { orderId, amount: '10', depositType: '1' }));

  t.is(codesOf(answers)['0'], 10);
  t.deepEqual((await moneyOf(simulator, orderId)).slice(1), [100, 0]);
});

race('of 10 reversals that arrive at once one succeeds', async (t, simulator, heard) => {
  const orderId = await hold(simulator, 1_000);

  const answers = await times(10, () => simulator.call('reverse.do', { orderId }));

  t.is(codesOf(answers)['0'], 1);
  t.deepEqual(await moneyOf(simulator, orderId), [3, 0, 0]);
  t.deepEqual(await heard(orderId), ['approved=1', 'reversed=1']);
});

/** Sends two kinds of calls at the same moment, three of each, by turns; the other kind first in every other run. */
const mixed = async (index: number, one: () => Promise<Json>, other: () => Promise<Json>) => {
  const sent = await times(6, (place) => ((place + index) % 2 === 0 ? one() : other()));
  const sentBy = (parity: number) => codesOf(sent.filter((_, place) => (place + index) % 2 === parity));
  return [sentBy(0), sentBy(1)] as const;
};

race(
  'of captures and reversals that arrive at once one succeeds',
  async (t, simulator, heard, index) => {
    const orderId = await hold(simulator, 1_000);

    const [captures, reversals] = await mixed(
      index,
      () => simulator.call('deposit.do', { orderId }),
      () => simulator.call('reverse.do', { orderId }),
    );

    t.is((captures['0'] ?? 0) + (reversals['0'] ?? 0), 1);
    t.deepEqual(await moneyOf(simulator, orderId), captures['0'] ? [2, 1_000, 0] : [3, 0, 0]);
    t.deepEqual(await heard(orderId), ['approved=1', captures['0'] ? 'deposited=1' : 'reversed=1']);
  },
  { bank: { ...bereke, capturedReversal: 'refused' } },
);

race('a capture and a reversal at once end reversed if a capture can be undone', async (t, simulator, heard, index) => {
  const orderId = await hold(simulator, 1_000);

  const [captures, reversals] = await mixed(
    index,
    () => simulator.call('deposit.do', { orderId }),
    () => simulator.call('reverse.do', { orderId }),
  );

  t.is(reversals['0'], 1, 'before or after the capture');
  t.deepEqual(await moneyOf(simulator, orderId), [3, 0, 0]);
  t.deepEqual(await heard(orderId), ['approved=1', ...(captures['0'] ? ['deposited=1'] : []), 'reversed=1']);
});

race(
  'of refunds and reversals of a paid order that arrive at once one succeeds',
  async (t, simulator, heard, index) => {
    const orderId = await pay(simulator, 1_000);

    const [refunds, reversals] = await mixed(
      index,
      () => simulator.call('refund.do', { orderId, amount: '1000' }),
      () => simulator.call('reverse.do', { orderId }),
    );

    t.is((refunds['0'] ?? 0) + (reversals['0'] ?? 0), 1);
    t.deepEqual(await moneyOf(simulator, orderId), refunds['0'] ? [4, 0, 1_000] : [3, 0, 0]);
    t.deepEqual(await heard(orderId), ['deposited=1', refunds['0'] ? 'refunded=1' : 'reversed=1']);
  },
);

race('a card that is submitted 10 times at once pays once', async (t, simulator, heard) => {
  const { orderId } = await simulator.register(orderOf(1_000));

  const answers = await times(10, () => payForm(simulator, orderId, plainCard));

  const order = await simulator.store.orders.find(orderId);
  t.deepEqual(
    order?.attempts.map(({ actionCode }) => actionCode),
    [0],
  );
  t.deepEqual(await moneyOf(simulator, orderId), [2, 1_000, 0]);
  t.deepEqual(await heard(orderId), ['deposited=1']);
  t.is(codesOf(answers)['0'], 1, 'the others are refused');
});

race('an answer of the issuer that comes back 10 times at once pays once', async (t, simulator, heard) => {
  const { orderId } = await simulator.register(orderOf(1_000));
  const { action, fields } = await passIssuer(await payForm(simulator, orderId, challengeCard));
  const body = () => new URLSearchParams(fields.map(({ name, value }): [string, string] => [name, value]));

  await times(10, async () => (await fetch(action, { method: 'POST', body: body(), redirect: 'manual' })).text());

  const order = await simulator.store.orders.find(orderId);
  t.deepEqual(
    order?.attempts.map(({ actionCode }) => actionCode),
    [0],
  );
  t.deepEqual(await moneyOf(simulator, orderId), [2, 1_000, 0]);
  t.deepEqual(await heard(orderId), ['deposited=1']);
});

race('of 20 registrations of one number that arrive at once one succeeds', async (t, simulator, _heard, index) => {
  const order = { ...orderOf(1_000), orderNumber: `N-${index}` };

  const answers = await times(20, () => simulator.call('register.do', order));

  t.deepEqual(codesOf(answers), { undefined: 1, '1': 19 });
  const winner = answers.find(({ orderId }) => orderId !== undefined);
  const status = await simulator.call('getOrderStatusExtended.do', { orderNumber: `N-${index}` });
  t.deepEqual(status['attributes'], [{ name: 'mdOrder', value: winner?.['orderId'] }]);
});

race('a refund that is sent 10 times with one id of the shop is made once', async (t, simulator, heard) => {
  const orderId = await pay(simulator, 100);

  const answers = await times(10, () => simulator.call('refund.do', { orderId, amount: '10', externalRefundId: 'R' }));

  t.deepEqual(codesOf(answers), { '0': 10 }, 'every answer is a success');
  t.deepEqual(await moneyOf(simulator, orderId), [4, 90, 10]);
  t.deepEqual(await heard(orderId), ['deposited=1', 'refunded=1']);
});

race('of 10 refunds that expect the same amount to be left one succeeds', async (t, simulator) => {
  const orderId = await pay(simulator, 100);
  const refund = { orderId, amount: '10', expectedDepositedAmount: '100' };

  const answers = await times(10, () => simulator.call('refund.do', refund));

  t.deepEqual(codesOf(answers), { '0': 1, '7': 9 });
  t.deepEqual(await moneyOf(simulator, orderId), [4, 90, 10]);
});

race('of payments and declines by the shop that arrive at once one succeeds', async (t, simulator, heard, index) => {
  const { orderId } = await simulator.register(orderOf(1_000));

  const [payments, declines] = await mixed(
    index,
    () => payForm(simulator, orderId, plainCard),
    () => simulator.call('decline.do', { orderId }),
  );

  t.is((payments['0'] ?? 0) + (declines['0'] ?? 0), 1);
  t.deepEqual(await moneyOf(simulator, orderId), payments['0'] ? [2, 1_000, 0] : [6, 0, 0]);
  t.deepEqual(await heard(orderId), payments['0'] ? ['deposited=1'] : []);
});

race('of payments and the end of the time for them one wins', async (t, simulator, heard, index) => {
  const { orderId } = await simulator.register({ ...orderOf(1_000), sessionTimeoutSecs: '60' });
  let isOver = false;
  const timeRunsOut = async (): Promise<Json> => {
    if (!isOver) {
      isOver = true;
      await simulator.clock.advance(60_000);
    }
    return {};
  };

  const [payments] = await mixed(index, () => payForm(simulator, orderId, plainCard), timeRunsOut);

  t.deepEqual(await heard(orderId), [payments['0'] ? 'deposited=1' : 'declinedByTimeout=0']);
  t.deepEqual(await moneyOf(simulator, orderId), payments['0'] ? [2, 1_000, 0] : [6, 0, 0]);
});
