import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { openStore } from '../../../simulator/store/open-store.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { cardFields, payForm } from '../../helpers/payments/pay-form.ts';
import { storedCard } from '../../helpers/payments/stored-card.ts';
import { temporaryFolder } from '../../helpers/process/temporary-folder.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { login, simulatorFor, type TestSimulator } from '../../helpers/simulator/simulator.ts';

const pan = '4276838765432101';
const cvc = '907';

/** The same number, as people and programs write it. */
const spellings = [
  pan,
  '4276 8387 6543 2101',
  '4276\u00a08387\u20096543\u200b2101',
  '4276-8387–6543—2101',
  '4276/8387_6543.2101',
  '4276\t8387 - 6543 · 2101',
  '４２７６８３８７６５４３２１０１',
  '٤٢٧٦٨٣٨٧٦٥٤٣٢١٠١',
  encodeURIComponent('4276 8387 6543 2101'),
  '4276%25208387%25206543%25202101',
  '4276&#160;8387&nbsp;6543&#x20;2101',
  String.raw`4276\u00208387\u00a06543\u20032101`,
];

/** Whether a text has the number in any of these spellings. */
const hasPan = (text: string): boolean => {
  const unescaped = text
    .replace(/(?:%25|%)(?:25)*(?=[\da-f]{2})/gi, '%')
    .replace(/(?:%[\da-f]{2})+/gi, (all) => Buffer.from(all.replaceAll('%', ''), 'hex').toString())
    .replace(/\\+u([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\+[tnr]/g, ' ')
    .replace(/&(?:nbsp|#\w+);/g, ' ')
    .replace(/[٠-٩]/g, (digit) => String((digit.codePointAt(0) ?? 0) - 0x660));
  return unescaped
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .includes(pan);
};

/** Everything that is kept and shown. */
const known = async (simulator: TestSimulator): Promise<string> => {
  const read = async (path: string): Promise<string> => (await fetch(simulator.controlUrl + path)).text();
  const { store } = simulator;
  const mine = 'test_user';
  const orders = await store.orders.ofMerchant(mine);
  const parts = [
    JSON.stringify([orders, await store.bindings.ofMerchant(mine), await store.callbacks.ofMerchant(mine)]),
    JSON.stringify([await store.tasks.ofMerchant(mine), await store.templates.ofMerchant(mine)]),
    JSON.stringify(await store.merchants.all()),
    await read(`/merchants/${mine}/state`),
    await read(`/merchants/${mine}/journal`),
    await read(`/merchants/${mine}/journal.har`),
    await read(`/merchants/${mine}/orders`),
    await read(`/merchants/${mine}/callbacks`),
    await read('/merchants'),
    ...(await Promise.all(orders.map(async ({ id }) => JSON.stringify(await simulator.status(id))))),
    ...(await Promise.all(orders.map(({ id }) => read(`/merchants/${mine}/orders/${id}`)))),
  ];
  return parts.join('\n');
};

type Act = (simulator: TestSimulator, spelt: string) => Promise<unknown>;

const order = { amount: '100', returnUrl: 'https://shop.example/' };

const item = { positionId: '1', name: 'Cap', quantity: { value: 1, measure: 'pcs' }, itemAmount: 100, itemCode: 'A' };

const inCart = (part: object) => JSON.stringify({ cartItems: { items: [{ ...item, ...part }] } });

const paid = async (simulator: TestSimulator, fields = {}) =>
  payForm(simulator, (await simulator.register(fields)).orderId, plainCard);

/** Where a client can put a text, by name. */
const places: Readonly<Record<string, Act>> = {
  description: (simulator, description) => simulator.register({ description }),
  'e-mail': (simulator, email) => simulator.register({ email: `${email}@a.example` }),
  phone: (simulator, phone) => simulator.register({ phone }),
  'postal address': (simulator, postAddress) => simulator.register({ postAddress }),
  'client id': (simulator, clientId) => simulator.register({ clientId }),
  cardholder: (simulator, cardholderName) => simulator.register({ cardholderName }),
  ip: (simulator, ip) => simulator.register({ ip }),
  'order number': (simulator, orderNumber) => simulator.register({ orderNumber }),
  'page view': (simulator, pageView) => simulator.register({ pageView }),
  returnUrl: (simulator, spelt) => simulator.register({ returnUrl: encodeURI(`https://shop.example/?a=${spelt}`) }),
  failUrl: (simulator, spelt) => simulator.register({ failUrl: encodeURI(`https://shop.example/${spelt}/b`) }),
  dynamicCallbackUrl: (simulator, spelt) =>
    paid(simulator, { dynamicCallbackUrl: encodeURI(`http://127.0.0.1:1/${spelt}`) }),
  'jsonParams value': (simulator, spelt) => paid(simulator, { jsonParams: JSON.stringify({ a: spelt }) }),
  'jsonParams name': (simulator, spelt) => paid(simulator, { jsonParams: JSON.stringify({ [spelt]: 'a' }) }),
  'nested jsonParams': (simulator, spelt) => simulator.register({ jsonParams: JSON.stringify({ a: { b: [spelt] } }) }),
  'JSON in jsonParams': (simulator, spelt) =>
    simulator.register({ jsonParams: JSON.stringify({ a: JSON.stringify({ b: spelt }) }) }),
  'name of an item': (simulator, name) => simulator.register({ ...order, orderBundle: inCart({ name }) }),
  'detail of an item': (simulator, value) =>
    simulator.register({
      ...order,
      orderBundle: inCart({ itemDetails: { itemDetailsParams: [{ name: 'a', value }] } }),
    }),
  'payment facilitator': (simulator, spelt) => simulator.register({ paymentFacilitator: JSON.stringify({ a: spelt }) }),
  'billing data': (simulator, spelt) => simulator.register({ billingPayerData: JSON.stringify({ a: spelt }) }),
  'an unknown parameter': (simulator, spelt) => simulator.register({ note: spelt }),
  'the name of a parameter': (simulator, spelt) => simulator.register({ [spelt]: 'a' }),
  features: (simulator, features) => simulator.call('register.do', { ...order, features }),
  language: (simulator, language) => simulator.call('register.do', { ...order, language }),
  'a scenario': (simulator, scenario) =>
    simulator.call('register.do', { ...order, jsonParams: JSON.stringify({ scenario }) }),
  addParams: async (simulator, spelt) => {
    const { orderId } = await simulator.register();
    return simulator.call('addParams.do', { orderId, params: JSON.stringify({ [spelt]: spelt }) });
  },
  'the order of a refund': (simulator, orderId) => simulator.call('refund.do', { orderId, amount: '1' }),
  'the id of a refund': async (simulator, externalRefundId) => {
    const { orderId } = await simulator.register();
    await payForm(simulator, orderId, plainCard);
    return simulator.call('refund.do', { orderId, amount: '1', externalRefundId });
  },
  'payer on the page': async (simulator, spelt) => {
    const { orderId } = await simulator.register();
    return payForm(simulator, orderId, plainCard, { email: spelt, phone: spelt, TEXT: spelt });
  },
  'payer of paymentorder.do': async (simulator, spelt) => {
    const { orderId: MDORDER } = await simulator.register();
    const fields = { ...cardFields(plainCard), email: spelt, phone: spelt, ip: spelt, threeDSVer2FinishUrl: spelt };
    return simulator.call('paymentorder.do', { MDORDER, ...fields, jsonParams: JSON.stringify({ a: spelt }) });
  },
  'own 3-D Secure': async (simulator, cavv) => {
    const { orderId: MDORDER } = await simulator.register();
    const jsonParams = JSON.stringify({ eci: '05', cavv, xid: cavv });
    return simulator.call('paymentorder.do', { MDORDER, ...cardFields(plainCard), jsonParams });
  },
  'stored card': (simulator, clientId) =>
    simulator.call('createBindingNoPayment.do', {
      ...{ clientId, email: clientId, phone: clientId, cardholderName: 'AIDA' },
      ...{ pan: plainCard.pan, expiryDate: '203412' },
    }),
  'recurring task': async (simulator, spelt) =>
    simulator.json('/recurrent/v1/task/create', {
      task: {
        merchantTaskUuid: spelt,
        bindingId: await storedCard(simulator, plainCard),
        amount: 100,
        params: { [spelt]: spelt },
        scheduleData: {
          ...{ value: '1', timeUnit: 'DAYS' },
          ...{ scheduledSince: '2026-01-02T00:00:00.000+0000', scheduledTill: '2026-01-06T00:00:00.000+0000' },
        },
      },
    }),
  template: (simulator, spelt) =>
    simulator.json('templates/create.do', {
      template: {
        ...{ name: spelt, description: spelt, nameForClient: spelt, distributionChannel: spelt },
        additionalParams: [{ name: spelt, value: spelt, shown: spelt }],
      },
    }),
  'wallet call': (simulator, spelt) =>
    simulator.json('../token/payment.do', {
      ...{ amount: 100, returnUrl: 'https://shop.example/', tokenType: 'VTS', description: spelt, clientId: spelt },
      paymentData: { dpan: plainCard.pan, MM: '12', YYYY: '2034', tokenCryptogram: 'AA==', note: spelt },
    }),
  'the path': ({ url }, spelt) => fetch(`${url}/payment/rest/${encodeURI(spelt)}.do?a=${encodeURI(spelt)}`),
  'the settings of a merchant': ({ controlUrl }, name) =>
    fetch(`${controlUrl}/merchants/test_user`, {
      method: 'PATCH',
      body: JSON.stringify({
        name,
        callbacks: { url: `http://127.0.0.1:1/?a=${encodeURI(name)}`, headers: { a: name } },
      }),
    }),
  "a scenario of the merchant's own": ({ controlUrl }, about) =>
    fetch(`${controlUrl}/merchants/test_user/scenario`, {
      method: 'PUT',
      body: JSON.stringify({ scenario: { about, when: { description: about }, attempts: [{ approve: true }] } }),
    }),
  'the portal': ({ url }, spelt) =>
    fetch(`${url}/mportal/mvc/public/merchant/update/test_user`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from('test_user:test_user_password').toString('base64')}` },
      body: JSON.stringify({ callback_addresses: `http://127.0.0.1:1/${encodeURI(spelt)}`, callbacks_enabled: true }),
    }),
};
for (const [place, act] of Object.entries(places))
  test(`a card number in ${place} is kept and shown nowhere, in any spelling`, async (t) => {
    const shop = await receiverFor(t, 200);
    const callbacks = { url: shop.url, parameters: ['amount'] };
    const simulator = await simulatorFor(t, { journalSize: 10_000, callbacks });
    const events: string[] = [];
    simulator.onEvent((event) => events.push(JSON.stringify(event)));

    for (const spelt of spellings) await act(simulator, spelt);
    await simulator.settled();

    for (const line of (await known(simulator)).split('\n')) t.false(hasPan(line), line.slice(0, 2_000));
    for (const line of [...events, ...shop.received.map((one) => JSON.stringify(one))]) t.false(hasPan(line), line);
  });

test('the search of these tests finds every spelling', (t) => {
  for (const spelt of spellings) {
    t.true(hasPan(`a ${spelt} b`), spelt);
    t.true(hasPan(JSON.stringify({ a: spelt })), spelt);
    t.true(hasPan(encodeURI(spelt)), spelt);
  }
});

test('a shop finds its order by the number that it sent, also if that looks like a card number', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId } = await simulator.register({ orderNumber: pan, clientId: pan });
  await payForm(simulator, orderId, plainCard);

  const status = await simulator.call('getOrderStatusExtended.do', { orderNumber: pan });
  const again = await simulator.call('register.do', { ...order, orderNumber: pan });
  const refund = await simulator.call('refund.do', { orderNumber: pan, amount: '100' });
  const { bindings } = await simulator.call('getBindings.do', { clientId: pan });
  const listed = await fetch(`${simulator.controlUrl}/merchants/test_user/orders?orderNumber=${pan}`);

  t.is(status['orderNumber'], '427683**2101');
  t.is(status['orderStatus'], 2);
  t.is(again['errorCode'], '1');
  t.is(refund['errorCode'], '0');
  t.is(bindings?.length, 1);
  t.is(((await listed.json()) as { total: number }).total, 1);
  t.is((await simulator.orders('test_user', { orderNumber: pan })).total, 1);
});

