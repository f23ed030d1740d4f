import test, { type ExecutionContext } from 'ava';
import type { SimulatorOptions } from '../../../simulator/simulator.ts';
import { eventually } from '../../helpers/ava/eventually.ts';
import { hold, payWith } from '../../helpers/payments/paid-order.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { payForm } from '../../helpers/payments/pay-form.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { controlOf } from '../../helpers/simulator/control.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';
import { create } from '../gateway/recurring/tasks.ts';

const clock = '/merchants/test_user/clock';

const shopFor = async (t: ExecutionContext, options: SimulatorOptions = {}) => {
  const simulator = await simulatorFor(t, options);
  const control = controlOf(t, simulator);
  const due = async () => (await control(`GET ${clock}`)).json['nextDue'];
  return { simulator, control, due, goThere: async () => control(`POST ${clock}/set`, { to: (await due()).at }) };
};

test('nothing is due for a merchant without orders, and after everything is over', async (t) => {
  const { simulator, due } = await shopFor(t);
  t.is(await due(), null);

  await payWith(simulator, plainCard.pan);

  t.is(await due(), null);
  t.is(await simulator.nextDue('test_user'), undefined);
});

test('an order expires: who goes there sees it expired, and then the next one', async (t) => {
  const { simulator, due, goThere } = await shopFor(t);
  const late = await simulator.register({ sessionTimeoutSecs: '3600' });
  const { orderId } = await simulator.register();

  t.deepEqual(await due(), { at: '2026-01-01T08:20:00.000Z', what: 'expiry', orderId });
  t.deepEqual(JSON.parse(JSON.stringify(await simulator.nextDue('test_user'))), await due());
  t.like((await goThere()).json['nextDue'], { what: 'expiry', orderId: late.orderId, at: '2026-01-01T09:00:00.000Z' });
  t.is((await simulator.status(orderId))['orderStatus'], 6);
});

test('a hold is captured or released at its date', async (t) => {
  const { simulator, due, goThere } = await shopFor(t);
  const captured = await hold(simulator, { autocompletionDate: '2026-01-02T11:00:00' });
  const reversed = await hold(simulator, { autoReverseDate: '2026-01-03T11:00:00' });

  t.like(await due(), { what: 'capture', orderId: captured });
  await goThere();
  t.is((await simulator.status(captured))['orderStatus'], 2);
  t.like(await due(), { what: 'reversal', orderId: reversed });
  await goThere();
  t.is((await simulator.status(reversed))['orderStatus'], 3);
  t.is(await due(), null);
});

test('the bank decides later, and acts by itself', async (t) => {
  const { simulator, control, due, goThere } = await shopFor(t);
  const scenario = { attempts: [{ pending: '30s' }], later: [{ after: '10m', do: 'chargeback' }] };
  await control('PUT /merchants/test_user/scenario', { scenario });
  const orderId = await payWith(simulator, plainCard.pan);

  t.deepEqual(await due(), { at: '2026-01-01T08:00:30.000Z', what: 'bank-decision', orderId });
  await goThere();
  t.deepEqual(await due(), { at: '2026-01-01T08:10:30.000Z', what: 'act', orderId });
  await goThere();
  t.is(await due(), null);
});

test('a callback comes late, and again after a failure; not while callbacks are paused', async (t) => {
  const shop = await receiverFor(t, 500, 200);
  const { simulator, control, due, goThere } = await shopFor(t, { callbacks: { url: shop.url } });
  await control('PUT /merchants/test_user/scenario', { scenario: { callbacks: [{ on: 'any', do: { delay: '5m' } }] } });
  const orderId = await payWith(simulator, plainCard.pan);

  const first = await due();
  t.like(first, { at: '2026-01-01T08:05:00.000Z', what: 'callback', orderId });
  await goThere();
  t.deepEqual(await due(), { ...first, at: '2026-01-01T08:05:30.000Z', what: 'callback-retry' });
  await control('POST /merchants/test_user/callbacks/pause');
  t.is(await due(), null);
  await control(`POST /merchants/test_user/callbacks/${first.callbackId}/resend`, { delay: '1m' });
  t.like(await due(), { at: '2026-01-01T08:06:00.000Z', what: 'callback', orderId });
  await control('POST /merchants/test_user/callbacks/run');
  t.like(await due(), { what: 'callback-retry' });
  await goThere();
  await goThere();
  t.is(await due(), null);
  t.is(shop.received.length, 3);
});

test('a callback that stands behind another one is not next', async (t) => {
  const shop = await receiverFor(t, 200);
  const { simulator, control, due } = await shopFor(t, { callbacks: { url: shop.url } });
  const scenario = {
    callbacks: [
      { on: 'approved', do: { delay: '1h' } },
      { on: 'deposited', do: { delay: '1m' } },
    ],
  };
  await control('PUT /merchants/test_user/scenario', { scenario });
  const orderId = await hold(simulator);
  await simulator.call('deposit.do', { orderId });

  t.like(await due(), { at: '2026-01-01T09:00:00.000Z', what: 'callback' });
});

test('a bank that thinks answers later', async (t) => {
  const { simulator, control, due, goThere } = await shopFor(t);
  await control('PUT /merchants/test_user/scenario', { scenario: { attempts: [{ delay: '5s' }] } });
  const { orderId } = await simulator.register();
  const paid = payForm(simulator, orderId, plainCard);
  await eventually(t, due, (one) => one?.what === 'answer');

  t.deepEqual(await due(), { at: '2026-01-01T08:00:05.000Z', what: 'answer' });
  await goThere();
  await paid;
  t.is((await simulator.status(orderId))['orderStatus'], 2);
  t.is(await due(), null);
});

test('a recurring task pays at its date', async (t) => {
  const { simulator, due, goThere } = await shopFor(t);
  await create(simulator);

  const next = await due();
  t.is(next.what, 'recurring-payment');
  t.is(typeof next.taskId, 'string');
  t.false('orderId' in next);
  await goThere();

  t.true((await due()).at > next.at);
  t.is((await simulator.orders('test_user')).orders.filter(({ orderNumber }) => orderNumber.endsWith('-1')).length, 1);
});

test('the clock of one merchant tells nothing of another', async (t) => {
  const { simulator, control, due } = await shopFor(t);
  await control('POST /merchants', { login: 'other' });
  await simulator.register();

  t.like(await due(), { what: 'expiry' });
  t.is((await control('GET /merchants/other/clock')).json['nextDue'], null);
  await t.throwsAsync(simulator.nextDue('nobody'), { message: /no merchant has the login nobody/ });
});
