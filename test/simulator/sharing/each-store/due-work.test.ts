import { parseScenario } from '../../../../simulator/scenario-engine/definition/parse-scenario.ts';
import { timesOf } from '../../../helpers/ava/run-of-tests.ts';
import { plainCard } from '../../../helpers/payments/pay.ts';
import { payForm } from '../../../helpers/payments/pay-form.ts';
import { receiverFor } from '../../../helpers/shop/receiver.ts';
import { create } from '../../gateway/recurring/tasks.ts';
import { paid, pairFor, slowPairFor, test, twentyMinutesMs } from './simulator-pair.ts';

const runs = timesOf(100);

/** Ends an order a millisecond before its own end, at it, and a millisecond after it. */
const ends = [-1, 0, 1].map((gap) =>
  parseScenario(`end${gap}`, { later: [{ after: `${twentyMinutesMs + gap}ms`, do: { expire: true } }] }),
);

test(`an order that ends at both and by a scenario sends one callback, in ${runs} of ${runs} runs`, async (t, join) => {
  const shop = await receiverFor(t, 200);
  const { one, other } = await slowPairFor(t, join, { callbacks: { url: shop.url }, scenarios: ends });
  const orderIds: string[] = [];
  for (let run = 0; run < runs; run++) {
    const jsonParams = JSON.stringify({ scenario: ends[run % ends.length]?.name });
    orderIds.push((await (run % 2 === 0 ? one : other).register({ jsonParams })).orderId);
  }

  await Promise.all([one, other].map(({ clock }) => clock.advance(twentyMinutesMs + 60_000)));
  await Promise.all([one.settled(), other.settled()]);

  const heard = shop.received.map(({ form }) => `${form.get('mdOrder')} ${form.get('operation')}`);
  t.deepEqual(heard.toSorted(), orderIds.map((id) => `${id} declinedByTimeout`).toSorted());
});

const lostOnce = parseScenario('lost-once', {
  callbacks: [{ on: 'declinedByTimeout', times: 1, do: { lost: true } }],
});

test(`an order that ends at both has the fault of its callback, in ${runs} of ${runs} runs`, async (t, join) => {
  const shop = await receiverFor(t, 200);
  const { one, other } = await slowPairFor(t, join, { callbacks: { url: shop.url }, scenarios: [lostOnce] });
  for (let run = 0; run < runs; run++)
    await (run % 2 === 0 ? one : other).register({ jsonParams: '{"scenario":"lost-once"}' });

  await Promise.all([one, other].map(({ clock }) => clock.advance(twentyMinutesMs + 60_000)));
  await Promise.all([one.settled(), other.settled()]);

  t.deepEqual(shop.operations(), []);
});

test(`a call of the shop at one and the time at the other send one callback, in ${runs} of ${runs} runs`, async (t, join) => {
  const shop = await receiverFor(t, 200);
  const { one, other } = await pairFor(t, join, { callbacks: { url: shop.url } });
  const { replace } = one.store.orders;
  for (let run = 0; run < runs; run++) {
    const { orderId } = await one.register({ sessionTimeoutSecs: '60' });
    await one.clock.advance(59_999);
    await other.clock.advance(59_999);
    let isFirst = true;
    Object.assign(one.store.orders, {
      replace: async (...sent: Parameters<typeof replace>) => {
        if (isFirst) {
          isFirst = false;
          await other.clock.advance(1);
          await other.status(orderId);
        }
        return replace(...sent);
      },
    });
    shop.received.length = 0;

    const answer = await payForm(one, orderId, plainCard);
    Object.assign(one.store.orders, { replace });
    await Promise.all([one.settled(), other.settled()]);

    t.not(answer['errorCode'], '0', 'the other was first');
    t.deepEqual(shop.operations(), ['declinedByTimeout=0']);
    await one.clock.advance(1);
  }
});

test('recurring payments that are due at both are made once', async (t, join) => {
  const shop = await receiverFor(t, 200);
  const { one, other } = await slowPairFor(t, join, { callbacks: { url: shop.url } });
  const numbers = Array.from({ length: 20 }, (_, number) => `M-${number}`);
  for (const merchantTaskUuid of numbers) await create(one, { merchantTaskUuid });
  await Promise.all([one.settled(), other.settled()]);
  shop.received.length = 0;

  await Promise.all([one, other].map(({ clock }) => clock.advance(7 * 86_400_000)));
  await Promise.all([one.settled(), other.settled()]);

  const heard = shop.received.map(({ form }) => form.get('mdOrder'));
  t.is(heard.length, numbers.length * 4, 'four days each');
  t.is(new Set(heard).size, heard.length);
  t.is((await one.store.orders.ofMerchant('test_user')).filter(({ tii }) => tii === 'R').length, heard.length);
});

test('a callback that is sent by hand at one when its retry is due at both is not tried after it was accepted', async (t, join) => {
  const orders = 20;
  const shop = await receiverFor(t, ...Array(orders).fill(500), 200);
  const { one, other } = await slowPairFor(t, join, { callbacks: { url: shop.url } });
  const orderIds: string[] = [];
  for (let number = 0; number < orders; number++) orderIds.push(await paid(one));
  await Promise.all([one.settled(), other.settled()]);
  const waiting = (await Promise.all(orderIds.map((id) => one.store.callbacks.about(id)))).flat();

  await Promise.all([
    ...[one, other].map(({ clock }) => clock.advance(30_000)),
    ...waiting.map(({ id }) => one.resendCallback('test_user', id)),
  ]);
  await Promise.all([one.settled(), other.settled()]);

  let tries = 0;
  for (const orderId of orderIds) {
    const [callback] = await one.store.callbacks.about(orderId);
    t.is(callback?.state, 'delivered');
    const accepted = callback?.tries.findIndex(({ httpStatus }) => httpStatus === 200) ?? -1;
    t.deepEqual(
      callback?.tries.slice(accepted + 1).filter(({ byHand }) => !byHand),
      [],
    );
    tries += callback?.tries.length ?? 0;
  }
  t.is(shop.received.length, tries);
});
