import test, { type ExecutionContext } from 'ava';
import type { CallbackSettings } from '../../../simulator/domain/callback.ts';
import type { SimulatorOptions } from '../../../simulator/simulator.ts';
import { memoryStore } from '../../../simulator/store/memory/memory-store.ts';
import { payWith } from '../../helpers/payments/paid-order.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { controlOf } from '../../helpers/simulator/control.ts';
import { type EventReader, type ReadEvent, readEvents } from '../../helpers/simulator/event-reader.ts';
import { type Json, simulatorFor } from '../../helpers/simulator/simulator.ts';
import { sharedMemory } from '../sharing/each-store/shared-memory.ts';

const own = '/merchants/test_user/callbacks';
const local = 'http://localhost:3001/callback';

/** A gateway with a store of its own, and those who listen to it. */
const gatewayFor = async (
  t: ExecutionContext,
  callbacks: Partial<CallbackSettings> = {},
  options: SimulatorOptions = {},
) => {
  const simulator = await simulatorFor(t, { callbacks, store: memoryStore(), ...options });
  const control = controlOf(t, simulator);
  const listen = (query = `?forwardTo=${encodeURIComponent(local)}`) =>
    readEvents(t, `${simulator.controlUrl}/merchants/test_user/events${query}`);
  const nextForward = async (listener: EventReader): Promise<Json> =>
    (await listener.next(({ event }: ReadEvent) => event === 'forward')).data;
  const answer = (callbackId: string, body: object) => control(`POST ${own}/${callbackId}/forwarded`, body);
  const list = async (): Promise<Json> => (await control(`GET ${own}`)).json;
  return { simulator, control, listen, nextForward, answer, list };
};

test('a listener gets a callback with all that the gateway would send, and its answer counts', async (t) => {
  const settings = { url: 'http://169.254.1.1/cb?shop=7', token: 'secret', headers: { 'X-Shop': 'hidden' } };
  const { simulator, control, listen, nextForward, answer, list } = await gatewayFor(t, settings);
  const listener = await listen();

  const orderId = await payWith(simulator, plainCard.pan);
  const { callbackId, fields, ...others } = await nextForward(listener);
  t.deepEqual(others, {
    merchant: 'test_user',
    at: '2026-01-01T08:00:00.000Z',
    method: 'GET',
    url: 'http://169.254.1.1/cb?shop=7',
    headers: { 'X-Shop': 'hidden' },
  });
  t.is(fields[0].value, orderId);
  t.is((await answer(callbackId, { httpStatus: 200 })).status, 204);
  await simulator.settled();

  t.like(await list(), { callbacks: [{ state: 'delivered', tries: [{ httpStatus: 200, forwardedTo: local }] }] });
  t.deepEqual((await control(`GET ${own}/${callbackId}`)).json['checksum'].isRight, true);
});

test('a failure that a listener reports is tried again, by the listener that there is then', async (t) => {
  const { simulator, control, listen, nextForward, answer, list } = await gatewayFor(t);
  const listener = await listen();
  await payWith(simulator, plainCard.pan);
  const first = await nextForward(listener);
  await answer(first['callbackId'], { error: 'ECONNREFUSED' });
  await simulator.settled();
  t.like(await list(), { callbacks: [{ state: 'waiting', tries: [{ error: 'ECONNREFUSED' }] }] });

  const moved = control('POST /merchants/test_user/clock/advance', { by: '30s' });
  const second = await nextForward(listener);
  await answer(second['callbackId'], { httpStatus: 200 });
  await moved;

  t.is(second['callbackId'], first['callbackId']);
  t.like(await list(), { callbacks: [{ state: 'delivered' }] });
});

test('a merchant without an address has callbacks as long as somebody forwards them', async (t) => {
  const { simulator, listen, nextForward, answer, list, control } = await gatewayFor(t);
  await payWith(simulator, plainCard.pan);
  t.is((await list())['total'], 0);

  const listener = await listen();
  const tested = control(`POST ${own}/test`);
  const { callbackId, url } = await nextForward(listener);
  await answer(callbackId, { httpStatus: 404 });

  t.is(url, local);
  t.like((await tested).json, { isDelivered: false, try: { httpStatus: 404, forwardedTo: local } });
});

test('a listener that goes away leaves a failure, and then the gateway sends the callback itself', async (t) => {
  const shop = await receiverFor(t, 200);
  const { simulator, control, listen, nextForward, list } = await gatewayFor(t, { url: shop.url });
  const listener = await listen();
  await payWith(simulator, plainCard.pan);
  await nextForward(listener);
  listener.close();
  await simulator.settled();
  t.like(await list(), { callbacks: [{ tries: [{ error: 'no answer: the listener has gone' }] }] });

  await control('POST /merchants/test_user/clock/advance', { by: '30s' });

  t.is(shop.received.length, 1);
  t.like(await list(), { callbacks: [{ state: 'delivered' }] });
});

test('a listener that does not answer in time has failed', async (t) => {
  const { simulator, listen, nextForward, answer, list } = await gatewayFor(t, {}, { callbackPatienceMs: 20 });
  const listener = await listen();
  await payWith(simulator, plainCard.pan);
  const { callbackId } = await nextForward(listener);
  await simulator.settled();

  t.like(await list(), { callbacks: [{ tries: [{ error: 'no answer within 20 ms', forwardedTo: local }] }] });
  t.is((await answer(callbackId, { httpStatus: 200 })).status, 404);
});

test('wrong answers and addresses are refused', async (t) => {
  const { answer, control } = await gatewayFor(t);

  t.like((await answer('x', { httpStatus: 200 })).json, {
    status: 404,
    detail: 'no listener of test_user was given a callback with the id x',
  });
  t.is((await answer('x', { httpStatus: 20 })).status, 422);
  t.like((await control('GET /merchants/test_user/events?forwardTo=localhost:3001')).json, {
    status: 422,
    field: 'forwardTo',
  });
});

test('gateways that share a store do not forward, because another one may send the callback', async (t) => {
  const { control } = await gatewayFor(t, {}, { store: await sharedMemory()() });

  t.like((await control(`GET /merchants/test_user/events?forwardTo=${encodeURIComponent(local)}`)).json, {
    status: 409,
    detail: 'callbacks are forwarded by a single gateway only, and this one may share its store with others',
  });
});