const codeNames = ['cvc', 'CVV2', '$CVC', 'securityCode', 'card_code', 'newCardCvc'];
for (const name of codeNames)
  test(`a security code called ${name} is kept nowhere that it does not belong`, async (t) => {
    const simulator = await simulatorFor(t, { journalSize: 1_000 });
    const jsonParams = JSON.stringify({ [name]: cvc, a: { [name]: Number(cvc) }, b: `${name}: ${cvc}` });
    const additionalParams = [{ name, value: cvc }];

    await simulator.register({
      jsonParams,
      [name]: cvc,
      description: `${name}=${cvc}`,
      returnUrl: `https://shop.example/?${name}=${cvc}`,
      amount: '100',
      orderBundle: inCart({ [name]: cvc, itemAttributes: { attributes: [{ name, value: cvc }] } }),
    });
    await simulator.json('templates/create.do', { template: { name: 'a', additionalParams } });

    t.notRegex(await known(simulator), /\b907\b/);
  });

test('the fields for a card still pay', async (t) => {
  const simulator = await simulatorFor(t);

  const { orderId } = await simulator.register();
  await payForm(simulator, orderId, plainCard);

  t.is((await simulator.status(orderId))['orderStatus'], 2);
});

test('a login may be no card number, and another login becomes none', async (t) => {
  const simulator = await simulatorFor(t, { merchants: [{ login: '*', password: '' }] });

  await simulator.callBare('register.do', { ...order, userName: pan, password: 'a' });
  const made = await fetch(`${simulator.controlUrl}/merchants`, {
    method: 'POST',
    body: JSON.stringify({ login: pan }),
  });

  t.deepEqual(
    (await simulator.merchants()).map((merchant) => merchant.login),
    ['427683**2101'],
  );
  t.is(made.status, 422);
  await t.throwsAsync(simulator.makeMerchant({ login: pan }), { message: /^login: expected/ });
});

