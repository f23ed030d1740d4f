import { once } from 'node:events';
import { connect } from 'node:net';
import test from 'ava';
import { parseScenario } from '../../../simulator/scenario-engine/definition/parse-scenario.ts';
import { eventually } from '../../helpers/ava/eventually.ts';
import { inTime } from '../../helpers/ava/in-time.ts';
import { attemptCard, challengeCard, frictionlessCard, pay, plainCard } from '../../helpers/payments/pay.ts';
import { type Fields, type Json, simulatorFor, type TestSimulator } from '../../helpers/simulator/simulator.ts';

/** Opens the card page, submits a card, and gives the fields with which the browser goes to the issuer. */
const goToIssuer = async (simulator: TestSimulator, fields: Fields = {}) => {
  const { orderId, formUrl } = await simulator.register(fields);
  await pay(formUrl, { atAcs: 'leave' });
  const html = await (await fetch(formUrl)).text();
  const creq = /name="creq" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const { threeDSServerTransID } = JSON.parse(Buffer.from(creq, 'base64url').toString()) as Json;
  return { orderId, formUrl, creq, threeDSServerTransID: threeDSServerTransID as string };
};

const post = (url: string, fields: Fields) =>
  fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });

/** What the payer does on the issuer's page. */
const answerAcs = async (simulator: TestSimulator, orderId: string, threeDSServerTransID: string, fields: Fields) =>
  (await post(`${simulator.url}/acs/answer`, { acsTransID: orderId, threeDSServerTransID, ...fields })).text();

const comeBack = (simulator: TestSimulator, html: string) =>
  post(`${simulator.restUrl}finish3dsVer2PaymentAnonymous.do`, {
    cres: /name="cres" value="([^"]+)"/.exec(html)?.[1] ?? '',
  });

const endings = [
  ['the code 123456', { code: '123456' }, { orderStatus: 2, actionCode: 0 }],
  ['the code with blanks', { code: '123 456' }, { orderStatus: 2, actionCode: 0 }],
  ['the code 000000', { code: '000000' }, { orderStatus: 0, actionCode: -2025 }],
  ['Pass', { action: 'pass' }, { orderStatus: 2, actionCode: 0 }],
  ['Fail', { action: 'fail' }, { orderStatus: 0, actionCode: -2025 }],
  ['Cancel', { action: 'cancel' }, { orderStatus: 0, actionCode: -2026 }],
] as const;
for (const [what, fields, expected] of endings) {
  test(`ends a challenge by ${what}`, async (t) => {
    const simulator = await simulatorFor(t);
    const { orderId, threeDSServerTransID } = await goToIssuer(simulator);
    t.is((await simulator.status(orderId))['orderStatus'], 5);

    const html = await answerAcs(simulator, orderId, threeDSServerTransID, fields);
    await comeBack(simulator, html);

    t.like(await simulator.status(orderId), expected);
  });
}

test('allows three wrong codes at the issuer, then refuses', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId, threeDSServerTransID } = await goToIssuer(simulator);

  const first = await answerAcs(simulator, orderId, threeDSServerTransID, { code: '1' });
  const second = await answerAcs(simulator, orderId, threeDSServerTransID, { code: '' });
  const third = await answerAcs(simulator, orderId, threeDSServerTransID, { code: '3' });
  await comeBack(simulator, third);

  t.regex(first, /data-tries-left="2"/);
  t.regex(second, /data-tries-left="1"/);
  t.like(await simulator.status(orderId), { orderStatus: 0, actionCode: -2025 });
});

test('believes the issuer, not what the browser brings back', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId, threeDSServerTransID } = await goToIssuer(simulator);
  const forged = { threeDSServerTransID, acsTransID: orderId, messageType: 'CRes', transStatus: 'Y' };
  const cres = Buffer.from(JSON.stringify(forged)).toString('base64url');

  const answer = await post(`${simulator.restUrl}finish3dsVer2PaymentAnonymous.do`, { cres });

  t.is(answer.status, 302);
  t.is((await simulator.status(orderId))['orderStatus'], 5);
});

test('pays once when the browser comes back several times, also at the same moment', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId, threeDSServerTransID } = await goToIssuer(simulator);
  const html = await answerAcs(simulator, orderId, threeDSServerTransID, { code: '123456' });

  const answers = await Promise.all([1, 2, 3].map(() => comeBack(simulator, html)));

  const shop = `https://shop.example/return?orderId=${orderId}&lang=en`;
  t.deepEqual(
    answers.map((answer) => answer.headers.get('location')),
    [shop, shop, shop],
  );
  t.like(await simulator.status(orderId), { orderStatus: 2, paymentAmountInfo: { depositedAmount: 1_500_000 } });
});

