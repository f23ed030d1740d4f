import test, { type ExecutionContext } from 'ava';
import { Payer } from '../../client/index.ts';
import { satim } from '../../simulator/banks/satim.ts';
import { testCards } from '../../simulator/data/test-cards.ts';
import { type Json, simulatorFor, type TestSimulator } from '../helpers/simulator/simulator.ts';
import { satimOrder } from './modules/satim.ts';

type Fields = Readonly<Record<string, string>>;

/** A call as a client of SATIM makes it: by GET the fields are in the address. */
const send = async (
  { restUrl }: Pick<TestSimulator, 'restUrl'>,
  method: 'GET' | 'POST',
  call: string,
  fields: Fields,
): Promise<{ readonly status: number; readonly type: string | null; readonly body: Json }> => {
  const form = new URLSearchParams(fields);
  const answer = await (method === 'GET'
    ? fetch(`${restUrl}${call}?${form}`)
    : fetch(`${restUrl}${call}`, { method, body: form }));
  return { status: answer.status, type: answer.headers.get('content-type'), body: (await answer.json()) as Json };
};

const login = { userName: 'test_user', password: 'test_user_password' };
const registered = { ...login, ...satimOrder };

/** What a client of SATIM sends, from the public facts about it. */
interface Client {
  readonly source: string;
  readonly method: 'GET' | 'POST';
  readonly register: Fields;
  readonly confirm: readonly [call: string, fields: (orderId: string) => Fields];
  readonly refund: (orderId: string) => Fields;
}

const acknowledges: Client['confirm'] = [
  'public/acknowledgeTransaction.do',
  (mdOrder) => ({ ...login, mdOrder, language: 'FR' }),
];
const confirms: Client['confirm'] = ['confirmOrder.do', (orderId) => ({ ...login, orderId, language: 'FR' })];
const half = { amount: '50000' };

const clients: Readonly<Record<string, Client>> = {
  'S-LAR registers, acknowledges and refunds by GET': {
    source: 'github.com/IdeaCraftersHQ/satim-laravel',
    method: 'GET',
    register: registered,
    confirm: acknowledges,
    refund: (orderId) => ({ ...login, orderId, ...half }),
  },
  'S-TS posts, and refunds with currency and language': {
    source: 'github.com/bakissation/satim-ts',
    method: 'POST',
    register: { ...registered, description: 'Commande 1538298192' },
    confirm: acknowledges,
    refund: (orderId) => ({ ...login, orderId, ...half, currency: '012', language: 'FR' }),
  },
  'S-PHP posts, and confirms by the older name': {
    source: 'github.com/argelino-dev/satim-php',
    method: 'POST',
    register: { ...registered, description: 'Commande', sessionTimeoutSecs: '600', language: 'AR' },
    confirm: confirms,
    refund: (orderId) => ({ ...login, orderId, ...half, currency: '012', language: 'AR' }),
  },
  'S-NODE with GET, and an amount in the confirmation': {
    source: 'github.com/khalilbnd/satim-node, with the jsonParams that the bank documents',
    method: 'GET',
    register: { ...registered, language: 'EN' },
    confirm: ['confirmOrder.do', (orderId) => ({ ...login, orderId, amount: '100320', language: 'EN' })],
    refund: (orderId) => ({ ...login, orderId, ...half }),
  },
  'S-NODE with POST, and an amount in the confirmation': {
    source: 'github.com/khalilbnd/satim-node, with the jsonParams that the bank documents',
    method: 'POST',
    register: { ...registered, language: 'EN' },
    confirm: ['confirmOrder.do', (orderId) => ({ ...login, orderId, amount: '100320', language: 'EN' })],
    refund: (orderId) => ({ ...login, orderId, ...half }),
  },
};

const cardOf = (pan: string) => {
  const { expiry = '', cvc = '' } = testCards.find((card) => card.pan === pan) ?? {};
  return { pan, expiry: `${expiry.slice(4)}/${expiry.slice(2, 4)}`, cvc };
};

const valid = '6280581110007215';

