import test, { type ExecutionContext } from 'ava';
import { cardForActionCode } from '../../../simulator/issuer/code-range.ts';
import type { RecordedPact } from '../../../simulator/recording/pact-document.ts';
import { challengeCard, pay } from '../../helpers/payments/pay.ts';
import { controlOf } from '../../helpers/simulator/control.ts';
import { type Json, login, simulatorFor, type TestSimulator } from '../../helpers/simulator/simulator.ts';

/** A shop that sells one thing: it registers, looks, has it paid, refunds a part, and asks for too much. */
const sell = async ({ register, call, status }: TestSimulator, orderNumber: string, own: Json = {}): Promise<void> => {
  const { orderId, formUrl } = await register({ orderNumber, amount: '150000', ...own });
  await status(orderId);
  await pay(formUrl, { card: challengeCard });
  await status(orderId);
  await call('refund.do', { orderId, amount: '50000' });
  await status(orderId);
  await call('refund.do', { orderId, amount: '150000' });
};

const statesOf = ({ interactions }: RecordedPact) =>
  interactions.map(({ description, providerStates }) => [
    description.replace(/^POST rest\/(\w+)\.do .*; /, '$1: '),
    providerStates
      .slice(1)
      .map(({ name, params: { amount, part, actionCode } = {} }) =>
        [name, amount, part, actionCode].filter((one) => one !== undefined).join(' '),
      ),
  ]);

test('a run becomes a pact: each call once, in the state that its order was in', async (t) => {
  const simulator = await simulatorFor(t, { journalSize: 1000 });
  await sell(simulator, 'n-1');
  await sell(simulator, 'n-2');

  const { json } = await controlOf(t, simulator)('GET /merchants/test_user/pact?consumer=coffee');

  const pact = json as unknown as RecordedPact;
  t.is(pact.consumer.name, 'coffee');
  t.like(pact.metadata.tillbox, {
    bank: 'bereke',
    recorded: '2026-01-01',
    calls: { seen: 12, withState: 12, leftOut: [] },
  });
  t.deepEqual(statesOf(pact), [
    [
      'getOrderStatusExtended: answered with errorCode 0, orderStatus 0, actionCode -100',
      ['a registered order exists 150000'],
    ],
    [
      'getOrderStatusExtended: answered with errorCode 0, orderStatus 2, actionCode 0',
      ['an order paid in one phase exists 150000'],
    ],
    [
      'getOrderStatusExtended: answered with errorCode 0, orderStatus 4, actionCode 0',
      ['an order refunded in part exists 150000 50000'],
    ],
    ['refund: answered with errorCode 0', ['an order paid in one phase exists 150000']],
    ['refund: answered with errorCode 7', ['an order refunded in part exists 150000 50000']],
    ['register: answered with success', ['an order number is free']],
  ]);
});

const pactTextOf = (t: ExecutionContext, simulator: TestSimulator) =>
  controlOf(t, simulator)('GET /merchants/test_user/pact').then(({ text }) => text);

test('the same run gives the same bytes, in whichever order its calls come, and nothing of its customers', async (t) => {
  const secrets = {
    email: 'a.bek@mail.kz',
    clientId: 'client-4711-x',
    description: 'Shirt for Aida',
    phone: '77017654321',
  };
  const one = await simulatorFor(t, { journalSize: 1000 });
  await sell(one, 'n-1', secrets);
  await sell(one, 'n-2', { amount: '990000' });
  const other = await simulatorFor(t, { journalSize: 1000 });
  await sell(other, 'm-2', { amount: '990000' });
  await sell(other, 'm-1', secrets);

  const text = await pactTextOf(t, one);

  t.is(await pactTextOf(t, other), text);
  for (const secret of [...Object.values(secrets), 'n-1', one.url, 'MASTERCARD 5'])
    t.false(text.includes(secret), secret);
});

