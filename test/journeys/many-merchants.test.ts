import test from 'ava';
import { cardForActionCode } from '../../simulator/issuer/code-range.ts';
import { isSlowRun } from '../helpers/ava/run-of-tests.ts';
import { plainCard } from '../helpers/payments/pay.ts';
import { cardFields } from '../helpers/payments/pay-form.ts';
import { receiverFor } from '../helpers/shop/receiver.ts';
import { type Fields, type Json, simulatorFor, startMs } from '../helpers/simulator/simulator.ts';

/** `RUNS=20` for a long look. */
const runs = Number(process.env['RUNS'] ?? (isSlowRun ? 2 : 1));
const merchantCount = isSlowRun ? 500 : 100;

/** What one shop's test does, each shop in its own way by its number; every shop uses the same order numbers. */
const story = async (
  call: (endpoint: string, fields?: Fields) => Promise<Json>,
  index: number,
  advance: (ms: number) => Promise<void>,
) => {
  const amount = String(1_000 + index);
  const actionCode = index % 3 === 0 ? 116 : 0;
  const card = actionCode === 0 ? plainCard : { ...plainCard, pan: cardForActionCode(actionCode) };
  const { orderId } = await call('register.do', {
    orderNumber: 'A-1',
    amount,
    returnUrl: 'https://shop.example/',
    clientId: 'aida',
  });
  await call('processform.do', { MDORDER: orderId, ...cardFields(card) });
  if (actionCode === 0) await call('refund.do', { orderId, amount: String(1 + index) });
  await call('register.do', { orderNumber: 'A-2', amount, returnUrl: 'https://shop.example/' });
  await advance(1_200_000 + index);
  const late = await call('register.do', { orderNumber: 'A-3', amount, returnUrl: 'https://shop.example/' });
  const statuses = await Promise.all(
    ['A-1', 'A-2', 'A-3'].map((orderNumber) => call('getOrderStatusExtended.do', { orderNumber })),
  );
  return { late, statuses, bindings: await call('getBindings.do', { clientId: 'aida' }) };
};

for (let run = 1; run <= runs; run += 1) {
  test(`${merchantCount} tests at once, each with a merchant of its own, see nothing of one another (run ${run})`, async (t) => {
    const shop = await receiverFor(t, 200);
    const merchants = Array.from({ length: merchantCount }, (_, index) => ({
      login: `shop-${index}`,
      password: `secret-${index}`,
      callbacks: { url: `${shop.url}?shop=${index}`, parameters: ['amount'] },
    }));
    const simulator = await simulatorFor(t, { merchants });

    const ends = await Promise.all(
      merchants.map(({ login: userName, password }, index) =>
        story(
          (endpoint, fields = {}) => simulator.callBare(endpoint, { userName, password, ...fields }),
          index,
          simulator.clockOf(userName).advance,
        ),
      ),
    );
    await simulator.settled();

    for (const [
      index,
      {
        statuses: [first = {}, second = {}, third = {}],
        bindings,
      },
    ] of ends.entries()) {
      const isDeclined = index % 3 === 0;
      const amount = 1_000 + index;
      t.like(
        first,
        { orderStatus: isDeclined ? 6 : 4, actionCode: isDeclined ? -2007 : 0, amount, date: startMs },
        `shop ${index}`,
      );
      t.is(first['paymentAmountInfo'].depositedAmount, isDeclined ? 0 : 999);
      t.like(second, { orderStatus: 6, actionCode: -2014, amount });
      t.like(third, { orderStatus: 0, amount, date: startMs + 1_200_000 + index });
      t.is(bindings['bindings'].length, isDeclined ? 0 : 1);
    }
    const heard = Map.groupBy(shop.received, ({ form }) => form.get('shop') ?? '');
    for (const index of merchants.keys()) {
      const own = heard.get(String(index)) ?? [];
      const expected =
        index % 3 === 0
          ? ['deposited=0', 'declinedByTimeout=0', 'declinedByTimeout=0']
          : ['deposited=1', 'bindingCreated=1', 'refunded=1', 'declinedByTimeout=0'];
      t.deepEqual(
        own.map(({ form }) => `${form.get('operation')}=${form.get('status')}`).toSorted(),
        expected.toSorted(),
        `shop ${index}`,
      );
      t.true(own.every(({ form }) => (form.get('amount') ?? String(1_000 + index)) === String(1_000 + index)));
    }
  });
}
