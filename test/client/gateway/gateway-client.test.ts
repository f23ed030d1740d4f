import { inspect } from 'node:util';
import test, { type ExecutionContext } from 'ava';
import {
  GatewayAnswerUnreadable,
  GatewayClient,
  type GatewayClientOptions,
  GatewayError,
  type GatewayErrorKind,
  GatewayHttpError,
  GatewayRefused,
  GatewayTimeout,
  GatewayUnreachable,
  type OperationAnswer,
  WrongUse,
} from '../../../client/index.ts';
import { type StubReply, type StubRequest, stubServer } from '../../helpers/http/stub-server.ts';

const secret = 'correct-horse-battery';
const registered = {
  orderId: 'order-1',
  formUrl: 'https://gateway.example/payment/merchants/shop/payment_en.html?mdOrder=order-1',
};
const order = { amountMinor: 1500, returnUrl: 'https://shop.example/return' };

type Extra = Partial<Pick<GatewayClientOptions, 'language' | 'timeoutMs' | 'retries' | 'wait' | 'fetch'>>;

const clientOf = (baseUrl: string, extra: Extra = {}): GatewayClient =>
  new GatewayClient({ baseUrl, userName: 'shop-api', password: secret, wait: async () => {}, ...extra });

/** A gateway that gives these replies one after the other; the last one stays. */
const gatewayWith = async (t: ExecutionContext, ...replies: readonly StubReply[]) => {
  const stub = await stubServer(t, (_request, count) => replies[Math.min(count, replies.length) - 1] ?? {});
  return { ...stub, baseUrl: `${stub.origin}/payment/rest/` };
};

const status = (orderStatus: number, more: object = {}) => ({ body: { errorCode: '0', orderStatus, ...more } });

const rejection = async (t: ExecutionContext, promise: Promise<unknown>): Promise<GatewayError> => {
  const error = await t.throwsAsync(promise);
  t.true(error instanceof GatewayError);
  return error as GatewayError;
};

test('registers an order with a form-encoded POST and gives back its id and page', async (t) => {
  const gateway = await gatewayWith(t, { body: registered });

  const answer = await clientOf(gateway.baseUrl).register({ ...order, orderNumber: 'A-1', currency: '398' });

  t.deepEqual(answer, registered);
  const [request] = gateway.received as [StubRequest];
  t.is(request.method, 'POST');
  t.is(request.path, '/payment/rest/register.do');
  t.regex(String(request.headers['content-type']), /^application\/x-www-form-urlencoded/);
  t.deepEqual(Object.fromEntries(request.form), {
    returnUrl: 'https://shop.example/return',
    orderNumber: 'A-1',
    currency: '398',
    amount: '1500',
    userName: 'shop-api',
    password: secret,
  });
});

test('writes objects as JSON, dates as UTC without a zone, and repeats features', async (t) => {
  const gateway = await gatewayWith(t, { body: registered });

  await clientOf(gateway.baseUrl).registerPreAuth({
    ...order,
    jsonParams: { cart: 'Ы & 7' },
    orderBundle: { cartItems: { items: [] } },
    features: ['FORCE_TDS', 'VERIFY'],
    expirationDate: new Date('2030-01-02T08:04:05.678+05:00'),
    autoReverseDate: new Date(Date.UTC(2030, 11, 31, 23, 59, 59)),
    feeMinor: 10,
  });

  const [request] = gateway.received as [StubRequest];
  t.is(request.path, '/payment/rest/registerPreAuth.do');
  t.is(request.form.get('jsonParams'), '{"cart":"Ы & 7"}');
  t.is(request.form.get('orderBundle'), '{"cartItems":{"items":[]}}');
  t.deepEqual(request.form.getAll('features'), ['FORCE_TDS', 'VERIFY']);
  t.is(request.form.get('expirationDate'), '2030-01-02T03:04:05');
  t.is(request.form.get('autoReverseDate'), '2030-12-31T23:59:59');
  t.is(request.form.get('feeInput'), '10');
});

