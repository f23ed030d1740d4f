import test from 'ava';
import { industryPracticePayment } from '../../../../client/gateway/endpoints/direct/industry-practice-payment.ts';
import { GatewayClient, GatewayRefused, WrongUse } from '../../../../client/index.ts';
import { bereke } from '../../../../simulator/banks/bereke.ts';
import { cardForActionCode } from '../../../../simulator/issuer/code-range.ts';
import { challengeCard, frictionlessCard, pay, plainCard } from '../../../helpers/payments/pay.ts';
import {
  type Fields,
  type Json,
  login,
  simulatorFor,
  type TestSimulator,
} from '../../../helpers/simulator/simulator.ts';

const dayMs = 86_400_000;
const notAllowed = { errorCode: '5', errorMessage: 'Operation is not allowed for original order', mdOrder: undefined };

const paidWith = async (simulator: TestSimulator, card: typeof plainCard | { pan: string }, fields: Fields = {}) => {
  const { orderId, formUrl } = await simulator.register({ amount: '1000', ...fields });
  await pay(formUrl, { card: { ...plainCard, ...card } });
  return orderId;
};

/** An order whose only card was declined after its payer was authenticated. */
const declinedWith = async (simulator: TestSimulator, route: 'challenge' | 'frictionless' | 'none', fields: Fields) =>
  paidWith(simulator, { pan: cardForActionCode(116, route) }, fields);

let numbers = 0;

const charge = (simulator: TestSimulator, originalMdOrder: string, tii: string, fields: Fields = {}): Promise<Json> =>
  simulator.call('../industryPractice/paymentOrder.do', {
    originalMdOrder,
    orderNumber: `practice-${numbers++}`,
    tii,
    ...(tii === 'IPS' || tii === 'IPA' ? {} : { amount: '300' }),
    ...fields,
  });

for (const tii of ['IPI', 'IPD', 'IPN'] as const) {
  test(`${tii} charges the card of a paid order again and again, without its payer`, async (t) => {
    const simulator = await simulatorFor(t);
    const original = await paidWith(simulator, challengeCard);

    const first = await charge(simulator, original, tii);
    const second = await charge(simulator, original, tii, { amount: '5000' });

    t.like(first, { errorCode: '0', errorMessage: 'Successful', actionCode: '0' });
    t.regex(first['approvalCode'], /^\d{6}$/);
    t.regex(first['rrn'], /^\d{12}$/);
    t.is(second['errorCode'], '0');
    t.like(await simulator.status(first['mdOrder']), { orderStatus: 2, amount: 300, tii, paymentWay: 'CARD' });
    t.like(await charge(simulator, original, tii === 'IPN' ? 'IPD' : 'IPN'), notAllowed);
  });
}

for (const [tii, route] of [
  ['IPS', 'challenge'],
  ['IPA', 'frictionless'],
] as const) {
  test(`${tii} charges the whole amount of a declined order, until it goes well once`, async (t) => {
    const simulator = await simulatorFor(t, { paymentAttempts: 1 });
    const original = await declinedWith(simulator, route, {});

    t.like(await charge(simulator, original, tii), {
      errorCode: '5',
      errorMessage: 'Unsuccessful',
      actionCode: '116',
      approvalCode: '000000',
    });
    t.like(await charge(simulator, original, tii, { amount: '1000' }), { errorCode: '5', mdOrder: undefined });
    const paid = await charge(simulator, original, tii, { jsonParams: '{"scenario":"approve"}' });
    t.like(paid, { errorCode: '0' });
    t.like(await simulator.status(paid['mdOrder']), { orderStatus: 2, amount: 1000, tii });
    t.like(await charge(simulator, original, tii, { jsonParams: '{"scenario":"approve"}' }), notAllowed);
  });
}

const windows = [
  ['IPI', 20 * 3_600_000],
  ['IPD', 90 * dayMs],
  ['IPN', 365 * dayMs],
] as const;
for (const [tii, longMs] of windows) {
  test(`${tii} is possible for a time only`, async (t) => {
    const simulator = await simulatorFor(t);
    const original = await paidWith(simulator, challengeCard);
    await simulator.clock.advance(tii === 'IPI' ? 3_600_000 : longMs);
    t.like(await charge(simulator, original, tii), { errorCode: '0' });
    await simulator.clock.advance(tii === 'IPI' ? longMs : dayMs);
    t.like(await charge(simulator, original, tii), notAllowed);
  });
}

