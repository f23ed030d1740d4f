import test from 'ava';
import { hold, payWith } from '../../helpers/payments/paid-order.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { controlOf } from '../../helpers/simulator/control.ts';
import { type Json, simulatorFor } from '../../helpers/simulator/simulator.ts';

test('one callback shows exactly what is sent, but no value of the own headers of a merchant', async (t) => {
  const shop = await receiverFor(t, 200);
  const callbacks = { url: `${shop.url}?shop=7`, token: 'top-secret', headers: { 'X-Key': 'do-not-show' } };
  for (const method of ['GET', 'POST'] as const) {
    const simulator = await simulatorFor(t, { callbacks: { ...callbacks, method } });
    const control = controlOf(t, simulator);
    const orderId = await payWith(simulator, plainCard.pan, { orderNumber: 'A-1' });
    await simulator.settled();
    const { id } = (await control('GET /merchants/test_user/callbacks')).json['callbacks'][0];

    const { json, text } = await control(`GET /merchants/test_user/callbacks/${id}`);

    const sent = shop.received.at(-1);
    const { pathname, search } = new URL(json['request'].url);
    t.is(pathname + search, sent?.url ?? '');
    t.is(json['request'].method, method);
    t.is(json['request'].body ?? '', sent?.body ?? '');
    t.is(json['request'].headers['Content-Type'], sent?.headers['content-type']);
    t.is(json['request'].headers['X-Key'], '***');
    t.false(text.includes('do-not-show'));
    t.false(text.includes('top-secret'));
    t.like(json, { operation: 'deposited', status: '1', orderId, state: 'delivered', tries: [{ httpStatus: 200 }] });
    t.deepEqual(
      json['fields'].map(({ name }: Json) => name),
      ['mdOrder', 'orderNumber', 'operation', 'status', 'checksum'],
    );
  }
});

test('callbacks are listed newest first, by order, state and operation', async (t) => {
  const shop = await receiverFor(t, 200, 200, 500);
  const simulator = await simulatorFor(t, { callbacks: { url: shop.url } });
  const control = controlOf(t, simulator);
  const list = async (query = ''): Promise<readonly string[]> =>
    (await control(`GET /merchants/test_user/callbacks${query}`)).json['callbacks'].map(
      ({ operation, orderId, state }: Json) => `${operation} ${orderId === held ? 'held' : 'paid'} ${state}`,
    );
  const held = await hold(simulator, { orderNumber: 'H' });
  const { settled, advance } = simulator.clockOf('test_user');
  await settled();
  await advance(1_000);
  await payWith(simulator, plainCard.pan);
  await settled();
  await advance(1_000);
  await simulator.call('deposit.do', { orderId: held });
  await settled();

  t.deepEqual(await list(), ['deposited held waiting', 'deposited paid delivered', 'approved held delivered']);
  t.deepEqual(await list('?order=H'), ['deposited held waiting', 'approved held delivered']);
  t.deepEqual(await list(`?order=${held}&state=delivered`), ['approved held delivered']);
  t.deepEqual(await list('?operation=deposited'), ['deposited held waiting', 'deposited paid delivered']);
  t.deepEqual(await list('?order=unknown'), []);
  const { json } = await control('GET /merchants/test_user/callbacks?limit=1');
  t.like(json, { total: 3, callbacks: [{ dueAt: '2026-01-01T08:00:32.000Z' }] });
});

test('a callback that was given up is sent again, and the answer says what the shop says now', async (t) => {
  const shop = await receiverFor(t, 500, 503, 200, 404);
  const simulator = await simulatorFor(t, { callbacks: { url: shop.url, mostFailures: 1 } });
  const control = controlOf(t, simulator);
  await payWith(simulator, plainCard.pan);
  await simulator.settled();
  const { id } = (await control('GET /merchants/test_user/callbacks?state=given-up')).json['callbacks'][0];
  const resend = async () => (await control(`POST /merchants/test_user/callbacks/${id}/resend`)).json;

  t.like(await resend(), {
    isDelivered: false,
    try: { httpStatus: 503, byHand: true },
    callback: { state: 'given-up' },
  });
  t.like(await resend(), { isDelivered: true, try: { httpStatus: 200 }, callback: { state: 'delivered' } });
  t.like(await resend(), { isDelivered: false, try: { httpStatus: 404 }, callback: { state: 'delivered' } });

  t.is(shop.received.length, 4);
  t.is(new Set(shop.received.map(({ url }) => url)).size, 1, 'the content is the same each time');
});

