import test from 'ava';
import { createClock } from '../../../simulator/runtime/clock.ts';
import { createJournal } from '../../../simulator/store/journal/journal.ts';
import { harSchema } from '../../helpers/http/har.ts';
import { challengeCard, pay, plainCard } from '../../helpers/payments/pay.ts';
import { payForm } from '../../helpers/payments/pay-form.ts';
import { controlOf } from '../../helpers/simulator/control.ts';
import { type Json, simulatorFor, startMs } from '../../helpers/simulator/simulator.ts';

test('the journal shows the calls of a merchant and the pages of its payers, and no secret of either', async (t) => {
  const simulator = await simulatorFor(t, { journalSize: 100 });
  const control = controlOf(t, simulator);
  const { orderId, formUrl } = await simulator.register({ description: `card ${plainCard.pan}` });
  await pay(formUrl, { card: plainCard });
  await simulator.call('refund.do', { orderId, amount: '500' });
  const other = await simulator.register();
  await payForm(simulator, other.orderId, plainCard);

  const { json } = await control('GET /merchants/test_user/journal');
  const refunds = (await control('GET /merchants/test_user/journal?path=refund.do')).json['entries'];

  t.like(json, { isOn: true, dropped: 0 });
  t.like(refunds, [
    { surface: 'api', method: 'POST', httpStatus: 200, parameters: { orderId, amount: '500', password: '***' } },
  ]);
  t.deepEqual(JSON.parse(refunds[0].answer), { errorCode: '0', errorMessage: 'Success' });
  t.true(json['entries'].some(({ surface }: { surface: string }) => surface === 'page'));
  const { text } = await control('GET /merchants/test_user/journal?path=processform.do');
  t.true(text.includes('444455**3333'));
  t.false(text.includes(plainCard.pan));
  for (const { parameters, path } of json['entries']) {
    if (!/register\.do$/.test(path)) t.false(JSON.stringify(parameters).includes(plainCard.pan), path);
    t.not(parameters['$CVC'], '123');
    t.not(parameters['newCardCvc'], '123');
  }
});

test('the journal keeps the last requests, and says how many made room; without a size there is none', async (t) => {
  const small = await simulatorFor(t, { journalSize: 3 });
  for (const orderNumber of ['1', '2', '3', '4', '5']) await small.register({ orderNumber });
  const { json } = await controlOf(t, small)('GET /merchants/test_user/journal');
  t.is(json['dropped'], 2);
  t.deepEqual(
    json['entries'].map(({ parameters }: { parameters: Record<string, string> }) => parameters['orderNumber']),
    ['3', '4', '5'],
  );
  const since = json['entries'][1].number;
  t.is((await controlOf(t, small)(`GET /merchants/test_user/journal?since=${since}`)).json['entries'].length, 1);

  const none = await simulatorFor(t);
  await none.register();
  t.deepEqual((await controlOf(t, none)('GET /merchants/test_user/journal')).json, {
    isOn: false,
    dropped: 0,
    entries: [],
  });
});

const hourMs = 3_600_000;

test('entries past their age are not shown and count as gone, while the orders they are about stay', async (t) => {
  const simulator = await simulatorFor(t, { journalSize: 100, journalAgeMs: hourMs });
  const { orderId } = await simulator.register({ orderNumber: 'old' });
  await simulator.clock.advance(hourMs / 2);
  await simulator.register({ orderNumber: 'young' });
  const before = await simulator.journal('test_user');

  await simulator.clock.advance(hourMs / 2 + 1);

  t.like(before, { dropped: 0, entries: { length: 2 } });
  const { dropped, entries } = await simulator.journal('test_user');
  t.is(dropped, 1);
  t.deepEqual(
    entries.map(({ number, parameters }) => [number, parameters['orderNumber']]),
    [[2, 'young']],
  );
  t.is((await simulator.status(orderId))['orderNumber'], 'old');
});

test('the age is real time: a merchant that moves its own clock by a year keeps the entries of the last minute', async (t) => {
  const simulator = await simulatorFor(t, { journalSize: 100, journalAgeMs: hourMs });
  const control = controlOf(t, simulator);
  await simulator.register({ orderNumber: 'A-1' });

  await control('POST /merchants/test_user/clock/advance', { by: '365d' });
  await simulator.register({ orderNumber: 'A-2' });

  t.like((await control('GET /merchants/test_user/journal')).json, { dropped: 0, entries: { length: 2 } });
});