for (const slashes of ['', '/', '//']) {
  test(`takes a base address that ends in "rest${slashes}"`, async (t) => {
    const gateway = await gatewayWith(t, { body: registered });

    await clientOf(`${gateway.origin}/payment/rest${slashes}`).register(order);

    t.is(gateway.received[0]?.path, '/payment/rest/register.do');
  });
}

test('sends a token in place of a login, and the language of the client unless the call has its own', async (t) => {
  const gateway = await gatewayWith(t, { body: registered });
  const client = new GatewayClient({ baseUrl: gateway.baseUrl, token: 'open-token', language: 'kk' });

  await client.register(order);
  await client.register({ ...order, language: 'ru' });

  t.is(gateway.received[0]?.form.get('token'), 'open-token');
  t.false(gateway.received[0]?.form.has('userName'));
  t.deepEqual(
    gateway.received.map(({ form }) => form.getAll('language')),
    [['kk'], ['ru']],
  );
});

for (const amountMinor of [15.5, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '1500' as unknown as number]) {
  test(`refuses the amount ${inspect(amountMinor)} before anything is sent`, async (t) => {
    const gateway = await gatewayWith(t, { body: registered });

    const error = await rejection(t, clientOf(gateway.baseUrl).register({ ...order, amountMinor }));

    t.true(error instanceof WrongUse);
    t.regex(error.message, /amountMinor must be a whole number of minor units/);
    t.is(gateway.received.length, 0);
  });
}

test('names the mistake when the client is made or used wrongly', async (t) => {
  const base = 'http://127.0.0.1:9/payment/rest/';
  const both = { baseUrl: base, userName: 'a', password: 'b', token: 'c' } as unknown as GatewayClientOptions;

  t.throws(() => new GatewayClient(both), { instanceOf: WrongUse, message: /either userName and password, or token/ });
  t.throws(() => clientOf('gateway.example'), { instanceOf: WrongUse, message: /baseUrl must be an http/ });
  const inUrl = t.throws(() => clientOf(`https://me:${secret}@host/rest/`), { instanceOf: WrongUse });
  t.false(inUrl.message.includes(secret));
  const client = clientOf(base);
  t.regex((await rejection(t, client.register({ ...order, returnUrl: '' }))).message, /returnUrl is required/);
  t.regex((await rejection(t, client.getOrderStatus({ orderId: '' }))).message, /orderId or orderNumber/);
  const badDate = client.register({ ...order, expirationDate: new Date('tomorrow') });
  t.regex((await rejection(t, badDate)).message, /expirationDate is not a valid date/);
});

interface Failure {
  readonly reply: StubReply;
  readonly kind: GatewayErrorKind;
  readonly message: RegExp;
  readonly repeatedForStatus: boolean;
}

const failures: Readonly<Record<string, Failure>> = {
  'an overload': { reply: { status: 429 }, kind: 'http-status', message: /HTTP 429/, repeatedForStatus: true },
  'a gateway fault': {
    reply: { status: 502, body: '<h1>Bad</h1>' },
    kind: 'http-status',
    message: /HTTP 502/,
    repeatedForStatus: true,
  },
  'HTTP 400': { reply: { status: 400 }, kind: 'http-status', message: /HTTP 400/, repeatedForStatus: false },
  'HTTP 401 with JSON': {
    reply: { status: 401, body: '"no"' },
    kind: 'http-status',
    message: /HTTP 401/,
    repeatedForStatus: false,
  },
  'a redirect': {
    reply: { status: 307, headers: { location: '/else' } },
    kind: 'http-status',
    message: /HTTP 307/,
    repeatedForStatus: false,
  },
  'an empty 200': { reply: {}, kind: 'unreadable', message: /empty body/, repeatedForStatus: true },
  'a page': {
    reply: { body: '<!doctype html><p>Login' },
    kind: 'unreadable',
    message: /a page, not JSON/,
    repeatedForStatus: true,
  },
  'cut JSON': {
    reply: { body: '{"errorCode":"0","ord' },
    kind: 'unreadable',
    message: /not a JSON object/,
    repeatedForStatus: true,
  },
  'a JSON text': {
    reply: { body: '"Unknown order"' },
    kind: 'unreadable',
    message: /not a JSON object/,
    repeatedForStatus: true,
  },
  'JSON without an answer': {
    reply: { body: {} },
    kind: 'unreadable',
    message: /neither an error nor/,
    repeatedForStatus: true,
  },
  'a broken connection': { reply: 'drop', kind: 'unreachable', message: /cannot reach http/, repeatedForStatus: true },
  silence: { reply: 'hang', kind: 'timed-out', message: /no answer within 40 ms/, repeatedForStatus: true },
  'a refusal': {
    reply: { body: { errorCode: '5', errorMessage: 'Access denied' } },
    kind: 'refused',
    message: /errorCode 5, Access denied/,
    repeatedForStatus: false,
  },
};

