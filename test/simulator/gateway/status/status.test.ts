import { readFileSync } from 'node:fs';
import test from 'ava';
import { actionCodes } from '../../../../simulator/data/action-codes.ts';
import { cardForActionCode } from '../../../../simulator/issuer/code-range.ts';
import { challengeCard, challengeThatFails, frictionlessCard, pay, plainCard } from '../../../helpers/payments/pay.ts';
import { payForm } from '../../../helpers/payments/pay-form.ts';
import {
  type Fields,
  type Json,
  login,
  simulatorFor,
  type TestSimulator,
} from '../../../helpers/simulator/simulator.ts';

interface Example {
  readonly case: string;
  readonly response: Json;
}

const examples: readonly Example[] = JSON.parse(
  readFileSync(new URL('../../../fixtures/status-examples.json', import.meta.url), 'utf8'),
);

/** Every key with its JSON type: `paymentAmountInfo.feeAmount: number`. The elements of a list count as one. */
const shapeOf = (value: unknown, path = ''): readonly string[] => {
  if (Array.isArray(value)) return [`${path}: array`, ...new Set(value.flatMap((item) => shapeOf(item, `${path}[]`)))];
  if (typeof value !== 'object' || value === null) return [`${path}: ${value === null ? 'null' : typeof value}`];
  const own = path === '' ? [] : [`${path}: object`];
  return [
    ...own,
    ...Object.entries(value).flatMap(([key, item]) => shapeOf(item, path === '' ? key : `${path}.${key}`)),
  ];
};

/** Present in every answer, because strict clients need it; the examples leave it out where the order has none. */
const alwaysPresent = ['orderDescription: string'];

/** How each example is brought about; the answer must have the example's keys and types. */
const situations: Readonly<Record<string, (simulator: TestSimulator) => Promise<Json>>> = {
  registered: async (simulator) => {
    const { orderId } = await simulator.register({
      description: 'Order SIM-1001',
      email: 'payer@example.com',
      jsonParams: '{"cartId":"C-77"}',
    });
    return simulator.status(orderId);
  },
  attempt_failed_attempts_left: async (simulator) => {
    const { orderId, formUrl } = await simulator.register();
    await pay(formUrl, { card: challengeCard, otp: '000000' });
    return simulator.status(orderId);
  },
  preauthorized: async (simulator) => {
    const fields = { description: 'Two-phase order', email: 'payer@example.com', phone: '77010000000' };
    const order = { amount: '2500000', returnUrl: 'https://shop.example/', ...fields };
    const { orderId, formUrl } = await simulator.call('registerPreAuth.do', order);
    await pay(formUrl);
    return simulator.status(orderId);
  },
  deposited: async (simulator) => {
    const { orderId, formUrl } = await simulator.register({ description: 'One', email: 'payer@example.com' });
    await pay(formUrl);
    return simulator.status(orderId);
  },
  declined_insufficient_funds: async (simulator) => {
    const { orderId, formUrl } = await simulator.register();
    await pay(formUrl, { card: { pan: cardForActionCode(116) }, tries: 3 });
    return simulator.status(orderId);
  },
  three_ds_failed: async (simulator) => {
    const { orderId, formUrl } = await simulator.register();
    await pay(formUrl, { card: challengeThatFails, tries: 3 });
    return simulator.status(orderId);
  },
  expired: async (simulator) => {
    const { orderId } = await simulator.register();
    await simulator.clock.advance(1_200_000);
    return simulator.status(orderId);
  },
  acs_started: async (simulator) => {
    const { orderId, formUrl } = await simulator.register();
    await pay(formUrl, { atAcs: 'leave' });
    return simulator.status(orderId);
  },
  verify_card_stored: async (simulator) => {
    const { orderId, formUrl } = await simulator.register({
      amount: '0',
      clientId: 'client-42',
      features: 'VERIFY,FORCE_CREATE_BINDING',
    });
    await pay(formUrl);
    return simulator.status(orderId);
  },
  order_not_found: (simulator) => simulator.status('019b6f10-3c2a-7c41-9f6e-5a1200b4e001'),
  access_denied: (simulator) => simulator.call('getOrderStatusExtended.do', { password: 'wrong', orderId: 'x' }),
};

for (const { case: name, response } of examples) {
  const situation = situations[name];
  if (!situation) continue;
  test(`answers the situation ${name} with the example's keys and JSON types`, async (t) => {
    const simulator = await simulatorFor(t);

    const answer = await situation(simulator);

    const extras = 'orderStatus' in response ? alwaysPresent : [];
    t.deepEqual([...shapeOf(answer)].sort(), [...new Set([...shapeOf(response), ...extras])].sort());
    t.is(answer['errorCode'], response['errorCode']);
    t.is(answer['orderStatus'], response['orderStatus']);
    t.is(answer['paymentAmountInfo']?.paymentState, response['paymentAmountInfo']?.paymentState);
    if (name !== 'three_ds_failed') t.is(answer['actionCode'], response['actionCode']);
  });
}