test('sends a payer who opens the card page again on to the issuer', async (t) => {
  const simulator = await simulatorFor(t);
  const { formUrl } = await goToIssuer(simulator);

  t.true((await (await fetch(formUrl)).text()).includes('id="auto-post"'));
});

test('leads an old challenge, and junk, nowhere', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId, creq, threeDSServerTransID } = await goToIssuer(simulator);
  const html = await answerAcs(simulator, orderId, threeDSServerTransID, { code: '123456' });
  await comeBack(simulator, html);

  const again = await post(`${simulator.url}/acs/challenge`, { creq });

  t.is(again.headers.get('location'), `https://shop.example/return?orderId=${orderId}&lang=en`);
  for (const junk of [
    '',
    'x',
    'e30',
    Buffer.from('[1]').toString('base64url'),
    Buffer.from('{"acsTransID":1}').toString('base64url'),
  ]) {
    t.is((await post(`${simulator.url}/acs/challenge`, { creq: junk })).status, 404);
    t.is((await post(`${simulator.restUrl}finish3dsVer2PaymentAnonymous.do`, { cres: junk })).status, 404);
    t.is((await post(`${simulator.restUrl}finish3ds.do`, { MD: junk })).status, 404);
  }
});

const features = [
  ['FORCE_SSL', challengeCard, { orderStatus: 2, cardAuthInfo: { secureAuthInfo: { eci: 7, threeDsType: '0' } } }],
  ['FORCE_TDS', plainCard, { orderStatus: 0, actionCode: -2022 }],
  ['FORCE_TDS', frictionlessCard, { orderStatus: 2, actionCode: 0 }],
  ['FORCE_FULL_TDS', attemptCard, { orderStatus: 0, actionCode: 4032 }],
  ['FORCE_FULL_TDS', challengeCard, { orderStatus: 2, actionCode: 0 }],
  [
    'VERIFY',
    plainCard,
    { orderStatus: 3, actionCode: 0, paymentAmountInfo: { approvedAmount: 0, depositedAmount: 0 } },
  ],
] as const;
for (const [feature, card, expected] of features) {
  test(`honours ${feature} with the card ${card.pan}`, async (t) => {
    const simulator = await simulatorFor(t);
    const { orderId, formUrl } = await simulator.register({ features: feature });

    await pay(formUrl, { card });

    t.like(await simulator.status(orderId), expected);
  });
}

test('stores the card when the payer ticks the box or the order forces it, and only after success', async (t) => {
  const simulator = await simulatorFor(t, { paymentAttempts: 1 });
  const bindingOf = async (fields: Fields, options: Parameters<typeof pay>[1]) => {
    const { orderId, formUrl } = await simulator.register({ clientId: 'c-1', ...fields });
    await pay(formUrl, { card: plainCard, ...options });
    return (await simulator.status(orderId))['bindingInfo'];
  };

  t.regex((await bindingOf({}, { savesCard: true })).bindingId, /^[0-9a-f-]{36}$/);
  t.regex((await bindingOf({ features: 'FORCE_CREATE_BINDING' }, {})).bindingId, /^[0-9a-f-]{36}$/);
  t.deepEqual(await bindingOf({}, {}), { clientId: 'c-1' });
  t.deepEqual(await bindingOf({ jsonParams: '{"scenario":"card-lost"}' }, { savesCard: true }), { clientId: 'c-1' });
});

test('expires by itself: -2014 untried, -2007 after a decline, -2009 at the issuer', async (t) => {
  const simulator = await simulatorFor(t);
  const untried = await simulator.register();
  const tried = await simulator.register({ jsonParams: '{"scenario":"116"}' });
  await pay(tried.formUrl);
  const left = await goToIssuer(simulator);

  await simulator.clock.advance(1_199_999);
  t.is((await simulator.store.orders.find(untried.orderId))?.status, 'created');
  await simulator.clock.advance(1);
  await simulator.settled();

  for (const [orderId, actionCode] of [
    [untried.orderId, -2014],
    [tried.orderId, -2007],
    [left.orderId, -2009],
  ] as const) {
    t.is((await simulator.store.orders.find(orderId))?.status, 'declined', 'without any call');
    t.like(await simulator.status(orderId), { orderStatus: 6, actionCode });
  }
});

