import test from 'ava';
import type { GatewayEvent } from '../../../simulator/sharing/events.ts';
import { eventually } from '../../helpers/ava/eventually.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { payForm } from '../../helpers/payments/pay-form.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { controlOf } from '../../helpers/simulator/control.ts';
import { readEvents } from '../../helpers/simulator/event-reader.ts';
import { simulatorFor, startMs } from '../../helpers/simulator/simulator.ts';

test('tells of requests, orders, callbacks and clocks as they happen, without card data', async (t) => {
  const shop = await receiverFor(t, 200);
  const simulator = await simulatorFor(t, { callbacks: { url: shop.url } });
  const stream = await readEvents(t, `${simulator.controlUrl}/events`);

  const { orderId, formUrl } = await simulator.register();
  await fetch(formUrl);
  await payForm(simulator, orderId, plainCard);
  await simulator.settled();
  await simulator.clockOf('test_user').advance(1_000);

  t.is(stream.contentType, 'text/event-stream');
  const at = '2026-01-01T08:00:00.000Z';
  t.like(await stream.next(), {
    event: 'order',
    id: '1',
    data: { merchant: 'test_user', at, orderId, status: 'created' },
  });
  t.like(await stream.next(), {
    event: 'request',
    data: {
      merchant: 'test_user',
      at,
      path: '/payment/rest/register.do',
      httpStatus: 200,
      parameters: { password: '***' },
    },
  });
  t.like(await stream.next(), { event: 'request', data: { surface: 'page', method: 'GET' } });
  t.like(await stream.next(), {
    event: 'order',
    data: { orderId, status: 'deposited', orderStatus: 2, actionCode: 0 },
  });
  const sent = await stream.next(({ event, data }) => event === 'request' && data['path'].endsWith('processform.do'));
  t.is(sent.data['parameters'].$PAN, '444455**3333');
  t.notRegex(JSON.stringify(sent), new RegExp(plainCard.pan));
  const told = await stream.next(({ event }) => event === 'callback');
  t.like(told.data, { subject: orderId, operation: 'deposited', state: 'delivered', httpStatus: 200, tries: 1 });
  t.like(await stream.next(({ event }) => event === 'clock'), {
    data: { merchant: 'test_user', at: '2026-01-01T08:00:01.000Z' },
  });
});

test('a merchant has a stream of its own', async (t) => {
  const simulator = await simulatorFor(t);
  await controlOf(t, simulator)('POST /merchants', { login: 'own', password: 'p' });
  const stream = await readEvents(t, `${simulator.controlUrl}/merchants/own/events`);
  const order = { userName: 'own', password: 'p', amount: '100', returnUrl: 'https://shop.example/' };

  await simulator.register();
  const { orderId } = await simulator.callBare('register.do', order);

  t.like(await stream.next(), { event: 'order', data: { merchant: 'own', orderId } });
  t.is((await controlOf(t, simulator)('GET /merchants/nobody/events')).status, 404);
});

test('who comes back hears what was missed, by header or by query', async (t) => {
  const simulator = await simulatorFor(t);
  const url = `${simulator.controlUrl}/events`;
  const first = await readEvents(t, url);
  await simulator.register();
  const { id = '' } = await first.next(({ event }) => event === 'request');
  first.close();
  const { orderId } = await simulator.register();

  for (const stream of [await readEvents(t, url, { 'Last-Event-ID': id }), await readEvents(t, `${url}?after=${id}`)]) {
    t.like(await stream.next(), { id: String(Number(id) + 1), event: 'order', data: { orderId } });
    t.like(await stream.next(), { event: 'request' });
  }
  const anew = await readEvents(t, url, { 'Last-Event-ID': '999999' });
  t.like(await anew.next(), { id: '1' }, 'an id of an earlier run: all that is known');
});

test('who comes back too late is told how much is lost', async (t) => {
  const simulator = await simulatorFor(t);
  const first = await readEvents(t, `${simulator.controlUrl}/events`);
  for (let count = 0; count < 1_100; count++) {
    await simulator.clockOf('test_user').freeze();
    await simulator.clockOf('test_user').run();
  }
  await first.next();

  const late = await readEvents(t, `${simulator.controlUrl}/events?after=1`);

  const { event, data } = await late.next();
  t.is(event, 'lost');
  t.true(data['count'] > 100);
  t.is((await late.next()).id, String(data['count'] + 2));
});

test('while nobody listens nothing is told and nothing kept', async (t) => {
  const simulator = await simulatorFor(t);
  await simulator.register();

  const stream = await readEvents(t, `${simulator.controlUrl}/events?after=0`);
  await simulator.register();

  t.like(await stream.next(), { id: '1' });
});

test('asked for its headers only, the stream has no body and no end to wait for', async (t) => {
  const { controlUrl } = await simulatorFor(t);

  const { status, headers } = await fetch(`${controlUrl}/events`, { method: 'HEAD' });

  t.is(status, 200);
  t.is(headers.get('content-type'), 'text/event-stream');
});

test('what is no id of an event is refused', async (t) => {
  const control = controlOf(t, await simulatorFor(t));

  t.is((await control('GET /events', undefined, { 'last-event-id': 'x' })).json['field'], 'Last-Event-ID');
  t.is((await control('GET /events?after=x')).json['field'], 'after');
  t.is((await control('GET /events?since=1')).json['field'], 'since');
});

test('the streams end at once when the gateway stops', async (t) => {
  const simulator = await simulatorFor(t);
  const stream = await readEvents(t, `${simulator.controlUrl}/events`);
  const before = process.hrtime.bigint();

  await simulator.stop();
  await stream.ended;

  t.true(process.hrtime.bigint() - before < 450_000_000n);
});

test('in process a listener is called, until it is taken away', async (t) => {
  const simulator = await simulatorFor(t);
  const heard: GatewayEvent[] = [];
  const stop = simulator.onEvent((event) => heard.push(event));
  await simulator.register();
  await eventually(
    t,
    () => heard.length,
    (count) => count > 1,
  );
  stop();
  await simulator.register();

  t.deepEqual(
    heard.map(({ type }) => type),
    ['order', 'request'],
  );
  t.like(heard[0], { merchant: 'test_user', atMs: startMs });
});

test('a stream begins with the last id there was, for a listener that breaks off before it hears anything', async (t) => {
  const simulator = await simulatorFor(t);
  const greeting = async (query = ''): Promise<string> => {
    const stop = new AbortController();
    const { body } = await fetch(`${simulator.controlUrl}/events${query}`, { signal: stop.signal });
    const { value } = (await body?.pipeThrough(new TextDecoderStream()).getReader().read()) ?? {};
    stop.abort();
    return value ?? '';
  };

  t.is(await greeting(), ': listening\nid: 0\n\n');
  await simulator.register();
  t.is(await greeting(), ': listening\nid: 2\n\n');
  t.regex(await greeting('?after=1'), /^: listening\nid: 1\n\n/);
});