test('compares every example that the calls of today can reach', (t) => {
  const later = ['deposited_partially', 'reversed', 'refunded_partly', 'refunded_fully', 'binding_payment'];

  t.deepEqual(examples.map((example) => example.case).sort(), [...Object.keys(situations), ...later].sort());
});

test('finds each action code in the status answer, asked for by card number', async (t) => {
  const simulator = await simulatorFor(t, { paymentAttempts: 1 });
  const found: number[] = [];
  for (const { code } of actionCodes) {
    const { orderId } = await simulator.register();
    await payForm(simulator, orderId, { ...plainCard, pan: cardForActionCode(code) });

    const answer = await simulator.status(orderId);

    found.push(answer['actionCode']);
    t.is(answer['orderStatus'], code === 0 ? 2 : 6, `status after ${code}`);
  }

  t.deepEqual(
    found,
    actionCodes.map(({ code }) => code),
  );
});

test('reaches a code of the card range by every 3-D Secure route', async (t) => {
  const simulator = await simulatorFor(t);
  for (const route of ['none', 'frictionless', 'challenge', 'attempt'] as const) {
    const { orderId, formUrl } = await simulator.register();
    await pay(formUrl, { card: { pan: cardForActionCode(116, route) } });

    const { actionCode, cardAuthInfo } = await simulator.status(orderId);

    t.is(actionCode, 116, route);
    t.is(
      cardAuthInfo.secureAuthInfo.aresTransStatus,
      { none: undefined, frictionless: 'Y', challenge: 'C', attempt: 'A' }[route],
    );
  }
});

test('fills the authorisation of one order with the same numbers every time', async (t) => {
  const answers: Json[] = [];
  for (const _ of [1, 2]) {
    const simulator = await simulatorFor(t, { seed: 'same' });
    const { orderId, formUrl } = await simulator.register({ orderNumber: 'A-1' });
    await pay(formUrl, { card: frictionlessCard });
    answers.push(await simulator.status(orderId));
  }

  t.deepEqual(answers[0], answers[1]);
  t.regex(answers[0]?.['cardAuthInfo'].approvalCode, /^\d{6}$/);
  t.regex(answers[0]?.['authRefNum'], /^\d{12}$/);
});

const ecis = [
  { brand: 'VISA', pan: '4000001111111118', eci: 6 },
  { brand: 'VISA', pan: frictionlessCard.pan, eci: 5 },
  { brand: 'MASTERCARD', pan: challengeCard.pan, eci: 2 },
  { brand: 'VISA', pan: plainCard.pan, eci: 7 },
] as const;
for (const { brand, pan, eci } of ecis) {
  test(`says ECI ${eci} for the ${brand} card ${pan}`, async (t) => {
    const simulator = await simulatorFor(t);
    const { orderId, formUrl } = await simulator.register();
    await pay(formUrl, { card: { pan } });

    const { cardAuthInfo } = await simulator.status(orderId);

    t.is(cardAuthInfo.paymentSystem, brand);
    t.is(cardAuthInfo.secureAuthInfo.eci, eci);
  });
}

test('shows no card number and no CVC anywhere in the answers or the store', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId, formUrl } = await simulator.register();
  await pay(formUrl, { card: challengeCard });

  const texts = JSON.stringify([await simulator.status(orderId), await simulator.store.orders.find(orderId)]);

  t.true(texts.includes('555555**5599'));
  t.false(texts.includes(challengeCard.pan));
});

test('finds an order by the number of its own merchant, orderId winning over it', async (t) => {
  const simulator = await simulatorFor(t);
  await simulator.store.merchants.save({ login: 'other', password: 'secret', name: 'Other' });
  const first = await simulator.register({ orderNumber: 'N-1' });
  const second = await simulator.register({ orderNumber: 'N-2' });
  const mdOrder = (answer: Json) => answer['attributes'][0].value;

  t.is(mdOrder(await simulator.call('getOrderStatusExtended.do', { orderNumber: 'N-1' })), first.orderId);
  t.is(mdOrder(await simulator.status(second.orderId, { orderNumber: 'N-1' })), second.orderId);
  const foreign = { userName: 'other', password: 'secret' };
  t.is((await simulator.callBare('getOrderStatusExtended.do', { ...foreign, orderNumber: 'N-1' }))['errorCode'], '6');
  t.is(
    (await simulator.callBare('getOrderStatusExtended.do', { ...foreign, orderId: first.orderId }))['errorCode'],
    '5',
  );
  t.is((await simulator.call('getOrderStatusExtended.do'))['errorCode'], '1');
});

