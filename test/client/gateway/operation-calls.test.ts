import test from 'ava';
import {
  type GatewayClient,
  type GatewayRefused,
  GatewayUnreachable,
  type OperationAnswer,
  WrongUse,
} from '../../../client/index.ts';
import type { StubRequest } from '../../helpers/http/stub-server.ts';
import { clientOf, countingFetch, gatewayWith, rejection, secret } from './stub-gateway.ts';

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
    /amountMinor: expected a whole number of minor units.*got undefined/,
  ],
  'a reversal of a fraction': [(client) => client.reverse({ orderId: 'o', amountMinor: 0.5 }), /whole number/],
  'a wrong expectation': [
    (client) => client.refund({ orderId: 'o', expectedDepositedAmountMinor: -1 }),
    /expectedDepositedAmountMinor: expected a whole number/,
  ],
  'a deposit without an order': [(client) => client.deposit({ orderId: '' }), /deposit needs orderId/],
  'a reversal without an order': [(client) => client.reverse({ orderId: '' }), /reverse needs orderId/],
  'a refund without an order': [(client) => client.refund({ orderId: '' }), /refund needs orderId/],
  'a decline without an order': [(client) => client.decline({ orderId: '' }), /decline needs orderId or orderNumber/],
  'parameters without an order': [(client) => client.addParams({ orderId: '', params: {} }), /addParams needs orderId/],
  'a list of no states': [(client) => client.getLastOrders({ ...march, states: [] }), /one of the states at least/],
  'a list too long': [
    (client) => client.getLastOrders({ ...march, states: ['CREATED'], size: 201 }),
    /size: expected a whole number from 1 to 200, got 201/,
  ],
  'a list from no date': [
    (client) => client.getLastOrders({ ...march, states: ['CREATED'], from: new Date('then') }),
    /from: expected a valid Date/,
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
