import test from 'ava';
import { SandboxClient } from '../../../client/index.ts';
import { breaks } from '../../../simulator/breaks/all.ts';
import { visitorOf } from '../../helpers/dashboard/visitor.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { type Json, login, simulatorFor } from '../../helpers/simulator/simulator.ts';
import { countingStore } from '../../helpers/stores/counting-store.ts';

const me = 'test_user';

const post = async (url: string, fields: Readonly<Record<string, string>>): Promise<Json> =>
  (await (await fetch(url, { method: 'POST', body: new URLSearchParams(fields) })).json()) as Json;

test('a break changes the answers of its calls for its merchant alone, and counts', async (t) => {
  const simulator = await simulatorFor(t);
  const { register, status, setBreak, breakOf } = simulator;
  const other = await simulator.makeMerchant({});
  const { orderId } = await register();
  await setBreak(me, 'st-06');

  const broken = await status(orderId);
  const right = await post(`${simulator.restUrl}getOrderStatusExtended.do`, {
    userName: other.login,
    password: other.password,
    orderId,
  });
  t.is(typeof right['errorCode'], 'string');
  t.like(await breakOf(me), { id: 'st-06', reached: 1, changed: 1 });
  t.is(await breakOf(other.login), undefined);

  await setBreak(me, undefined);
  t.notDeepEqual(await status(orderId), broken);
  t.is(await breakOf(me), undefined);
});

test('a break of a request: the gateway reads another amount, and the journal shows the call of the shop', async (t) => {
  const { register, status, setBreak, journal } = await simulatorFor(t, { journalSize: 10 });
  await setBreak(me, 'bo-13');
  const { orderId } = await register({ amount: '1500' });

  t.is((await status(orderId))['amount'], 15_000);
  const [entry] = (await journal(me, { path: 'register.do' })).entries;
  t.like(entry, {
    parameters: { amount: '1500' },
    brokenBy: { id: 'bo-13', sentence: 'registers ten times the amount' },
  });
});

test('a break takes one call for another', async (t) => {
  const { register, status, setBreak, restUrl } = await simulatorFor(t);
  await setBreak(me, 'bo-16');
  const { orderId } = await register();
  await post(`${restUrl}processform.do`, {
    MDORDER: orderId,
    $PAN: plainCard.pan,
    $EXPIRY: '203412',
    $CVC: '123',
    TEXT: 'A B',
  });

  t.is((await status(orderId))['orderStatus'], 1);
});

test('a multipart call that is taken for another keeps its fields', async (t) => {
  const { setBreak, restUrl, breakOf } = await simulatorFor(t);
  await setBreak(me, 'bo-16');
  const body = new FormData();
  for (const [name, value] of Object.entries({ ...login, amount: '1500', returnUrl: 'https://shop.example/' }))
    body.set(name, value);
  const answer = (await (await fetch(`${restUrl}register.do`, { method: 'POST', body })).json()) as Json;

  t.truthy(answer['orderId']);
  t.like(await breakOf(me), { reached: 1, changed: 1 });
});

test('a gateway that takes the login for enough lets a wrong password in', async (t) => {
  const { restUrl, register, setBreak, journal } = await simulatorFor(t, { journalSize: 10 });
  const { orderId } = await register();
  await setBreak(me, 'ac-01');
  const answer = await post(`${restUrl}getOrderStatusExtended.do`, { userName: me, password: 'wrong', orderId });

  t.is(answer['orderStatus'], 0);
  const entry = (await journal(me)).entries.at(-1);
  t.like(entry, { isNotAccepted: undefined, isRefused: false, brokenBy: { id: 'ac-01' } });
});

test('a reset and a half of an answer arrive as such', async (t) => {
  const { register, setBreak, restUrl, journal } = await simulatorFor(t, { journalSize: 10 });
  const { orderId } = await register();
  const ask = () =>
    fetch(`${restUrl}getOrderStatusExtended.do`, { method: 'POST', body: new URLSearchParams({ ...login, orderId }) });

  await setBreak(me, 'ht-15');
  await t.throwsAsync(ask(), { message: 'fetch failed' });
  await setBreak(me, 'ht-11');
  const half = await ask();
  t.is(half.status, 200);
  await t.throwsAsync(half.text());
  t.is((await journal(me, { path: 'getOrderStatusExtended.do' })).entries.at(-1)?.brokenBy?.id, 'ht-11');
});

test('the calls of the card page, which have no login, are broken by their order', async (t) => {
  const { register, setBreak, url, bank, breakOf } = await simulatorFor(t);
  const { orderId } = await register({ returnUrl: 'https://shop.example/return' });
  await setBreak(me, 'pg-08');
  const answer = await post(`${url}${bank.basePath}/rest/processform.do`, {
    MDORDER: orderId,
    $PAN: plainCard.pan,
    $EXPIRY: '203412',
    $CVC: '123',
    TEXT: 'A B',
  });

  t.regex(answer['redirect'], /^shop\.example/);
  t.like(await breakOf(me), { reached: 1, changed: 1 });
});

test('a break that remembers the first order answers with it again', async (t) => {
  const { register, setBreak } = await simulatorFor(t);
  await setBreak(me, 'bo-18');
  const first = await register();

  t.is((await register()).orderId, first.orderId);
});

test('`each` changes nothing, and knows what would', async (t) => {
  const { register, status, setBreak, breakOf } = await simulatorFor(t);
  const { orderId: before } = await register();
  const right = await status(before);
  await setBreak(me, 'each');

  const { orderId } = await register({ amount: '1500' });
  t.deepEqual(await status(before), right);
  t.is((await status(orderId))['amount'], 1500);
  const tried = await breakOf(me);
  t.like(tried, { id: 'each', reached: 3, changed: 0 });
  const would = new Set(tried?.wouldChange);
  for (const id of ['bo-13', 'st-06', 'ht-15', 'ht-14']) t.true(would.has(id), id);
  for (const id of ['bm-01', 'bo-05', 'bo-15', 'rq-06']) t.false(would.has(id), id);
});