test('a password that looks like a card number is compared as it is', async (t) => {
  const merchants = [{ login: 'shop', password: pan, token: `${pan}1` }];
  const simulator = await simulatorFor(t, { merchants });

  const right = await simulator.callBare('register.do', { ...order, userName: 'shop', password: pan });
  const alike = await simulator.callBare('register.do', { ...order, userName: 'shop', password: '4276830000032101' });

  t.is(typeof right['orderId'], 'string');
  t.is(alike['errorCode'], '5');
});

test('an imported state has no card number', async (t) => {
  const simulator = await simulatorFor(t);
  await simulator.register({ description: 'HERE', orderNumber: 'HERE', jsonParams: JSON.stringify({ HERE: 'HERE' }) });
  const state = JSON.stringify(await simulator.state('test_user')).replaceAll('HERE', '4276 8387 6543 2101');
  const place = `${simulator.controlUrl}/merchants/test_user/state`;

  const put = await fetch(place, { method: 'PUT', body: state });
  t.is(put.status, 200, await put.text());
  t.false(hasPan(await known(simulator)));

  await simulator.setState('test_user', JSON.parse(state));
  t.false(hasPan(await known(simulator)));
});

test('a verification may name what was sent', async (t) => {
  const simulator = await simulatorFor(t, { journalSize: 10 });
  await simulator.register({ description: `card ${pan}` });

  const answer = await fetch(`${simulator.controlUrl}/merchants/test_user/verifications`, {
    method: 'POST',
    body: JSON.stringify({ path: 'register.do', parameters: { description: `card ${pan}` } }),
  });
  const text = await answer.text();

  t.regex(text, /"verified":true/);
  t.false(hasPan(text));
});

test('the file of a store has no card number', async (t) => {
  const folder = temporaryFolder(t);
  const store = await openStore(`sqlite:${join(folder, 'tillbox.db')}`);
  const simulator = await simulatorFor(t, { store });
  for (const spelt of spellings) await paid(simulator, { description: spelt, clientId: spelt });
  await simulator.stop();

  for (const name of readdirSync(folder)) t.false(hasPan(readFileSync(join(folder, name)).toString()), name);
});

test('repeated parameters and JSON bodies are read through as well', async (t) => {
  const simulator = await simulatorFor(t, { journalSize: 10 });
  const body = `${new URLSearchParams({ ...login, ...order })}&description=a&note=a&note=${pan}&note=b`;

  await fetch(`${simulator.restUrl}register.do`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body,
  });
  await simulator.json('../token/payment.do', { orderNumber: Number(pan), note: [pan, 'b'] });

  t.false(hasPan(await known(simulator)));
  t.regex(await known(simulator), /427683\*\*2101/);
});