test('a full journal with an age keeps the last requests, also after old ones have left it', async (t) => {
  const simulator = await simulatorFor(t, { journalSize: 3, journalAgeMs: hourMs });
  for (const orderNumber of ['1', '2', '3', '4']) await simulator.register({ orderNumber });
  await simulator.clock.advance(hourMs + 1);
  t.like(await simulator.journal('test_user'), { dropped: 4, entries: { length: 0 } });

  for (const orderNumber of ['5', '6', '7', '8']) await simulator.register({ orderNumber });

  const { dropped, entries } = await simulator.journal('test_user');
  t.is(dropped, 5);
  t.deepEqual(
    entries.map(({ parameters }) => parameters['orderNumber']),
    ['6', '7', '8'],
  );
});

test('without an age time takes nothing out of the journal', async (t) => {
  const simulator = await simulatorFor(t, { journalSize: 100 });
  await simulator.register();

  await simulator.clock.advance(365 * 24 * hourMs);

  t.like(await simulator.journal('test_user'), { dropped: 0, entries: { length: 1 } });
});

test('what is too old leaves memory by one timer for all, and an empty journal has none', async (t) => {
  const clock = createClock({ startMs });
  const planned: number[] = [];
  const journal = createJournal({
    size: 1000,
    ageMs: hourMs,
    clock: {
      now: clock.now,
      after: (delayMs, action) => {
        planned.push(delayMs);
        return clock.after(delayMs, action);
      },
    },
  });
  const texts = { merchant: '', surface: 'api', method: 'GET', path: '/', contentType: '', answer: '' } as const;
  const record = () => journal.record({ ...texts, atMs: 0, tookMs: 0, parameters: {}, httpStatus: 200 });
  t.is(planned.length, 0);

  for (let second = 0; second < 100; second++) {
    record();
    await clock.advance(1_000);
  }
  t.is(planned.length, 1);

  await clock.advance(2 * hourMs);
  // Those of the first minute went together, those of the second minute together after them.
  t.is(planned.length, 2);
  await clock.advance(24 * hourMs);
  t.is(planned.length, 2);

  record();
  t.is(planned.length, 3);
});

test('the journal is filtered by endpoint, order, method, status, parameter and number', async (t) => {
  const simulator = await simulatorFor(t, { journalSize: 100 });
  const control = controlOf(t, simulator);
  const shown = async (query: string): Promise<readonly string[]> =>
    (await control(`GET /merchants/test_user/journal?${query}`)).json['entries'].map(
      ({ number, path }: Json) => `${number} ${path.split('/').at(-1)}`,
    );
  const { orderId } = await simulator.register({ orderNumber: 'A-1' });
  await simulator.register({ orderNumber: 'A-2' });
  await simulator.status(orderId);
  await simulator.call('refund.do', { orderId, amount: '500' });
  await simulator.call('instantRefund.do', { amount: '500' });
  await fetch(`${simulator.url}/payment/merchants/payment_en.html?mdOrder=${orderId}`);
  await fetch(`${simulator.url}/payment/merchants/nothing.html?mdOrder=${orderId}`);

  t.deepEqual(await shown('path=refund.do'), ['4 refund.do']);
  t.deepEqual(await shown('path=rest/refund.do'), ['4 refund.do']);
  t.deepEqual(await shown('path=/payment/rest/refund.do'), ['4 refund.do']);
  t.deepEqual(await shown('path=fund.do'), []);
  const ofOrder = [
    '1 register.do',
    '3 getOrderStatusExtended.do',
    '4 refund.do',
    '6 payment_en.html',
    '7 nothing.html',
  ];
  t.deepEqual(await shown(`order=${orderId}`), ofOrder);
  t.deepEqual(await shown('order=A-1'), ofOrder);
  t.deepEqual(await shown('order=A-3'), []);
  t.deepEqual(await shown('method=get'), ['6 payment_en.html', '7 nothing.html']);
  t.deepEqual(await shown('httpStatus=404'), ['7 nothing.html']);
  t.deepEqual(await shown('parameter=amount=500'), ['4 refund.do', '5 instantRefund.do']);
  t.deepEqual(await shown('parameter=amount=500&path=refund.do'), ['4 refund.do']);
  t.deepEqual(await shown('since=2&until=4'), ['3 getOrderStatusExtended.do', '4 refund.do']);
  t.deepEqual(await shown('limit=1'), ['7 nothing.html']);
  t.deepEqual(await shown('since=2&limit=1'), ['3 getOrderStatusExtended.do']);
});