test('a call whose state has no name is left out, with the reason', async (t) => {
  const simulator = await simulatorFor(t, { journalSize: 1000 });
  const scenario = { about: 'Busy.', gateway: [{ on: 'register', do: { errorCode: 7 }, times: 1 }] };
  await simulator.changeMerchant('test_user', { ownScenario: scenario as never });
  await simulator.call('register.do', { amount: '100', returnUrl: 'https://shop.example/' });
  const { orderId, formUrl } = await simulator.register();
  await pay(formUrl, { card: { ...challengeCard, pan: cardForActionCode(116) } });
  await simulator.call('decline.do', { orderId });
  await simulator.status(orderId);

  const { metadata } = JSON.parse(await pactTextOf(t, simulator)) as RecordedPact;

  t.deepEqual(metadata.tillbox.calls, {
    seen: 4,
    withState: 2,
    leftOut: [
      {
        call: 'rest/getOrderStatusExtended.do',
        reason: 'no state has an order that ended after a declined card',
        times: 1,
      },
      { call: 'rest/register.do', reason: 'scenario own changed its answer', times: 1 },
    ],
  });
});

test('a pact that would hold an e-mail address is not given out', async (t) => {
  const simulator = await simulatorFor(t, { journalSize: 1000 });
  await simulator.register({ jsonParams: '{"me@mail.kz":"1"}' });

  const { status, json } = await controlOf(t, simulator)('GET /merchants/test_user/pact');

  t.is(status, 409);
  t.is(json['detail'], 'the pact is not given out: it holds an e-mail address');
});

test('a pact has names of fields that are those of every object, and a number that JSON does not have', async (t) => {
  const simulator = await simulatorFor(t, { journalSize: 1000 });
  const names = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];
  const odd = Object.fromEntries(names.map((name) => [name, 'x']));
  await simulator.call('getOrderStatusExtended.do', { orderNumber: 'none', ...odd });
  await fetch(`${simulator.restUrl}getOrderStatusExtended.do?${new URLSearchParams({ ...odd, ...login })}`);
  await fetch(`${simulator.url}/payment/installmentPayment.do`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: `{"userName":"test_user","password":"no","amount":"007","__proto__":"x","constructor":{"toString":1}}`,
  });

  const { status, json } = await controlOf(t, simulator)('GET /merchants/test_user/pact');

  t.is(status, 200);
  const descriptions = (json as unknown as RecordedPact).interactions.map(({ description }) => description);
  for (const call of ['GET rest/getOrder', 'POST rest/getOrder', 'POST installment'])
    t.true(
      descriptions.some((one) => one.startsWith(call) && /\bconstructor\b/.test(one)),
      call,
    );
});

test('further parameters of an order may have any text', async (t) => {
  const simulator = await simulatorFor(t, { journalSize: 1000 });
  const { orderId } = await simulator.register({ jsonParams: JSON.stringify({ note: 'a] "b', ']': '"' }) });
  await simulator.status(orderId);

  const { status, json } = await controlOf(t, simulator)('GET /merchants/test_user/pact');

  t.is(status, 200);
  t.is((json as unknown as RecordedPact).interactions.length, 2);
});

test('of answers only the fields are in the pact that the shop reads', async (t) => {
  const simulator = await simulatorFor(t, { journalSize: 1000 });
  await sell(simulator, 'n-1');

  const { json } = await controlOf(
    t,
    simulator,
  )('GET /merchants/test_user/pact?reads=orderStatus,paymentAmountInfo.refundedAmount,formUrl');

  const bodies = (json as unknown as RecordedPact).interactions.map(
    ({ response }) => (response as Json)['body'].content,
  );
  t.deepEqual(bodies.slice(0, 4), [
    { orderStatus: 0, paymentAmountInfo: { refundedAmount: 0 } },
    { orderStatus: 2, paymentAmountInfo: { refundedAmount: 0 } },
    { orderStatus: 4, paymentAmountInfo: { refundedAmount: 50_000 } },
    { errorCode: '0' },
  ]);
  t.deepEqual(Object.keys(bodies.at(-1)), ['formUrl']);
});