test('a try by hand is none of those after which the gateway gives up, and frees what waited behind it', async (t) => {
  const shop = await receiverFor(t, 500, 500, 500, 200);
  const simulator = await simulatorFor(t, { callbacks: { url: shop.url, mostFailures: 3 } });
  const control = controlOf(t, simulator);
  const orderId = await hold(simulator);
  await simulator.settled();
  await simulator.call('deposit.do', { orderId });
  await simulator.settled();
  const { id } = (await control('GET /merchants/test_user/callbacks?operation=approved')).json['callbacks'][0];
  const resend = async () => (await control(`POST /merchants/test_user/callbacks/${id}/resend`)).json;

  t.like((await resend())['callback'], { state: 'waiting', dueAt: '2026-01-01T08:00:30.000Z' });
  t.like((await resend())['callback'], { state: 'waiting' });
  t.like((await resend())['callback'], { state: 'delivered' });
  await simulator.settled();

  t.deepEqual(shop.operations(), ['approved=1', 'approved=1', 'approved=1', 'approved=1', 'deposited=1']);
});

test('a shop that is not there is told as the reason why a callback failed', async (t) => {
  const simulator = await simulatorFor(t, { callbacks: { url: 'http://127.0.0.1:1/', mostFailures: 1 } });
  const control = controlOf(t, simulator);
  await payWith(simulator, plainCard.pan);
  await simulator.settled();
  const { id } = (await control('GET /merchants/test_user/callbacks')).json['callbacks'][0];

  const { json } = await control(`POST /merchants/test_user/callbacks/${id}/resend`);

  t.false(json['isDelivered']);
  t.is(typeof json['try'].error, 'string');
});

test('a test waits until no callback is on its way any more', async (t) => {
  const shop = await receiverFor(t, 500, 200);
  const simulator = await simulatorFor(t, { callbacks: { url: shop.url } });
  const control = controlOf(t, simulator);
  await payWith(simulator, plainCard.pan);

  const settle = async () => (await control('POST /merchants/test_user/callbacks/settle')).json;

  t.deepEqual(await settle(), { waiting: 1, delivered: 0, 'given-up': 0, lost: 0 });
  await control('POST /merchants/test_user/clock/advance', { by: '30s' });
  t.deepEqual(await settle(), { waiting: 0, delivered: 1, 'given-up': 0, lost: 0 });
  t.is(shop.received.length, 2);
});

test('the callbacks of an order show that about the card that it stored', async (t) => {
  const shop = await receiverFor(t, 200);
  const simulator = await simulatorFor(t, { callbacks: { url: shop.url } });
  const control = controlOf(t, simulator);
  const orderId = await payWith(simulator, plainCard.pan, { clientId: 'aida', features: 'FORCE_CREATE_BINDING' });
  await simulator.settled();

  const { json } = await control(`GET /merchants/test_user/callbacks?order=${orderId}&operation=bindingCreated`);

  const { bindingInfo } = await simulator.status(orderId);
  t.like(json['callbacks'], [{ operation: 'bindingCreated', orderId, bindingId: bindingInfo.bindingId }]);
});

const wrong = [
  ['GET /merchants/nobody/callbacks', 404, 'login'],
  ['GET /merchants/test_user/callbacks?state=sent', 422, 'state'],
  ['GET /merchants/test_user/callbacks?operation=paid', 422, 'operation'],
  ['GET /merchants/test_user/callbacks?limit=-1', 422, 'limit'],
  ['GET /merchants/test_user/callbacks?orderId=1', 422, 'orderId'],
  ['GET /merchants/test_user/callbacks/none', 404, 'id'],
  ['POST /merchants/test_user/callbacks/none/resend', 404, 'id'],
  ['POST /merchants/nobody/callbacks/none/resend', 404, 'login'],
  ['POST /merchants/nobody/callbacks/settle', 404, 'login'],
] as const;
for (const [line, status, field] of wrong) {
  test(`${line} is ${status} and names ${field}`, async (t) => {
    const { json } = await controlOf(t, await simulatorFor(t))(line);

    t.is(json['status'], status);
    t.is(json['field'], field);
  });
}

test('callbacks are read page by page, with how many there are in each state', async (t) => {
  const shop = await receiverFor(t, 200, 500, 200, 500, 200);
  const simulator = await simulatorFor(t, { callbacks: { url: shop.url } });
  const control = controlOf(t, simulator);
  for (const orderNumber of ['1', '2', '3', '4', '5']) {
    await payWith(simulator, plainCard.pan, { orderNumber });
    await simulator.settled();
  }
  const pages: string[][] = [];
  let next = '';
  do {
    const { json } = await control(`GET /merchants/test_user/callbacks?limit=2${next && `&before=${next}`}`);
    t.like(json, { total: 5, counts: { waiting: 2, delivered: 3, 'given-up': 0, lost: 0 } });
    pages.push(json['callbacks'].map(({ fields }: Json) => fields[1].value));
    next = json['next'] ?? '';
  } while (next !== '');

  t.deepEqual(
    pages.map(({ length }) => length),
    [2, 2, 1],
  );
  t.deepEqual(pages.flat().sort(), ['1', '2', '3', '4', '5']);
  t.like((await control('GET /merchants/test_user/callbacks?state=waiting&limit=1')).json, {
    total: 2,
    counts: { delivered: 3 },
  });
});