test('the journal is exported as a HAR 1.2 that holds to the specification, without card data', async (t) => {
  const simulator = await simulatorFor(t, { journalSize: 100 });
  const { orderId, formUrl } = await simulator.register({ description: 'Tea & cakes' });
  await pay(formUrl, { card: challengeCard });
  await simulator.status(orderId);
  await fetch(
    `${simulator.restUrl}getOrderStatus.do?userName=test_user&password=test_user_password&orderId=${orderId}`,
  );
  const { entries } = await simulator.journal('test_user');

  const answer = await fetch(`${simulator.controlUrl}/merchants/test_user/journal.har`);
  const text = await answer.text();
  const { log } = harSchema.parse(JSON.parse(text));

  t.regex(answer.headers.get('content-type') ?? '', /^application\/json/);
  t.is(log.entries.length, entries.length);
  const [register] = log.entries;
  t.is(register?.request.url, `${simulator.restUrl}register.do`);
  t.is(new URLSearchParams(register?.request.postData?.text).get('description'), 'Tea & cakes');
  t.is(JSON.parse(register?.response.content.text ?? '').orderId, orderId);
  t.is(register?.startedDateTime, '2026-01-01T08:00:00.000Z');
  const last = log.entries.at(-1)?.request;
  t.is(new URL(last?.url ?? '').searchParams.get('orderId'), orderId);
  t.true(last?.queryString.some(({ name, value }) => name === 'orderId' && value === orderId));
  t.false('postData' in (last ?? {}));
  t.true(text.includes('555555**5599'));
  for (const secret of [challengeCard.pan, 'test_user_password', 'newCardCvc=123'])
    t.false(text.includes(secret), secret);
  const part = await fetch(`${simulator.controlUrl}/merchants/test_user/journal.har?path=register.do`);
  t.is(harSchema.parse(await part.json()).log.entries.length, 1);
});

test('a redirect stands in the HAR as one', async (t) => {
  const simulator = await simulatorFor(t, { journalSize: 100 });
  const { formUrl } = await simulator.register();
  await pay(formUrl, { card: challengeCard, otp: '000000' });
  const { log } = harSchema.parse(
    await (await fetch(`${simulator.controlUrl}/merchants/test_user/journal.har`)).json(),
  );
  const { entries } = await simulator.journal('test_user');

  const redirects = entries.filter(({ answer }) => answer.startsWith('Location: '));
  t.true(redirects.length > 0);
  t.deepEqual(
    log.entries.filter(({ response }) => response.redirectURL !== '').map(({ response }) => response.redirectURL),
    redirects.map(({ answer }) => answer.slice('Location: '.length)),
  );
});

test('without a journal there is no HAR, and the answer says how to get one', async (t) => {
  const control = controlOf(t, await simulatorFor(t));

  const { status, json } = await control('GET /merchants/test_user/journal.har');

  t.is(status, 409);
  t.regex(json['detail'], /JOURNAL_SIZE/);
});

const wrong = [
  ['GET /merchants/nobody/journal', 404, 'login'],
  ['GET /merchants/nobody/journal.har', 404, 'login'],
  ['GET /merchants/test_user/journal?parameter=amount', 422, 'parameter'],
  ['GET /merchants/test_user/journal?since=-1', 422, 'since'],
  ['GET /merchants/test_user/journal?until=x', 422, 'until'],
  ['GET /merchants/test_user/journal?limit=0', 422, 'limit'],
  ['GET /merchants/test_user/journal?httpStatus=ok', 422, 'httpStatus'],
  ['GET /merchants/test_user/journal.har?paths=refund.do', 422, 'paths'],
] as const;
for (const [line, status, field] of wrong) {
  test(`${line} is ${status} and names ${field}`, async (t) => {
    const { json } = await controlOf(t, await simulatorFor(t, { journalSize: 10 }))(line);

    t.is(json['status'], status);
    t.is(json['field'], field);
  });
}