test('the fields may be those of one call; any other call then keeps its own', async (t) => {
  const simulator = await simulatorFor(t, { journalSize: 1000 });
  await sell(simulator, 'n-1');
  const bodies = async (reads: string) => {
    const { json } = await controlOf(t, simulator)(`GET /merchants/test_user/pact?reads=${encodeURIComponent(reads)}`);
    const { interactions } = json as unknown as RecordedPact;
    return interactions.map(({ response }) => Object.keys((response as Json)['body'].content));
  };

  const ofCalls = await bodies('register.do:.formUrl,getOrderStatusExtended.do:.date;.refunds.date,refund.do:');
  t.deepEqual(ofCalls, [['date'], ['date'], ['date', 'refunds'], ['errorCode'], ['errorCode'], ['formUrl']]);
  t.deepEqual((await bodies('refund.do:')).at(-1), ['orderId', 'formUrl']);
});

test('carts and customers of a registration are in neutral words in its request, and not in the status', async (t) => {
  const simulator = await simulatorFor(t, { journalSize: 1000 });
  const orderBundle = JSON.stringify({
    orderCreationDate: '2026-11-30T10:00:00',
    customerDetails: { email: 'a.bek@mail.kz', phone: '77017654321', fullName: 'Aida Bek' },
    cartItems: {
      items: [
        {
          positionId: 1,
          name: 'Red shirt',
          quantity: { value: 2, measure: 'pcs' },
          itemPrice: 250_000,
          itemCode: 's-1',
        },
        {
          positionId: 2,
          name: 'Blue shirt',
          quantity: { value: 1, measure: 'pcs' },
          itemPrice: 500_000,
          itemCode: 's-2',
        },
      ],
    },
  });
  const { orderId } = await simulator.register({
    amount: '1000000',
    orderBundle,
    email: 'a.bek@mail.kz',
    phone: '77017654321',
  });
  await simulator.status(orderId);

  const text = await pactTextOf(t, simulator);

  for (const secret of ['bek', 'Bek', '7654321', 'shirt', '2026-11-30']) t.false(text.includes(secret), secret);
  const [status, registration] = (JSON.parse(text) as { interactions: Json[] }).interactions;
  t.is(status?.['response'].body.content.orderBundle, undefined);
  t.deepEqual(status?.['response'].body.content.payerData, { email: 'customer@shop.example', phone: '77010000000' });
  const sent = new URLSearchParams(registration?.['request'].body.content);
  const codes = JSON.parse(sent.get('orderBundle') ?? '').cartItems.items.map(({ itemCode }: Json) => itemCode);
  t.is(new Set(codes).size, 2);
});

test('what leaves no trace in an answer needs no state: earlier tries, parts of refunds, a stored card', async (t) => {
  const simulator = await simulatorFor(t, { journalSize: 1000 });
  const tried = await simulator.register({ amount: '150000' });
  await pay(tried.formUrl, { card: { ...challengeCard, pan: cardForActionCode(116) } });
  await pay(tried.formUrl, { card: challengeCard });
  await simulator.status(tried.orderId);
  await simulator.call('refund.do', { orderId: tried.orderId, amount: '100' });
  await simulator.call('refund.do', { orderId: tried.orderId, amount: '200' });
  await simulator.status(tried.orderId);
  const stored = await simulator.register({ amount: '150000', clientId: 'client-1' });
  await pay(stored.formUrl, { card: challengeCard, savesCard: true });
  await simulator.call('refund.do', { orderId: stored.orderId, amount: '300' });

  const pact = JSON.parse(await pactTextOf(t, simulator)) as RecordedPact;

  t.deepEqual(pact.metadata.tillbox.calls.leftOut, []);
  t.deepEqual(
    statesOf(pact)
      .flatMap(([, states]) => states)
      .filter((state) => state !== undefined),
    [
      'an order paid in one phase exists 150000',
      'an order refunded in part exists 150000 300',
      'an order paid in one phase exists 150000',
      'an order paid in one phase exists 150000',
      'an order refunded in part exists 150000 100',
    ],
  );
});