const patienceFor = (reply: StubReply): Extra => (reply === 'hang' ? { timeoutMs: 40 } : {});

/** Counts requests at the sender: a request that was given up early may never be seen by the stub. */
const countingFetch = () => {
  const sent: unknown[] = [];
  const counted: typeof fetch = (...request) => {
    sent.push(request);
    return fetch(...request);
  };
  return { sent, fetch: counted };
};

for (const [name, { reply, kind, message, repeatedForStatus }] of Object.entries(failures)) {
  test(`register: ${name} is an error of kind ${kind}, and the order is never sent twice`, async (t) => {
    const gateway = await gatewayWith(t, reply);
    const counting = countingFetch();
    const client = clientOf(gateway.baseUrl, { ...patienceFor(reply), fetch: counting.fetch });

    const error = await rejection(t, client.register(order));

    t.is(error.kind, kind);
    t.regex(error.message, message);
    t.is(counting.sent.length, 1);
  });

  test(`status: ${name} is ${repeatedForStatus ? 'tried three times' : 'not tried again'}`, async (t) => {
    const gateway = await gatewayWith(t, reply);
    const counting = countingFetch();
    const client = clientOf(gateway.baseUrl, { ...patienceFor(reply), fetch: counting.fetch });

    const error = await rejection(t, client.getOrderStatus({ orderId: 'o' }));

    t.is(error.kind, kind);
    t.is(counting.sent.length, repeatedForStatus ? 3 : 1);
  });
}

test('each kind of failure has its class', async (t) => {
  const classes = {
    'http-status': GatewayHttpError,
    unreadable: GatewayAnswerUnreadable,
    unreachable: GatewayUnreachable,
  } as const;
  const replies = { 'http-status': { status: 500 }, unreadable: {}, unreachable: 'drop' } as const;
  for (const kind of ['http-status', 'unreadable', 'unreachable'] as const) {
    const gateway = await gatewayWith(t, replies[kind]);
    t.true((await rejection(t, clientOf(gateway.baseUrl).register(order))) instanceof classes[kind]);
  }
});

test('register is sent again when the connection was refused, because nothing can have arrived', async (t) => {
  const gateway = await gatewayWith(t, {});
  await gateway.stop();
  const pausesMs: number[] = [];
  const wait = async (delayMs: number) => void pausesMs.push(delayMs);

  const error = await rejection(t, clientOf(gateway.baseUrl, { wait }).register(order));

  t.true(error instanceof GatewayUnreachable && error.nothingSent);
  t.regex(error.message, /cannot reach http:\/\/127\.0\.0\.1:\d+ \(ECONNREFUSED\)/);
  t.deepEqual(pausesMs, [200, 400]);
});

test('a status call succeeds once the gateway has recovered, and pauses as long as it was asked to', async (t) => {
  const gateway = await gatewayWith(t, { status: 429, headers: { 'retry-after': '3' } }, {}, status(2));
  const pausesMs: number[] = [];
  const wait = async (delayMs: number) => void pausesMs.push(delayMs);

  const answer = await clientOf(gateway.baseUrl, { wait }).getOrderStatus({ orderId: 'o' });

  t.is(answer.orderStatus, 2);
  t.deepEqual(pausesMs, [3000, 400]);
});

test('a refusal carries the call, the code as text and the message', async (t) => {
  const gateway = await gatewayWith(t, { body: { errorCode: 1, errorMessage: 'Order number is taken', error: true } });

  const error = (await rejection(t, clientOf(gateway.baseUrl).register(order))) as GatewayRefused;

  t.true(error instanceof GatewayRefused);
  t.is(error.endpoint, 'register.do');
  t.is(error.errorCode, '1');
  t.is(error.errorMessage, 'Order number is taken');
});