test('the control API lists, sets, shows and takes away a break', async (t) => {
  const { url, makeMerchant } = await simulatorFor(t);
  const { login: whose } = await makeMerchant({});
  const sandbox = new SandboxClient({ url });

  const all = await sandbox.breaks.list();
  t.true(all.length > 400);
  const refunds = await sandbox.breaks.list({ call: 'refund.do' });
  t.true(refunds.length < all.length && refunds.every(({ calls }) => calls.includes('rest/refund.do')));

  t.is(await sandbox.breaks.get(whose), undefined);
  const set = await sandbox.breaks.set(whose, 'st-06');
  t.like(set, { id: 'st-06', reached: 0, changed: 0, does: all.find(({ id }) => id === 'st-06')?.does });
  t.deepEqual((await sandbox.getMerchant(whose)).break, { id: 'st-06' });
  t.deepEqual(await sandbox.breaks.get(whose), set);

  const taken = await sandbox.makeMerchant({ breakOf: whose });
  t.deepEqual(taken.break, { id: 'st-06', of: whose });
  await post(`${taken.restUrl}getOrderStatusExtended.do`, {
    userName: taken.login,
    password: taken.password,
    orderId: 'x',
  });
  t.like(await sandbox.breaks.get(whose), { reached: 1 });

  await sandbox.breaks.unset(whose);
  t.is(await sandbox.breaks.get(whose), undefined);
  t.is((await sandbox.getMerchant(whose)).break, undefined);

  await t.throwsAsync(sandbox.breaks.set(whose, 'st-6'), { message: /did you mean st-0\d\?/ });
  await t.throwsAsync(sandbox.makeMerchant({ breakOf: 'nobody' }), { message: /no merchant has the login nobody/ });
});

test('tests that reset their merchant between them do not lose what its break has met', async (t) => {
  const { register, setBreak, breakOf, resetMerchant } = await simulatorFor(t);
  await setBreak(me, 'bo-13');
  await register();
  const before = await breakOf(me);
  t.like(before, { id: 'bo-13', changed: 1 });

  await resetMerchant(me);
  t.deepEqual(await breakOf(me), before);
  await register();
  t.like(await breakOf(me), { changed: 2 });
});

test('a state takes a break with its counts along', async (t) => {
  const { register, status, setBreak, breakOf, state, setState, resetMerchant } = await simulatorFor(t);
  const { orderId } = await register();
  await setBreak(me, 'st-06');
  await status(orderId);
  const taken = await state(me);
  await setBreak(me, undefined);
  await setState(me, taken);
  t.like(await breakOf(me), { id: 'st-06', reached: 1, changed: 1 });

  await resetMerchant(me);
  await setBreak(me, 'st-06');
  t.like(await breakOf(me), { id: 'st-06', reached: 0, changed: 0 });
  await t.throwsAsync(setState(me, { ...taken, settings: { ...taken.settings, break: { id: 'st-6' } } }), {
    message: /no st-6; did you mean st-06/,
  });
});

test('a merchant without a break asks the store for nothing more, and one with a break counts only', async (t) => {
  const { store, takeCalls } = countingStore();
  const { status, register, setBreak } = await simulatorFor(t, { store });
  const { orderId } = await register();
  takeCalls();
  await status(orderId);
  t.deepEqual(takeCalls(), { 'merchants.find': 1, 'orders.find': 1 });
  await setBreak(me, 'st-06');
  takeCalls();
  await status(orderId);
  t.deepEqual(takeCalls(), { 'merchants.find': 1, 'orders.find': 1, 'counters.next': 2 });
});

test('why an order ended so names the breaks of its calls, and the dashboard shows them', async (t) => {
  const simulator = await simulatorFor(t, { journalSize: 10 });
  const { register, setBreak, status, whyOf, url } = simulator;
  const { orderId } = await register();
  await setBreak(me, 'st-06');
  await status(orderId);

  t.regex(await whyOf(orderId), /Break st-06: the gateway .* \(\/payment\/rest\/getOrderStatusExtended\.do\)\./);
  const visitor = visitorOf(url);
  t.regex((await visitor.open(`/orders/${orderId}`)).text, /Break st-06: the gateway/);
  const { html } = await visitor.open('/calls');
  t.regex(html, /The gateway was broken/);
  const [, number = ''] = /data-id="(\d+)"/.exec(html) ?? [];
  t.regex((await visitor.open(`/calls?call=${number}`)).text, /Break st-06: the gateway/);
});

test('whatever a shop sends, a broken gateway answers', async (t) => {
  const { setBreak, restUrl } = await simulatorFor(t);
  const bodies = [
    ['application/json', '{'],
    ['application/json', '[]'],
    ['application/json', ''],
    ['multipart/form-data; boundary=x', '--y'],
    ['application/x-www-form-urlencoded', '%'],
  ] as const;
  for (const { id, calls } of breaks.filter((row) => 'request' in row)) {
    await setBreak(me, id);
    const [call = ''] = calls;
    for (const [type, body] of bodies) {
      const url = `${restUrl.replace(/rest\/$/, '')}${call}?${new URLSearchParams(login)}`;
      const sent = fetch(url, { method: 'POST', headers: { 'Content-Type': type }, body });
      // Some breaks are those of a connection.
      const text = await sent.then((answer) => answer.text()).catch(() => '');
      t.not(text, 'Internal Server Error', `${id}: ${type}, ${body}`);
    }
  }
});
