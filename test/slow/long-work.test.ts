import test, { type ExecutionContext } from 'ava';
import { mostPaymentsOfMove } from '../../simulator/payments/orders/limit-payments.ts';
import type { Store } from '../../simulator/store/store.ts';
import { testsOn } from '../helpers/ava/tests-on-store.ts';
import { plainCard } from '../helpers/payments/pay.ts';
import { storedCard } from '../helpers/payments/stored-card.ts';
import { receiverFor } from '../helpers/shop/receiver.ts';
import { controlOf } from '../helpers/simulator/control.ts';
import { simulatorFor, startMs, type TestSimulator } from '../helpers/simulator/simulator.ts';
import { storeDrivers } from '../helpers/stores/stores.ts';
import { longestStretchOf, type Stretches } from './longest-stretch.ts';

// One after the other, because the tests of a file share one event loop.

/** Far above `longestStretchMs` and a collection of garbage, far below what anybody notices. */
const mostMs = 150;

/** On a fast machine all of the work may be short: so no stretch is most of it, either. On a slow one each takes longer. */
const notLong = (t: ExecutionContext, { longestMs, wholeMs }: Stretches): void => {
  t.true(
    longestMs < Math.max(mostMs, wholeMs / 20) && longestMs < wholeMs / 2,
    `${longestMs.toFixed(0)} of ${wholeMs.toFixed(0)} ms in one stretch`,
  );
};

const minuteMs = 60_000;
const dayMs = 1_440 * minuteMs;

const payEveryMinute = async (simulator: TestSimulator, minutes: number, unit = 'MINUTES'): Promise<void> => {
  const scheduledSince = new Date(startMs + minuteMs).toISOString();
  const scheduledTill = new Date(startMs + (minutes + 1) * minuteMs).toISOString();
  const bindingId = await storedCard(simulator, plainCard);
  const { status } = await simulator.json('/recurrent/v1/task/create', {
    task: {
      merchantTaskUuid: `each ${unit}`,
      clientId: 'aida',
      bindingId,
      amount: 100,
      scheduleData: { value: 1, timeUnit: unit, scheduledSince, scheduledTill },
    },
  });
  if (status !== 'SUCCESS') throw new Error('no task');
};

/** Everything of the merchant, and its time. */
const everythingOf = async (simulator: TestSimulator): Promise<string> =>
  JSON.stringify(await simulator.state('test_user'));

for (const [kind, make] of Object.entries(storeDrivers) as [string, (t: ExecutionContext) => Promise<Store>][]) {
  const testOn = testsOn(kind) === test ? test.serial : testsOn(kind);

  testOn(
    `${kind}: a clock that moves over many payments, expiries and callbacks gives way`,
    async (t: ExecutionContext) => {
      const shop = await receiverFor(t, 200);
      const orders = 200;
      const simulator = await simulatorFor(t, { store: await make(t), callbacks: { url: shop.url } });
      const control = controlOf(t, simulator);
      await payEveryMinute(simulator, 500);
      for (let count = 0; count < orders; count++)
        await simulator.register({ sessionTimeoutSecs: String(3_600 + count) });
      // Loads the modules that a first move needs: they are loaded in one stretch, once in a process.
      await control('POST /merchants/test_user/clock/advance', { by: '1s' });

      const { result, ...stretches } = await longestStretchOf(() =>
        control('POST /merchants/test_user/clock/advance', { by: '10d' }),
      );

      t.is(result.status, 200);
      notLong(t, stretches);
      const all = (await simulator.state('test_user')).orders;
      t.is(all.filter(({ status }) => status === 'deposited').length, 500);
      t.is(all.length, 500 + orders);
      t.true(all.every(({ status }) => status !== 'created'));
    },
  );

  testOn(
    `${kind}: a move over too many payments is refused with their number, and changes nothing`,
    async (t: ExecutionContext) => {
      const simulator = await simulatorFor(t, { store: await make(t) });
      const control = controlOf(t, simulator);
      await payEveryMinute(simulator, 14_400);
      const before = await everythingOf(simulator);
      const number = /14400 payments on the way, expected at most 2000/;
      const path = '/merchants/test_user/clock';

      const answers = await Promise.all([
        control(`POST ${path}/advance`, { by: 10 * dayMs }),
        control(`POST ${path}/advance`, { by: '10d' }),
        control(`POST ${path}/advance`, { by: '239h60m' }),
        control(`POST ${path}/set`, { to: startMs + 10 * dayMs }),
        control(`POST ${path}/set`, { to: new Date(startMs + 10 * dayMs).toISOString() }),
        control(`POST ${path}/set`, { to: '2026-01-11T13:00:00+05:00' }),
      ]);
      for (const { status, json } of answers) {
        t.is(status, 422);
        t.regex(json['detail'], number);
      }
      for (const move of [
        () => simulator.clockOf('test_user').advance(10 * dayMs),
        () => simulator.clockOf('test_user').set(startMs + 10 * dayMs),
        () => simulator.clock.advance(10 * dayMs),
        () => simulator.clock.set(startMs + 10 * dayMs),
      ])
        t.regex((await t.throwsAsync(move, { name: 'MoveRefused' }))?.message ?? '', number);

      t.is(await everythingOf(simulator), before);
      t.is(simulator.clock.now(), startMs);
    },
  );
}

test.serial('as many payments as are allowed are made in one move', async (t) => {
  const simulator = await simulatorFor(t);
  const moves = 3;
  await payEveryMinute(simulator, moves * mostPaymentsOfMove + 10);

  const stretches = await longestStretchOf(async () => {
    for (let move = 0; move < moves; move++)
      await simulator.clockOf('test_user').advance(mostPaymentsOfMove * minuteMs);
  });

  notLong(t, stretches);
  t.is((await simulator.state('test_user')).orders.length, moves * mostPaymentsOfMove);
});

test.serial('many merchants whose clocks move at once give way together', async (t) => {
  const simulator = await simulatorFor(t, { merchants: [{ login: '*', password: '' }] });
  const logins = Array.from({ length: 20 }, (_, index) => `shop-${index}`);
  for (const userName of logins)
    for (let count = 0; count < 100; count++)
      await simulator.callBare('register.do', {
        userName,
        password: 'x',
        amount: '1',
        returnUrl: 'https://x.example/',
      });

  const stretches = await longestStretchOf(() =>
    Promise.all(logins.map((login) => simulator.clockOf(login).advance(dayMs))),
  );

  notLong(t, stretches);
});

test.serial('a verification by a slow pattern over a large journal gives way', async (t) => {
  const simulator = await simulatorFor(t, { journalSize: 1_000_000 });
  const description = `${'a'.repeat(400)}!`;
  for (let count = 0; count < 2_000; count++) await simulator.register({ description });

  const stretches = await longestStretchOf(async () => {
    for (const matches of ['^(a|a)+$', '^(a+)+$', '(a*)*b', 'x', '^(?:a?){190}a{190}$'])
      await simulator
        .verify('test_user', { path: 'register.do', parameters: { description: { matches } } })
        .catch(() => {});
  });

  notLong(t, stretches);
});