for (const [name, { source, method, register, confirm, refund }] of Object.entries(clients)) {
  test(`a shop with a client of SATIM is paid: ${name} (${source})`, async (t) => {
    const simulator = await simulatorFor(t, { bank: satim });
    const { body: order } = await send(simulator, method, 'register.do', register);
    t.deepEqual(Object.keys(order), ['errorCode', 'orderId', 'formUrl']);
    const { orderId, formUrl } = order;
    const [call, fields] = confirm;

    const before = await send(simulator, method, call, fields(orderId));
    t.like(before.body, { ErrorCode: '0', OrderStatus: 0, actionCode: -100, Pan: '', Amount: 100_320 });
    t.false('params' in before.body || 'Ip' in before.body || 'SvfeResponse' in before.body);

    const walk = await new Payer().pay(formUrl, { card: cardOf(valid), otp: '123456' });
    t.is(walk.url, `${satimOrder.returnUrl}?lang=${register['language']?.toLowerCase()}&orderId=${orderId}`);

    const paid = await send(simulator, method, call, fields(orderId));
    t.like(paid.body, {
      expiration: '202701',
      depositAmount: 100_320,
      currency: '012',
      actionCode: 0,
      ErrorCode: '0',
      OrderStatus: 2,
      OrderNumber: '1538298192',
      Pan: '628058**7215',
      Amount: 100_320,
      SvfeResponse: '00',
    });
    t.like(paid.body['params'], { respCode: '00', udf1: '2018105301346', udf5: 'ggsf85s42' });
    t.false('force_terminal_id' in paid.body['params']);
    t.regex(paid.body['approvalCode'], /^\d{6}$/);
    t.regex(paid.type ?? '', /^application\/json/);
    t.deepEqual((await send(simulator, method, call, fields(orderId))).body, paid.body, 'the same again');

    t.like((await send(simulator, method, 'refund.do', refund(orderId))).body, { errorCode: '0' });
    const partly = (await send(simulator, method, call, fields(orderId))).body;
    t.like(partly, { OrderStatus: 4, depositAmount: 50_320 });
    await send(simulator, method, 'refund.do', { ...refund(orderId), amount: '50320' });
    t.like((await send(simulator, method, call, fields(orderId))).body, { OrderStatus: 4, depositAmount: 0 });
    const tooMuch = await send(simulator, method, 'refund.do', refund(orderId));
    t.is(String(tooMuch.body['errorCode']), '7');
  });
}

test('S-NODE and older plugins send no jsonParams, which the bank documents as mandatory, until the bank is told otherwise', async (t) => {
  const { jsonParams: _, ...bare } = registered;
  const strict = await send(await simulatorFor(t, { bank: satim }), 'GET', 'register.do', bare);
  const wishes = { registrationWants: [], paramsWanted: {} };
  const lenient = await send(await simulatorFor(t, { bank: { ...satim, ...wishes } }), 'GET', 'register.do', bare);

  t.is(strict.body['errorCode'], 5);
  t.is(lenient.body['errorCode'], 0);
});

test('an unknown mdOrder is HTTP 401 and a bare text for the acknowledgement, and ErrorCode 6 for other calls', async (t) => {
  const simulator = await simulatorFor(t, { bank: satim });
  const unknown = await send(simulator, 'POST', 'public/acknowledgeTransaction.do', { ...login, mdOrder: 'nobody' });

  t.is(unknown.status, 401);
  t.regex(unknown.type ?? '', /^application\/json/);
  t.is(unknown.body as unknown, 'Transaction is not found');
  for (const call of ['confirmOrder.do', 'getOrderStatus.do'])
    t.like(await send(simulator, 'POST', call, { ...login, orderId: 'nobody' }), {
      status: 200,
      body: { ErrorCode: '6' },
    });
});

interface End {
  readonly respCode?: string;
  readonly actionCode: number;
  readonly OrderStatus?: number;
  /** What is typed as the password; 123456 by default. */
  readonly otp?: string;
}

/** The cards of the certification, with the end of each. Source: SATIM's list, and answers recorded in 2026 and before. */
const certification: Readonly<Record<string, End>> = {
  '6280581110007215': { respCode: '00', actionCode: 0 },
  '6280580610061011': { respCode: '00', actionCode: 0 },
  '6280581110006712': { respCode: '37', actionCode: 119 },
  '6280581110006316': { respCode: '41', actionCode: 126 },
  '6280581110006415': { respCode: '43', actionCode: 127 },
  '6280581110006613': { respCode: 'AD', actionCode: 100_882 },
  '6280581110003927': { respCode: '62', actionCode: 125 },
  '6280580610061219': { respCode: '61', actionCode: 121 },
  '6280580610061110': { respCode: '51', actionCode: 116 },
  '6280581110006514': { respCode: 'AB', actionCode: 140 },
  '6280580610061318': { actionCode: 2003, otp: '666666' },
  '6280581110007017': { actionCode: 2003 },
  '6280581110007116': { respCode: 'AE', actionCode: 100_254 },
  '6280581110007314': { actionCode: -2006 },
  '6280580610056615': { actionCode: -2006 },
};

