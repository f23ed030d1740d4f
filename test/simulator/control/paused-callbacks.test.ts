import test, { type ExecutionContext } from 'ava';
import type { CallbackSettings } from '../../../simulator/domain/callback.ts';
import { CallbackNotDelivered } from '../../../simulator/domain/errors/order-errors.ts';
import { hold, payWith } from '../../helpers/payments/paid-order.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { controlOf } from '../../helpers/simulator/control.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

const own = '/merchants/test_user/callbacks';

const shopFor = async (
  t: ExecutionContext,
  settings: Partial<CallbackSettings> = {},
  ...answers: readonly (number | 'hang')[]
) => {
  const shop = await receiverFor(t, ...(answers.length > 0 ? answers : [200]));
  const simulator = await simulatorFor(t, { callbacks: { url: shop.url, ...settings } });
  const control = controlOf(t, simulator);
  return {
    shop,
    simulator,
    control,
    pause: () => control(`POST ${own}/pause`),
    run: () => control(`POST ${own}/run`),
    settle: () => control(`POST ${own}/settle`),
    advance: (by: string) => control('POST /merchants/test_user/clock/advance', { by }),
    list: async () => (await control(`GET ${own}`)).json,
  };
};

test('paused callbacks wait while time passes, the list says so, and all of them are sent in order afterwards', async (t) => {
  const { shop, simulator, pause, run, settle, advance, list } = await shopFor(t);

  t.deepEqual((await pause()).json, { isPaused: true, waiting: 0, delivered: 0, 'given-up': 0, lost: 0 });
  const orderId = await hold(simulator);
  await simulator.call('deposit.do', { orderId });
  await simulator.call('refund.do', { orderId, amount: '5' });
  await settle();
  await advance('10d');

  t.is(shop.received.length, 0);
  t.like(await list(), { isPaused: true, total: 3, callbacks: [{ state: 'waiting', tries: [] }] });
  t.deepEqual((await run()).json, { isPaused: false, waiting: 0, delivered: 3, 'given-up': 0, lost: 0 });
  t.deepEqual(shop.operations(), ['approved=1', 'deposited=1', 'refunded=1']);
  t.like(await list(), { isPaused: false, total: 3 });
});

test('a retry that falls into the pause comes after it, and is no further try', async (t) => {
  const { shop, simulator, pause, run, advance, list } = await shopFor(t, { mostFailures: 2 }, 500, 200);
  await payWith(simulator, plainCard.pan);
  await simulator.settled();

  await pause();
  await advance('1h');
  t.is(shop.received.length, 1);
  await run();

  t.is(shop.received.length, 2);
  t.like(await list(), { callbacks: [{ state: 'delivered', tries: [{ httpStatus: 500 }, { httpStatus: 200 }] }] });
});

test('a retry that is due after the pause keeps its time', async (t) => {
  const { shop, simulator, pause, run, advance } = await shopFor(t, {}, 500, 200);
  await payWith(simulator, plainCard.pan);
  await simulator.settled();

  await pause();
  await advance('10s');
  t.like((await run()).json, { waiting: 1 });
  t.is(shop.received.length, 1);
  await advance('20s');

  t.is(shop.received.length, 2);
});

test('who pauses gets the answer when the callback that is on its way has arrived', async (t) => {
  const { shop, simulator, pause } = await shopFor(t, {}, 'hang');
  await payWith(simulator, plainCard.pan);
  await shop.hasReceived();

  const paused = pause();
  shop.release();

  t.like((await paused).json, { isPaused: true, delivered: 1, waiting: 0 });
});

test('a callback is sent by hand all the same, and a call that waits for its callback goes on', async (t) => {
  const { shop, simulator, control, pause, list } = await shopFor(t);
  await simulator.setScenario('test_user', { callbacks: [{ on: 'any', do: { beforeRedirect: true } }] });
  await pause();
  const orderId = await payWith(simulator, plainCard.pan);
  t.is((await simulator.status(orderId))['orderStatus'], 2);
  const [{ id }] = (await list())['callbacks'];

  t.like((await control(`POST ${own}/${id}/resend`)).json, { isDelivered: true, callback: { state: 'delivered' } });

  t.is(shop.received.length, 1);
});

test('who waits for a paused callback is told that it is paused', async (t) => {
  const { simulator, pause } = await shopFor(t);
  await pause();
  const orderId = await payWith(simulator, plainCard.pan);

  await t.throwsAsync(simulator.waitForCallback(orderId, 'deposited', { timeoutMs: 0 }), {
    instanceOf: CallbackNotDelivered,
    message: /callbacks of merchant test_user are paused/,
  });
});

test('a pause is of one merchant, is the same twice, and ends with a reset', async (t) => {
  const { shop, simulator, control, pause, run, list } = await shopFor(t);
  await control('POST /merchants', { login: 'other', callbacks: { url: shop.url } });
  await pause();
  t.like((await pause()).json, { isPaused: true });
  t.like((await control('GET /merchants/other/callbacks')).json, { isPaused: false });

  t.is((await control('POST /merchants/test_user/reset')).status, 204);
  t.like(await list(), { isPaused: false });
  await payWith(simulator, plainCard.pan);
  await simulator.settled();
  t.is(shop.received.length, 1);
  t.like((await run()).json, { isPaused: false, delivered: 1 });
});

test('a pause lies in the state of a merchant, with the callbacks that wait', async (t) => {
  const { shop, simulator, control, pause } = await shopFor(t);
  await pause();
  await payWith(simulator, plainCard.pan);
  const { json } = await control('GET /merchants/test_user/state');

  await control('PUT /merchants/copy/state?ids=new', json);
  t.like((await control('GET /merchants/copy/callbacks')).json, { isPaused: true, total: 1 });
  t.is(shop.received.length, 0);
  t.like((await control('POST /merchants/copy/callbacks/run')).json, { isPaused: false, delivered: 1 });
});

test('callbacks are paused and run in process', async (t) => {
  const { shop, simulator } = await shopFor(t);

  t.like(await simulator.pauseCallbacks('test_user'), { isPaused: true });
  await payWith(simulator, plainCard.pan);
  await simulator.settled();
  t.like(await simulator.callbacks('test_user'), { isPaused: true, total: 1 });
  t.like(await simulator.runCallbacks('test_user'), { isPaused: false, delivered: 1 });
  t.is(shop.received.length, 1);
  await t.throwsAsync(simulator.pauseCallbacks('nobody'), { message: /no merchant has the login nobody/ });
});

for (const act of ['pause', 'run'])
  test(`the callbacks of a merchant that is not there cannot ${act}`, async (t) => {
    const { control } = await shopFor(t);

    t.like((await control(`POST /merchants/nobody/callbacks/${act}`)).json, { status: 404, field: 'login' });
  });
