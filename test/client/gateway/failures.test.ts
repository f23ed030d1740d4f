import test from 'ava';
import {
  GatewayAnswerUnreadable,
  type GatewayErrorKind,
  GatewayHttpError,
  GatewayUnreachable,
} from '../../../client/index.ts';
import type { StubReply } from '../../helpers/http/stub-server.ts';
import { clientOf, countingFetch, type Extra, gatewayWith, order, rejection, status } from './stub-gateway.ts';

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