test('a refusal is known by success=false and a nested error as well', async (t) => {
  const body = { success: false, error: { code: 10, description: 'Order is registered already' } };
  const gateway = await gatewayWith(t, { body });

  const error = (await rejection(t, clientOf(gateway.baseUrl).register(order))) as GatewayRefused;

  t.is(error.errorCode, '10');
  t.is(error.errorMessage, 'Order is registered already');
});

const welcome: Readonly<Record<string, object>> = {
  'no errorCode': {},
  'errorCode "0"': { errorCode: '0', errorMessage: 'Успешно' },
  'errorCode 0': { errorCode: 0, errorCodeString: '0', error: false },
  'a field nobody knows': { newField: { deep: [1] } },
};
for (const [name, more] of Object.entries(welcome)) {
  test(`takes answers with ${name}, as text/plain too`, async (t) => {
    const headers = { 'content-type': 'text/plain;charset=UTF-8' };
    const body = JSON.stringify({ ...registered, orderStatus: 0, ...more });
    const gateway = await gatewayWith(t, { headers, body: `\uFEFF${body}\n` });
    const client = clientOf(gateway.baseUrl);

    t.deepEqual(await client.register(order), registered);
    t.is((await client.getOrderStatus({ orderNumber: 'A-1' })).errorCode, '0');
  });
}

test('reads numeric text of a status as numbers and leaves all other fields alone', async (t) => {
  const gateway = await gatewayWith(t, {
    body: { errorCode: 0, orderStatus: '2', actionCode: '0', amount: '1500', currency: '398', unknown: 'kept' },
  });

  const answer = await clientOf(gateway.baseUrl).getOrderStatus({ orderId: 'o' });

  t.deepEqual(
    { ...answer },
    {
      errorCode: '0',
      orderStatus: 2,
      actionCode: 0,
      amount: 1500,
      currency: '398',
      unknown: 'kept',
    },
  );
});

test('the old status call understands a declined order, which the gateway marks with ErrorCode 2', async (t) => {
  const declined = { ErrorCode: '2', ErrorMessage: 'Payment is declined', OrderStatus: 6 };
  const gateway = await gatewayWith(
    t,
    { body: declined },
    { body: { ErrorCode: '6', ErrorMessage: 'Unknown order id' } },
  );
  const client = clientOf(gateway.baseUrl);

  t.like(await client.getOrderStatusLegacy({ orderId: 'o' }), declined);
  const error = (await rejection(t, client.getOrderStatusLegacy({ orderId: 'o' }))) as GatewayRefused;

  t.is(error.errorCode, '6');
  t.is(gateway.received[0]?.path, '/payment/rest/getOrderStatus.do');
});

test('never shows the password: not in errors, not in messages of the gateway, not in the client', async (t) => {
  const echo = { body: { errorCode: '5', errorMessage: `[password] ${secret} is wrong` } };
  const gateway = await gatewayWith(t, echo, { body: `<p>userName=shop-api&password=${secret}` }, 'drop');
  const client = clientOf(gateway.baseUrl);

  for (const _ of ['refused', 'unreadable', 'unreachable']) {
    const error = await rejection(t, client.register(order));
    t.false(inspect(error, { depth: 9 }).includes(secret));
  }
  t.false(inspect(client, { depth: 9, showHidden: true }).includes(secret));
});

test('a call ends with the reason of its signal', async (t) => {
  const gateway = await gatewayWith(t, 'hang');

  const call = clientOf(gateway.baseUrl).getOrderStatus(
    { orderId: 'o' },
    { signal: AbortSignal.abort('changed my mind') },
  );

  await call.then(
    () => t.fail(),
    (reason) => t.is(reason, 'changed my mind'),
  );
});