test('is expired for every call even before the clock does it', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId } = await simulator.register({ sessionTimeoutSecs: '60' });
  const order = await simulator.store.orders.find(orderId);
  if (order) await simulator.store.orders.replace({ ...order, version: 2, expiresAtMs: simulator.clock.now() });

  t.like(await simulator.status(orderId), { orderStatus: 6, actionCode: -2014 });
});

const scenario = (name: string, body: object) => parseScenario(name, { about: name, ...body });

test('asks the order first, then the merchant, then the files, then the card', async (t) => {
  const scenarios = [
    scenario('by-amount', { when: { amount: 777 }, attempts: [{ decline: 101 }] }),
    scenario('for-merchant', { attempts: [{ decline: 208 }] }),
    scenario('for-order', { attempts: [{ decline: 5 }] }),
  ];
  const simulator = await simulatorFor(t, { scenarios });
  const codeOf = async (fields: Fields, card = plainCard) => {
    const { orderId, formUrl } = await simulator.register(fields);
    await pay(formUrl, { card });
    return [orderId, (await simulator.status(orderId))['actionCode']] as const;
  };
  const explain = async (orderId: string) => (await simulator.store.orders.find(orderId))?.attempts[0]?.explanation;

  const [unnamed, approved] = await codeOf({});
  const [, byFile] = await codeOf({ amount: '777' });
  await simulator.setScenario('test_user', 'for-merchant');
  const [, byMerchant] = await codeOf({ amount: '777' });
  const [order, byOrder] = await codeOf({ amount: '777', jsonParams: '{"scenario":"for-order"}' });
  await simulator.setScenario('test_user', undefined);
  const [, again] = await codeOf({ amount: '777' });

  t.deepEqual([approved, byFile, byMerchant, byOrder, again], [0, 101, 208, 5, 101]);
  t.deepEqual(
    (await explain(order))?.map(({ decided }) => decided),
    [true],
  );
  const why = await explain(unnamed);
  t.deepEqual(
    why?.map(({ decider }) => decider),
    ['order', 'merchant test_user', 'scenario by-amount', 'card number'],
  );
  t.regex(why?.[2]?.because ?? '', /1500000/);
  t.true(why?.at(-1)?.decided);
});

test('keeps the order busy while a slow bank thinks, and pays once', async (t) => {
  const simulator = await simulatorFor(t, {
    scenarios: [scenario('slow', { attempts: [{ delay: '30s', approve: true }] })],
  });
  const { orderId, formUrl } = await simulator.register({ jsonParams: '{"scenario":"slow"}' });
  const isBusy = async () => (await simulator.store.orders.find(orderId))?.busyUntilMs !== undefined;

  const slow = pay(formUrl, { card: plainCard });
  await eventually(t, isBusy, Boolean);
  const impatient = await pay(formUrl, { card: plainCard });
  t.is(impatient.end, 'page');
  const walk = await inTime(t, slow, () => simulator.clock.advance(30_000));

  t.is(walk.end, 'shop');
  t.is((await simulator.store.orders.find(orderId))?.attempts.length, 1);
});

test('approves in part if the scenario says so', async (t) => {
  const simulator = await simulatorFor(t, { scenarios: [scenario('part', { attempts: [{ partialApproval: 500 }] })] });
  const { orderId, formUrl } = await simulator.register({ jsonParams: '{"scenario":"part"}' });

  await pay(formUrl, { card: plainCard });

  t.like(await simulator.status(orderId), {
    amount: 1_500_000,
    partialAuthorization: 'PARTIAL_AMOUNT',
    paymentAmountInfo: { approvedAmount: 500, depositedAmount: 500 },
  });
});

test('runs side by side with others in one process', async (t) => {
  const [one, two] = [await simulatorFor(t), await simulatorFor(t)];
  const { orderId } = await one.register({ orderNumber: 'N-1' });

  t.is((await two.status(orderId))['errorCode'], '6');
  t.is(typeof (await two.register({ orderNumber: 'N-1' })).orderId, 'string');
});

test('stops although a connection is left open', async (t) => {
  const simulator = await simulatorFor(t);
  const socket = connect(Number(new URL(simulator.url).port), '127.0.0.1');
  await once(socket, 'connect');
  socket.write('POST /payment/rest/register.do HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nhalf');

  // A client that has sent half a request may get a reset.
  socket.on('error', () => {});
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  await simulator.stop();
  await closed;

  await t.throwsAsync(fetch(simulator.url));
});