const acknowledged = async (simulator: TestSimulator, mdOrder: string, language = 'FR'): Promise<Json> =>
  (await send(simulator, 'POST', 'public/acknowledgeTransaction.do', { ...login, mdOrder, language })).body;

const payWith = async (simulator: TestSimulator, pan: string, otp?: string) => {
  const { body } = await send(simulator, 'POST', 'register.do', registered);
  const walk = await new Payer().pay(body['formUrl'], { card: cardOf(pan), ...(otp !== undefined && { otp }) });
  return { orderId: body['orderId'] as string, walk };
};

for (const [pan, { respCode, actionCode, otp }] of Object.entries(certification))
  test(`the certification card ${pan} ends with ${respCode ?? 'no respCode'} and ${actionCode}`, async (t: ExecutionContext) => {
    const simulator = await simulatorFor(t, { bank: satim });
    const { orderId, walk } = await payWith(simulator, pan, otp);
    const answer = await acknowledged(simulator, orderId);
    const isPaid = actionCode === 0;

    t.is(walk.end, 'shop');
    t.like(answer, {
      ErrorCode: isPaid ? '0' : '2',
      OrderStatus: isPaid ? 2 : 6,
      actionCode,
      depositAmount: isPaid ? 100_320 : 0,
      Pan: `628058**${pan.slice(-4)}`,
    });
    t.is(answer['params'].respCode, respCode);
    t.is('respCode_desc' in answer['params'], respCode !== undefined);
    t.true(answer['actionCodeDescription'].length > 0);
  });

test('there are fifteen cards of the certification, and the list has no others', (t) => {
  const listed = testCards.filter(({ source }) => source === 'satim-docs').map(({ pan }) => pan);
  t.deepEqual(listed.toSorted(), Object.keys(certification).toSorted());
  t.is(listed.length, 15);
});

test('the result is told in French, Arabic or English; what no issuer said, in English alone', async (t) => {
  const simulator = await simulatorFor(t, { bank: satim });
  const { orderId } = await payWith(simulator, '6280580610061110');
  const texts = await Promise.all(
    ['FR', 'AR', 'EN'].map(
      async (language) => (await acknowledged(simulator, orderId, language))['params'].respCode_desc,
    ),
  );

  t.regex(texts[0], /solde/);
  t.regex(texts[1], /\p{Script=Arabic}/u);
  t.regex(texts[2], /balance/);
});

test('a payer who cancels comes back to failUrl, and the acknowledgement says so', async (t) => {
  const simulator = await simulatorFor(t, { bank: satim });
  const { body } = await send(simulator, 'POST', 'register.do', registered);
  await simulator.callBare('declineByClient.do', { mdOrder: body['orderId'] });

  t.like(await acknowledged(simulator, body['orderId']), { OrderStatus: 6, actionCode: 10, ErrorCode: '2' });
});

test('a payment that the shop does not confirm is cancelled after twenty minutes; one that it confirms stays', async (t) => {
  const simulator = await simulatorFor(t, { bank: satim });
  const { orderId: left } = await payWith(simulator, valid);
  const { body } = await send(simulator, 'POST', 'register.do', { ...registered, orderNumber: '2' });
  await new Payer().pay(body['formUrl'], { card: cardOf(valid) });
  t.is((await simulator.call('getOrderStatus.do', { orderId: left }))['OrderStatus'], 2, 'to look is not to confirm');
  await acknowledged(simulator, body['orderId']);

  await simulator.clock.advance(20 * 60_000 - 1);
  t.is((await simulator.call('getOrderStatus.do', { orderId: left }))['OrderStatus'], 2);
  await simulator.clock.advance(1);

  t.like(await acknowledged(simulator, left), { OrderStatus: 3, depositAmount: 0 });
  await simulator.clock.advance(86_400_000);
  t.like(await acknowledged(simulator, body['orderId']), { OrderStatus: 2, depositAmount: 100_320 });
});