const outcomes = { 1: 'held', 2: 'paid', 3: 'reversed', 4: 'refunded', 6: 'declined' } as const;
for (const [orderStatus, outcome] of Object.entries(outcomes)) {
  test(`waits through open states until the order is ${outcome}`, async (t) => {
    const gateway = await gatewayWith(
      t,
      status(0),
      status(0, { actionCode: 116 }),
      status(5),
      status(7),
      status(Number(orderStatus)),
    );
    const pausesMs: number[] = [];
    const client = clientOf(gateway.baseUrl, { wait: async (delayMs) => void pausesMs.push(delayMs) });

    const finished = await client.waitForPayment({ orderId: 'o', firstDelayMs: 100, maxDelayMs: 300 });

    t.is(finished.outcome, outcome);
    t.is(finished.status.orderStatus, Number(orderStatus));
    t.deepEqual(pausesMs, [100, 200, 300, 300]);
  });
}

test('gives up waiting after the given time and says what it saw last', async (t) => {
  const gateway = await gatewayWith(t, status(0));

  const error = await rejection(t, clientOf(gateway.baseUrl).waitForPayment({ orderId: 'o', timeoutMs: 60_000 }));

  t.true(error instanceof GatewayTimeout);
  t.regex(error.message, /order o did not come to an end within 60000 ms; last seen: orderStatus 0/);
});

test('waits out faults, but not a refusal', async (t) => {
  const gateway = await gatewayWith(t, { status: 500 }, {}, 'drop', status(2));
  const refusing = await gatewayWith(t, { body: { errorCode: '6', errorMessage: 'Order not found' } });

  const finished = await clientOf(gateway.baseUrl, { retries: 0 }).waitForPayment({ orderId: 'o' });
  const error = await rejection(t, clientOf(refusing.baseUrl).waitForPayment({ orderId: 'o' }));

  t.is(finished.outcome, 'paid');
  t.is(error.kind, 'refused');
});

test('a gateway that never answers cannot hold a wait beyond its time', async (t) => {
  const gateway = await gatewayWith(t, 'hang');

  const error = await rejection(t, clientOf(gateway.baseUrl).waitForPayment({ orderId: 'o', timeoutMs: 40 }));

  t.is(error.kind, 'timed-out');
});

interface OperationRow {
  readonly ask: (client: GatewayClient) => Promise<OperationAnswer>;
  readonly path: string;
  readonly form: Readonly<Record<string, string>>;
  readonly isRepeated: boolean;
}

const operations: Readonly<Record<string, OperationRow>> = {
  'deposit of everything': {
    ask: (client) => client.deposit({ orderId: 'o' }),
    path: 'deposit.do',
    form: { orderId: 'o', amount: '0' },
    isRepeated: false,
  },
  'deposit of a part': {
    ask: (client) => client.deposit({ orderId: 'o', amountMinor: 70 }),
    path: 'deposit.do',
    form: { orderId: 'o', amount: '70' },
    isRepeated: false,
  },
  'deposit as one of several steps': {
    ask: (client) => client.deposit({ orderId: 'o', amountMinor: 70, step: 'intermediate' }),
    path: 'deposit.do',
    form: { orderId: 'o', amount: '70', depositType: '1' },
    isRepeated: false,
  },
  'deposit as the last step': {
    ask: (client) => client.deposit({ orderId: 'o', step: 'final', language: 'ru' }),
    path: 'deposit.do',
    form: { orderId: 'o', amount: '0', depositType: '2', language: 'ru' },
    isRepeated: false,
  },
  'reversal of everything': {
    ask: (client) => client.reverse({ orderId: 'o' }),
    path: 'reverse.do',
    form: { orderId: 'o' },
    isRepeated: false,
  },
  'reversal of a part': {
    ask: (client) => client.reverse({ orderId: 'o', amountMinor: 70 }),
    path: 'reverse.do',
    form: { orderId: 'o', amount: '70' },
    isRepeated: false,
  },
  'refund of everything': {
    ask: (client) => client.refund({ orderId: 'o' }),
    path: 'refund.do',
    form: { orderId: 'o', amount: '0' },
    isRepeated: false,
  },
  'refund under an empty id': {
    ask: (client) => client.refund({ orderId: 'o', amountMinor: 70, externalRefundId: '' }),
    path: 'refund.do',
    form: { orderId: 'o', amount: '70' },
    isRepeated: false,
  },
  'refund with an expectation but no id': {
    ask: (client) => client.refund({ orderId: 'o', amountMinor: 70, expectedDepositedAmountMinor: 100 }),
    path: 'refund.do',
    form: { orderId: 'o', amount: '70', expectedDepositedAmount: '100' },
    isRepeated: false,
  },
  'refund under an id of its own': {
    ask: (client) => client.refund({ orderId: 'o', amountMinor: 70, externalRefundId: 'RF-1' }),
    path: 'refund.do',
    form: { orderId: 'o', amount: '70', externalRefundId: 'RF-1' },
    isRepeated: true,
  },
  'decline by id': {
    ask: (client) => client.decline({ orderId: 'o' }),
    path: 'decline.do',
    form: { orderId: 'o' },
    isRepeated: false,
  },
  'decline by number': {
    ask: (client) => client.decline({ orderNumber: 'A-1' }),
    path: 'decline.do',
    form: { orderNumber: 'A-1' },
    isRepeated: false,
  },
  'adding of parameters': {
    ask: (client) => client.addParams({ orderId: 'o', params: { cart: 'Ы' } }),
    path: 'addParams.do',
    form: { orderId: 'o', params: '{"cart":"Ы"}' },
    isRepeated: true,
  },
};

