import test from 'ava';
import { GatewayClient, GatewayError, WrongUse } from '../../../client/index.ts';
import { clientOf, gatewayWith, order, registered, secret } from '../gateway/stub-gateway.ts';

const login = { baseUrl: 'https://gateway.example/payment/rest/', userName: 'shop', password: secret };
const pem = '-----BEGIN';

/** Options of a client that are wrong, and what is said of them. */
const wrongOptions: readonly (readonly [options: unknown, complaint: RegExp])[] = [
  [null, /^GatewayClient: expected an object of options, got null$/],
  [undefined, /^GatewayClient: expected an object of options, got undefined$/],
  ['https://gateway.example', /^GatewayClient: expected an object of options, got "https/],
  [{ userName: 'shop', password: secret }, /^GatewayClient: baseUrl: this option is missing$/],
  [{ ...login, baseURL: 'x' }, /^GatewayClient: baseURL: unknown option; did you mean baseUrl\?$/],
  [{ ...login, username: 'x' }, /^GatewayClient: username: unknown option; did you mean userName\?$/],
  [{ ...login, pasword: secret }, /^GatewayClient: pasword: unknown option; did you mean password\?$/],
  [{ ...login, timeout: 5 }, /^GatewayClient: timeout: unknown option; did you mean timeoutMs\?$/],
  [{ ...login, timeoutMS: 5 }, /; did you mean timeoutMs\?$/],
  [{ ...login, retry: 5 }, /^GatewayClient: retry: unknown option; known are timeoutMs, .*retries/],
  [{ ...login, lang: 'ru' }, /^GatewayClient: lang: unknown option/],
  [{ ...login, password: 1234 }, /^GatewayClient: password: expected a text, got a number$/],
  [
    { ...login, timeoutMs: '10s' },
    /^GatewayClient: timeoutMs: expected a whole number of milliseconds from 0 to \d+, got "10s"$/,
  ],
  [{ ...login, timeoutMs: Number.POSITIVE_INFINITY }, /timeoutMs: .*, got Infinity$/],
  [{ ...login, timeoutMs: -1 }, /timeoutMs: .*, got -1$/],
  [{ ...login, retries: 1.5 }, /retries: .*, got 1.5$/],
  [{ ...login, retries: Number.NaN }, /retries: .*, got NaN$/],
  [{ ...login, retries: true }, /retries: .*, got true$/],
  [{ ...login, language: 7 }, /language: expected a text, got 7$/],
  [{ ...login, fetch: {} }, /fetch: expected a function, got an object$/],
  [{ ...login, wait: 5 }, /wait: expected a function, got 5$/],
  [{ ...login, signingKey: { kee: pem } }, /^GatewayClient: signingKey\.kee: unknown option; did you mean key\?$/],
  [{ ...login, signingKey: { key: pem } }, /^GatewayClient: signingKey\.passphrase: this option is missing$/],
];
for (const [options, complaint] of wrongOptions) {
  test(`a client refuses ${complaint.source.slice(0, 90)}`, (t) => {
    const error = t.throws(() => new GatewayClient(options as typeof login), { instanceOf: WrongUse });

    t.regex(error.message, complaint);
    t.false(error.message.includes(secret));
  });
}

type Ask = (client: GatewayClient, input: never) => Promise<unknown>;

const register: Ask = (client, input) => client.register(input);
const charge = { orderNumber: 'A-1', bindingId: 'b', amountMinor: 1 };
const wallet = { merchant: 'shop', orderNumber: 'A-1', paymentToken: 'e30=' };
const schedule = { since: '2026-01-01', till: '2027-01-01', every: 1, unit: 'MONTHS' };
const task = { merchantTaskUuid: 't', clientId: 'c', bindingId: 'b', amountMinor: 1, currency: '398', schedule };
const march = { from: new Date(0), to: new Date(1), states: ['CREATED'] };

/** Calls with a wrong parameter, and what is said of it. */
const wrongCalls: readonly (readonly [ask: Ask, input: unknown, complaint: RegExp])[] = [
  [register, undefined, /^register\.do: expected an object of parameters, got undefined$/],
  [register, null, /^register\.do: expected an object of parameters, got null$/],
  [
    register,
    { ...order, orderNumer: '7' },
    /^register\.do: orderNumer: unknown parameter; did you mean orderNumber\?$/,
  ],
  [register, { ...order, ordernumber: '7' }, /; did you mean orderNumber\?$/],
  [register, { ...order, amount: 1500 }, /^register\.do: amount: unknown parameter; did you mean amountMinor\?$/],
  [register, { ...order, callbackUrl: 'x' }, /^register\.do: callbackUrl: unknown parameter/],
  [register, { ...order, feature: 'VERIFY' }, /; did you mean features\?$/],
  [register, { ...order, autoReverseDate: new Date() }, /^register\.do: autoReverseDate: unknown parameter/],
  [
    register,
    { ...order, amountMinor: 10.5 },
    /^register\.do: amountMinor: expected a whole number of minor units.*, got 10.5$/,
  ],
  [
    register,
    { ...order, currency: 'KZT' },
    /^register\.do: currency: expected a currency in three digits.*, got "KZT"$/,
  ],
  [register, { ...order, currency: 398 }, /currency: .*, got 398$/],
  [register, { ...order, orderNumber: 7 }, /orderNumber: expected a text, got 7$/],
  [register, { ...order, sessionTimeoutSecs: '20m' }, /sessionTimeoutSecs: expected a whole number of seconds from 1/],
  [register, { ...order, expirationDate: '2026-01-01' }, /expirationDate: expected a valid Date, got "2026-01-01"$/],
  [register, { ...order, features: 'VERIFY' }, /features: expected a list, each a text, got "VERIFY"$/],
  [register, { ...order, jsonParams: '{"a":1}' }, /jsonParams: expected an object, got /],
  [register, { ...order, jsonParams: ['a'] }, /jsonParams: expected an object, got a list$/],
  [register, { ...order, billingAndShippingAddressMatchIndicator: 'yes' }, /expected Y or N, got "yes"$/],
  [
    register,
    { ...order, orderBundle: { cartItems: { items: [{ positionId: 1, itemAmount: 10.5 }] } } },
    /^register\.do: orderBundle\.cartItems\.items\[0\]\.itemAmount: expected a whole number of minor units/,
  ],
  [
    (client, input) => client.registerPreAuth(input),
    { ...order, autoReversDate: new Date() },
    /did you mean autoReverseDate\?$/,
  ],
  [
    (client, input) => client.getOrderStatus(input),
    { orderID: 'o' },
    /^getOrderStatusExtended\.do: orderID: .*did you mean orderId\?$/,
  ],
  [
    (client, input) => client.getOrderStatus(input),
    'order-1',
    /^getOrderStatusExtended\.do: expected an object of parameters, got "order-1"$/,
  ],
  [
    (client, input) => client.getOrderStatusLegacy(input),
    { orderId: 'o', orderNumber: '7' },
    /orderNumber: unknown parameter/,
  ],
  [
    (client, input) => client.deposit(input),
    { orderId: 'o', amount: 100 },
    /^deposit\.do: amount: unknown parameter; did you mean amountMinor\?$/,
  ],
  [
    (client, input) => client.deposit(input),
    { orderId: 'o', step: 'last' },
    /step: expected intermediate or final, got "last"$/,
  ],
  [(client, input) => client.reverse(input), { orderId: 'o', amountMnior: 1 }, /did you mean amountMinor\?$/],
  [
    (client, input) => client.refund(input),
    { orderId: 'o', refundId: 'r' },
    /^refund\.do: refundId: unknown parameter/,
  ],
  [
    (client, input) => client.refund(input),
    { orderId: 'o', externalRefundID: 'r' },
    /did you mean externalRefundId\?$/,
  ],
  [
    (client, input) => client.refundRawSum(input),
    { orderId: 'o', amount: 1 },
    /^processRawSumRefund\.do: amount: unknown/,
  ],
  [
    (client, input) => client.refundRawPosition(input),
    { orderId: 'o', positionId: 1.5, amountMinor: 1 },
    /positionId: expected a text, or a whole number/,
  ],
  [(client, input) => client.decline(input), { order: 'o' }, /^decline\.do: order: unknown parameter/],
  [
    (client, input) => client.addParams(input),
    { orderId: 'o', params: { a: 1 } },
    /^addParams\.do: params\.a: expected a text, got 1$/,
  ],
  [
    (client, input) => client.getLastOrders(input),
    { ...march, states: ['PAID'] },
    /states\[0\]: expected CREATED, .*, got "PAID"$/,
  ],
  [(client, input) => client.getLastOrders(input), { ...march, states: 'CREATED' }, /states: expected a list/],
  [(client, input) => client.getLastOrders(input), { ...march, pageSize: 5 }, /pageSize: unknown parameter/],
  [(client, input) => client.bindings.list(input), { clientID: 'c' }, /did you mean clientId\?$/],
  [
    (client, input) => client.bindings.list(input),
    { clientId: 'c', bindingType: 'X' },
    /bindingType: expected C, R or I, got "X"$/,
  ],
  [
    (client, input) => client.bindings.create(input),
    { clientId: 'c', pan: 4_111_111_111_111_111 },
    /pan: expected a text, got a number$/,
  ],
  [(client, input) => client.bindings.payOrder(input), { orderId: 'o', bindingid: 'b' }, /did you mean bindingId\?$/],
  [(client, input) => client.bindings.payRecurrent(input), { ...charge, preauth: true }, /did you mean preAuth\?$/],
  [
    (client, input) => client.bindings.payInstallment(input),
    { ...charge, preAuth: 'yes' },
    /preAuth: expected true or false, got "yes"$/,
  ],
  [
    (client, input) => client.direct.payOrder(input),
    { orderId: 'o', pan: '4', cvv: '1' },
    /^paymentorder\.do: cvv: .*did you mean cvc\?$/,
  ],
  [
    (client, input) => client.direct.motoPayment(input),
    { ...order, pan: '4', cardholderName: 'A' },
    /cardholderName: unknown parameter/,
  ],
  [(client, input) => client.direct.verifyCard(input), { pan: '4', amountMinor: '0' }, /amountMinor: .*, got "0"$/],
  [(client, input) => client.wallets.applePay(input), { ...wallet, token: 'x' }, /token: unknown parameter/],
  [(client, input) => client.wallets.googlePay(input), { ...wallet, currency: '398' }, /currency: unknown parameter/],
  [
    (client, input) => client.wallets.networkToken(input),
    { ...order, tokenType: 'MDES', paymentData: { dpan: '4', mm: '1' } },
    /paymentData\.mm: .*did you mean MM\?$/,
  ],
  [
    (client, input) => client.recurringTasks.create(input),
    { ...task, schedule: { ...schedule, evry: 1 } },
    /^\/recurrent\/v1\/task\/create: schedule\.evry: .*did you mean every\?$/,
  ],
  [
    (client, input) => client.recurringTasks.create(input),
    { ...task, schedule: { ...schedule, every: 0 } },
    /schedule\.every: expected a whole number from 1, got 0$/,
  ],
  [(client, input) => client.recurringTasks.get(input), { taskUuid: 't' }, /taskUuid: unknown parameter/],
  [
    (client, input) => client.templates.create(input),
    { name: 'n', singlPayment: true },
    /did you mean singlePayment\?$/,
  ],
  [(client, input) => client.templates.update(input), { templateId: 't', status: 'active' }, /did you mean ACTIVE\?$/],
  [
    (client, input) => client.waitForPayment(input),
    { orderId: 'o', timeout: 5 },
    /^waitForPayment: timeout: unknown option/,
  ],
  [(client, input) => client.waitForPayment(input), { orderId: 'o', timeoutMs: '1m' }, /timeoutMs: .*, got "1m"$/],
  [(client, input) => client.waitForPayment(input), 'o', /^waitForPayment: expected an object of options, got "o"$/],
  [
    (client, input) => client.register(order, input),
    { singal: null },
    /^register\.do: singal: unknown option; did you mean signal\?$/,
  ],
  [(client, input) => client.register(order, input), { signal: 5000 }, /signal: expected an AbortSignal, got 5000$/],
  [(client, input) => client.register(order, input), { extra: 'x' }, /extra: expected an object, got "x"$/],
  [
    (client, input) => client.register(order, input),
    { extra: { amount: 1 } },
    /^register\.do: extra\.amount: expected a parameter that the call does not send itself$/,
  ],
  [(client, input) => client.register(order, input), { extra: { password: 'x' } }, /extra\.password: /],
];
for (const [ask, input, complaint] of wrongCalls) {
  test(`a call refuses ${complaint.source.slice(0, 100)}`, async (t) => {
    const gateway = await gatewayWith(t, { body: registered });

    const error = await t.throwsAsync(async () => ask(clientOf(gateway.baseUrl), input as never), {
      instanceOf: WrongUse,
    });

    t.regex(error?.message ?? '', complaint);
    t.is(gateway.received.length, 0);
  });
}

test('parameters that the client does not have are sent as extra ones, in forms and in JSON', async (t) => {
  const gateway = await gatewayWith(t, { body: { ...registered, data: { orderId: 'order-1' } } });
  const client = clientOf(gateway.baseUrl);
  const extra = { taxSystem: 1, ofd: { inn: '7' }, absent: undefined };

  await client.register({ ...order, clientId: undefined } as unknown as typeof order, { extra });
  await client.bindings.payRecurrent(charge, { extra });

  t.like(Object.fromEntries(gateway.received[0]?.form ?? []), { taxSystem: '1', ofd: '{"inn":"7"}', amount: '1500' });
  t.false(gateway.received[0]?.form.has('absent'));
  t.like(JSON.parse(gateway.received[1]?.body ?? ''), { taxSystem: 1, ofd: { inn: '7' }, amount: 1 });
});

test('undefined parameters are not given, and a cart may have parameters of a bank', async (t) => {
  const gateway = await gatewayWith(t, { body: registered });
  const item = { positionId: 1, name: 'Tea', quantity: { value: 0.5, measure: 'kg' }, tax: { taxType: 6 } };
  const bundle = { cartItems: { items: [item] }, ffdVersion: '1.2' };

  await clientOf(gateway.baseUrl).register({
    ...order,
    orderNumber: undefined,
    orderBundle: bundle,
  } as unknown as typeof order);

  t.false(gateway.received[0]?.form.has('orderNumber'));
  t.deepEqual(JSON.parse(gateway.received[0]?.form.get('orderBundle') ?? ''), bundle);
});

test('a wrong use is a GatewayError like every other', (t) => {
  const error = t.throws(() => new GatewayClient({} as typeof login));

  t.true(error instanceof GatewayError);
});
