import test from 'ava';
import { bundledScenarios } from '../../../simulator/index.ts';
import { challengeCard, plainCard } from '../../helpers/payments/pay.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';
import { countingStore } from '../../helpers/stores/counting-store.ts';

/** What a request asks the store for, with all scenario files loaded. */
const callsOf = async (t: Parameters<typeof simulatorFor>[0]) => {
  const { store, takeCalls } = countingStore();
  const simulator = await simulatorFor(t, { store, scenarios: bundledScenarios });
  await simulator.scenarios();
  const counted = async (request: () => Promise<unknown>): Promise<Readonly<Record<string, number>>> => {
    takeCalls();
    await request();
    return takeCalls();
  };
  return { ...simulator, counted };
};

const post = (url: string, fields: Readonly<Record<string, string>>): Promise<Response> =>
  fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });

test('register.do finds its merchant once, and writes the order once', async (t) => {
  const { counted, register } = await callsOf(t);

  t.deepEqual(await counted(() => register()), { 'merchants.find': 1, 'orders.insert': 1 });
});

test('a status call finds its merchant once and its order once', async (t) => {
  const { counted, register, status, call } = await callsOf(t);
  const { orderId } = await register({ orderNumber: 'n-1' });

  t.deepEqual(await counted(() => status(orderId)), { 'merchants.find': 1, 'orders.find': 1 });
  t.deepEqual(await counted(() => call('getOrderStatusExtended.do', { orderNumber: 'n-1' })), {
    'merchants.find': 1,
    'orders.findByNumber': 1,
  });
  t.deepEqual(await counted(() => call('getOrderStatus.do', { orderId })), { 'merchants.find': 1, 'orders.find': 1 });
});

test('the card page finds its merchant once and its order once, whoever watches', async (t) => {
  const { counted, register, onEvent } = await callsOf(t);
  const { formUrl } = await register();
  const once = { 'merchants.find': 1, 'orders.find': 1 };

  t.deepEqual(await counted(() => fetch(formUrl)), once);
  t.teardown(onEvent(() => {}));
  t.deepEqual(await counted(() => fetch(formUrl)), once);
});

for (const [name, card] of Object.entries({ plainCard, challengeCard })) {
  test(`the card page's form finds merchant and order once and writes once: ${name}`, async (t) => {
    const { counted, register } = await callsOf(t);
    const { orderId, formUrl } = await register();
    const fields = {
      mdOrder: orderId,
      pan: card.pan,
      expiry: card.expiry,
      newCardCvc: card.cvc,
      cardholderName: 'A B',
    };

    const calls = await counted(() => post(formUrl, fields));

    t.deepEqual(calls, { 'merchants.find': 1, 'orders.find': 1, 'orders.replace': 1 });
  });
}

test("the card page's calls, the issuer's page and operations find merchant and order once", async (t) => {
  const { counted, register, call, url } = await callsOf(t);
  const { orderId } = await register({ features: 'FORCE_CREATE_BINDING', clientId: 'c-1' });
  const { orderId: paid, formUrl } = await register();
  await post(formUrl, {
    mdOrder: paid,
    pan: plainCard.pan,
    expiry: plainCard.expiry,
    newCardCvc: plainCard.cvc,
    cardholderName: 'A B',
  });
  const read = { 'merchants.find': 1, 'orders.find': 1 };
  const page = `${url}/payment/rest`;

  const session = await counted(() => post(`${page}/getSessionStatus.do`, { MDORDER: orderId }));
  t.deepEqual({ ...session, 'bindings.ofClient': 1 }, { ...read, 'bindings.ofClient': 1 });
  t.deepEqual(await counted(() => post(`${url}/acs/answer`, { acsTransID: orderId })), {
    ...read,
    // Where to go on is looked at afresh after a challenge that is not open.
    'orders.find': 2,
  });
  t.deepEqual(await counted(() => call('refund.do', { orderId: paid, amount: '100' })), {
    ...read,
    'orders.replace': 1,
  });
});