for (const [name, { ask, path, form, isRepeated }] of Object.entries(operations)) {
  test(`${name}: sends its fields, and takes errorCode "0", 0 and none for a success`, async (t) => {
    const gateway = await gatewayWith(t, { body: { errorCode: '0' } }, { body: { errorCode: 0 } }, { body: {} });
    const client = clientOf(gateway.baseUrl);

    t.deepEqual([await ask(client), await ask(client), await ask(client)], Array(3).fill({ errorCode: '0' }));
    const [request] = gateway.received as [StubRequest];
    t.is(request.path, `/payment/rest/${path}`);
    t.deepEqual(Object.fromEntries(request.form), { ...form, userName: 'shop-api', password: secret });
  });

  test(`${name}: ${isRepeated ? 'is sent three times' : 'is not sent twice'} when the answer is lost`, async (t) => {
    const gateway = await gatewayWith(t, 'drop');
    const counting = countingFetch();

    const error = await rejection(t, ask(clientOf(gateway.baseUrl, { fetch: counting.fetch })));

    t.is(error.kind, 'unreachable');
    t.is(counting.sent.length, isRepeated ? 3 : 1);
  });

  test(`${name}: is sent again when nothing can have arrived, but never after a refusal`, async (t) => {
    const gateway = await gatewayWith(t, { body: { errorCode: '7', errorMessage: 'Not in this state' } });
    const counting = countingFetch();
    const client = clientOf(gateway.baseUrl, { fetch: counting.fetch });

    const refusal = (await rejection(t, ask(client))) as GatewayRefused;
    await gateway.stop();
    const error = await rejection(t, ask(client));

    t.is(refusal.errorCode, '7');
    t.true(error instanceof GatewayUnreachable && error.nothingSent);
    t.is(counting.sent.length, 1 + 3);
  });
}