test('is not allowed after a payment without a challenge, of two phases, of a check, or a failed one', async (t) => {
  const simulator = await simulatorFor(t, { paymentAttempts: 1 });
  const held = await simulator.call('registerPreAuth.do', { amount: '1000', returnUrl: 'https://shop.example' });
  await pay(held['formUrl'], { card: challengeCard });
  await simulator.call('deposit.do', { orderId: held['orderId'], amount: '0' });
  const originals = {
    open: (await simulator.register()).orderId,
    plain: await paidWith(simulator, plainCard),
    frictionless: await paidWith(simulator, frictionlessCard),
    held: held['orderId'],
    check: await paidWith(simulator, challengeCard, { features: 'VERIFY' }),
    declined: await declinedWith(simulator, 'challenge', {}),
  };
  for (const [name, original] of Object.entries(originals))
    t.like(await charge(simulator, original, 'IPN'), notAllowed, name);
  t.like(await charge(simulator, await declinedWith(simulator, 'none', {}), 'IPS'), notAllowed);
  t.like(await charge(simulator, await paidWith(simulator, challengeCard), 'IPS'), notAllowed);
});

test('money of an increment goes back by its original order, up to both together', async (t) => {
  const simulator = await simulatorFor(t);
  const orderId = await paidWith(simulator, challengeCard);
  const increment = (await charge(simulator, orderId, 'IPI'))['mdOrder'];

  t.like(await simulator.call('refund.do', { orderId: increment, amount: '100' }), { errorCode: '7' });
  t.like(await simulator.call('reverse.do', { orderId: increment }), { errorCode: '7' });
  t.like(await simulator.call('refund.do', { orderId, amount: '1301' }), { errorCode: '7' });
  t.like(await simulator.call('refund.do', { orderId, amount: '1300' }), { errorCode: '0' });
});

test('refuses another reason, a missing amount, a strange order and a used number, and charges nothing', async (t) => {
  const simulator = await simulatorFor(t);
  const original = await paidWith(simulator, challengeCard, { orderNumber: 'used' });

  t.like(await charge(simulator, original, 'U'), { errorCode: '5' });
  t.like(await charge(simulator, original, 'IPN', { amount: '' }), { errorCode: '12' });
  t.like(await charge(simulator, 'nobody', 'IPN'), { errorCode: '6' });
  t.like(await charge(simulator, original, 'IPN', { orderNumber: 'used' }), { errorCode: '1' });
  t.like(await charge(simulator, original, 'IPN', { orderNumber: '' }), { errorCode: '4' });
  t.deepEqual((await simulator.store.orders.find(original))?.practices, []);
});

test('the client charges, and passes a refusal on', async (t) => {
  const simulator = await simulatorFor(t);
  const originalOrderId = await paidWith(simulator, challengeCard);
  const { userName = '', password = '' } = login;
  const client = new GatewayClient({ baseUrl: simulator.restUrl, userName, password });
  const asked = { orderNumber: 'N-1', tii: 'IPN', amountMinor: 100 } as const;

  const { orderId, actionCode } = await client.call(industryPracticePayment, { originalOrderId, ...asked });

  t.is(actionCode, '0');
  t.like(await simulator.status(orderId), { orderStatus: 2, amount: 100 });
  await t.throwsAsync(() => client.call(industryPracticePayment, { originalOrderId: '', ...asked }), {
    instanceOf: WrongUse,
  });
  await t.throwsAsync(() => client.call(industryPracticePayment, { originalOrderId: 'nobody', ...asked }), {
    instanceOf: GatewayRefused,
  });
});

test('the new order has an id in the form of the bank', async (t) => {
  const simulator = await simulatorFor(t, { bank: { ...bereke, orderIds: 'letters' } });
  const original = await paidWith(simulator, challengeCard);

  const { mdOrder } = await charge(simulator, original, 'IPI');

  t.regex(mdOrder, /^[A-Za-z0-9]{20}$/);
  t.like(await simulator.status(mdOrder), { orderStatus: 2 });
});