test('finds an order by merchantOrderNumber, as older manuals print it, after the other two names', async (t) => {
  const simulator = await simulatorFor(t, { journalSize: 10 });
  const first = await simulator.register({ orderNumber: 'N-1' });
  await simulator.register({ orderNumber: 'N-2' });
  const numberOf = async (fields: Fields) => (await simulator.call('getOrderStatusExtended.do', fields))['orderNumber'];

  t.is(await numberOf({ merchantOrderNumber: 'N-1' }), 'N-1');
  t.is(await numberOf({ merchantOrderNumber: 'N-2', orderNumber: 'N-1' }), 'N-1');
  t.is(await numberOf({ merchantOrderNumber: 'N-2', orderId: first.orderId }), 'N-1');
  t.is((await simulator.call('getOrderStatusExtended.do', { merchantOrderNumber: 'N-3' }))['errorCode'], '6');
  const shown = await (await fetch(`${simulator.url}/sandbox/merchants/test_user/orders/${first.orderId}`)).text();
  t.true(shown.includes('"merchantOrderNumber":"N-1"'), shown);
});

test('the scenario of an order holds when the status call names it by merchantOrderNumber', async (t) => {
  const simulator = await simulatorFor(t);
  await simulator.register({ orderNumber: 'N-1', jsonParams: '{"scenario":"status-is-malformed-once"}' });
  const ask = () =>
    fetch(`${simulator.url}/payment/rest/getOrderStatusExtended.do`, {
      method: 'POST',
      body: new URLSearchParams({ ...login, merchantOrderNumber: 'N-1' }),
    });

  await t.throwsAsync(async () => (await ask()).json(), { instanceOf: SyntaxError });
  t.like(await (await ask()).json(), { orderNumber: 'N-1' });
});

test('lets the public token ask by orderId only', async (t) => {
  const simulator = await simulatorFor(t);
  await simulator.store.merchants.save({
    login: 'test_user',
    password: 'test_user_password',
    name: 'S',
    token: 'open',
  });
  const { orderId } = await simulator.register({ orderNumber: 'N-1' });
  const ask = (fields: Record<string, string>) =>
    simulator.callBare('getOrderStatusExtended.do', { token: 'open', ...fields });

  t.is((await ask({ orderId }))['orderStatus'], 0);
  t.is((await ask({ orderNumber: 'N-1' }))['errorCode'], '1');
  t.is((await simulator.callBare('getOrderStatusExtended.do', { token: 'no', orderId }))['errorCode'], '5');
});

const languages = [
  ['en', 'Success', 'Kazakhstan'],
  ['ru', 'Успешно', 'Казахстан'],
  ['kk', 'Сәтті', 'Қазақстан'],
  ['kz', 'Сәтті', 'Қазақстан'],
  ['de', 'Success', 'Kazakhstan'],
] as const;
test('answers in the language that was asked for', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId, formUrl } = await simulator.register();
  await pay(formUrl);
  for (const [language, message, country] of languages) {
    const answer = await simulator.status(orderId, { language });

    t.is(answer['errorMessage'], message);
    t.is(answer['bankInfo'].bankCountryName, country);
  }
});

test('answers the legacy status with its own keys', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId, formUrl } = await simulator.register({ orderNumber: 'L-1' });
  await pay(formUrl);

  const paid = await simulator.call('getOrderStatus.do', { orderId });
  const unknown = await simulator.call('getOrderStatus.do', { orderId: 'nobody' });
  const nameless = await simulator.call('getOrderStatus.do');
  const stranger = await simulator.callBare('getOrderStatus.do', { ...login, password: 'wrong', orderId });

  t.like(paid, {
    ErrorCode: '0',
    ErrorMessage: 'Success',
    OrderStatus: 2,
    OrderNumber: 'L-1',
    Pan: '555555**5599',
    expiration: '203412',
    cardholderName: 'TEST CARDHOLDER',
    Amount: 1500000,
    depositAmount: 1500000,
    currency: '398',
    authCode: 2,
    Ip: '127.0.0.1',
  });
  t.deepEqual(unknown, { ErrorCode: '6', ErrorMessage: 'Order not found' });
  t.is(nameless['ErrorCode'], '5');
  t.is(stranger['ErrorCode'], '5');
});

test('calls a declined order an error in the legacy status only', async (t) => {
  const simulator = await simulatorFor(t, { paymentAttempts: 1 });
  const { orderId, formUrl } = await simulator.register();
  await pay(formUrl, { card: { pan: cardForActionCode(5) } });

  const legacy = await simulator.call('getOrderStatus.do', { orderId });

  t.is(legacy['ErrorCode'], '2');
  t.is(legacy['OrderStatus'], 6);
  t.is((await simulator.status(orderId))['errorCode'], '0');
});