const nothing = { amountMinor: undefined } as unknown as { amountMinor: number };
const march = { from: new Date(Date.UTC(2026, 2, 1)), to: new Date('2026-04-01T00:00:00+05:00') };
const misuses: Readonly<Record<string, readonly [(client: GatewayClient) => Promise<unknown>, RegExp]>> = {
  'a refund of zero, which would be one of everything': [
    (client) => client.refund({ orderId: 'o', amountMinor: 0 }),
    /amountMinor must be more than zero; leave it out for everything/,
  ],
  'a deposit of zero': [(client) => client.deposit({ orderId: 'o', amountMinor: 0 }), /more than zero/],
  'a refund whose amount is missing': [
    (client) => client.refund({ orderId: 'o', ...nothing }),
    /amountMinor must be a whole number of minor units.*got undefined/,
  ],
  'a reversal of a fraction': [(client) => client.reverse({ orderId: 'o', amountMinor: 0.5 }), /whole number/],
  'a wrong expectation': [
    (client) => client.refund({ orderId: 'o', expectedDepositedAmountMinor: -1 }),
    /expectedDepositedAmountMinor must be a whole number/,
  ],
  'a deposit without an order': [(client) => client.deposit({ orderId: '' }), /deposit needs orderId/],
  'a reversal without an order': [(client) => client.reverse({ orderId: '' }), /reverse needs orderId/],
  'a refund without an order': [(client) => client.refund({ orderId: '' }), /refund needs orderId/],
  'a decline without an order': [(client) => client.decline({ orderId: '' }), /decline needs orderId or orderNumber/],
  'parameters without an order': [(client) => client.addParams({ orderId: '', params: {} }), /addParams needs orderId/],
  'a list of no states': [(client) => client.getLastOrders({ ...march, states: [] }), /one of the states at least/],
  'a list too long': [
    (client) => client.getLastOrders({ ...march, states: ['CREATED'], size: 201 }),
    /size must be a whole number from 1 to 200; got 201/,
  ],
  'a list from no date': [
    (client) => client.getLastOrders({ ...march, states: ['CREATED'], from: new Date('then') }),
    /from is not a valid date/,
  ],
};
for (const [name, [ask, message]] of Object.entries(misuses)) {
  test(`refuses ${name} before anything is sent`, async (t) => {
    const gateway = await gatewayWith(t, { body: { errorCode: '0' } });

    const error = await rejection(t, ask(clientOf(gateway.baseUrl)));

    t.true(error instanceof WrongUse);
    t.regex(error.message, message);
    t.is(gateway.received.length, 0);
  });
}

test('lists orders with dates in UTC, and reads every one like a status', async (t) => {
  const orders = [
    { errorCode: 0, orderStatus: '2', amount: '1500', currency: '398' },
    { errorCode: '0', orderStatus: 0 },
  ];
  const body = { errorCode: 0, errorMessage: 'Success', orderStatuses: orders, totalCount: '12', page: 1, pageSize: 2 };
  const gateway = await gatewayWith(t, { body });
  const client = clientOf(gateway.baseUrl);

  const list = await client.getLastOrders({ ...march, states: ['CREATED', 'DEPOSITED'], size: 2, page: 1 });
  await client.getLastOrders({ ...march, states: ['REFUNDED'], merchants: ['a', 'b'], searchByCreatedDate: true });

  t.deepEqual(list, {
    orderStatuses: [
      { errorCode: '0', orderStatus: 2, amount: 1500, currency: '398' },
      { errorCode: '0', orderStatus: 0 },
    ],
    totalCount: 12,
    page: 1,
    pageSize: 2,
  });
  const [first, second] = gateway.received as [StubRequest, StubRequest];
  t.is(first.path, '/payment/rest/getLastOrdersForMerchants.do');
  t.deepEqual(Object.fromEntries(first.form), {
    from: '20260301000000',
    to: '20260331190000',
    transactionStates: 'CREATED,DEPOSITED',
    size: '2',
    page: '1',
    merchants: '',
    userName: 'shop-api',
    password: secret,
  });
  t.is(second.form.get('merchants'), 'a,b');
  t.is(second.form.get('searchByCreatedDate'), 'true');
  t.deepEqual([second.form.get('size'), second.form.get('page')], ['50', '0']);
});

test('a list is asked for again when it cannot be read, and refused by a numeric errorCode', async (t) => {
  const broken = { body: { errorCode: 0, orderStatuses: [{ errorCode: '6' }], totalCount: 1 } };
  const empty = { body: { errorCode: 0, orderStatuses: [], totalCount: 0, page: 0, pageSize: 50 } };
  const refusal = { body: { errorCode: 10, errorMessage: 'Wrong state' } };
  const gateway = await gatewayWith(t, broken, { body: { errorCode: 0 } }, empty, refusal);
  const client = clientOf(gateway.baseUrl);

  t.deepEqual((await client.getLastOrders({ ...march, states: ['CREATED'] })).orderStatuses, []);
  const error = (await rejection(t, client.getLastOrders({ ...march, states: ['CREATED'] }))) as GatewayRefused;

  t.is(gateway.received.length, 4);
  t.is(error.errorCode, '10');
});
