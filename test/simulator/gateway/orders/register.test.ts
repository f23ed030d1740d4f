import ava from 'ava';
import { bereke } from '../../../../simulator/banks/bereke.ts';
import { currencies } from '../../../../simulator/data/currencies.ts';
import { cardForActionCode } from '../../../../simulator/issuer/code-range.ts';
import { pay } from '../../../helpers/payments/pay.ts';
import {
  type Fields,
  type Json,
  login,
  simulatorFor,
  startMs,
  type TestSimulator,
} from '../../../helpers/simulator/simulator.ts';

/** One after another, because hundreds of simulators at once starve each other on a small machine; no test needs the order. */
const test = ava.serial;

const order: Fields = { amount: '1500000', returnUrl: 'https://shop.example/return' };
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const registerWith = (simulator: TestSimulator, fields: Fields): Promise<Json> =>
  simulator.call('register.do', { ...order, ...fields });

/** A refusal has a code and a text, and nothing that looks like an order. */
const shapeOfRefusal = ['errorCode', 'errorMessage'];

for (const endpoint of ['register.do', 'registerPreAuth.do']) {
  test(`${endpoint} answers a success with orderId and formUrl and nothing else`, async (t) => {
    const simulator = await simulatorFor(t);

    const answer = await simulator.call(endpoint, order);

    t.deepEqual(Object.keys(answer), ['orderId', 'formUrl']);
    t.regex(answer['orderId'], uuid);
    t.is(answer['formUrl'], `${simulator.url}/payment/merchants/payment_en.html?mdOrder=${answer['orderId']}`);
  });
}

const formUrls: readonly (readonly [fields: Fields, file: string])[] = [
  [{}, 'payment_en'],
  [{ language: 'ru' }, 'payment_ru'],
  [{ language: 'kk' }, 'payment_kk'],
  [{ language: 'kz' }, 'payment_kk'],
  [{ language: 'de' }, 'payment_en'],
  [{ pageView: 'DESKTOP' }, 'payment_en'],
  [{ pageView: 'MOBILE' }, 'mobile_payment_en'],
  [{ pageView: 'MOBILE', language: 'RU' }, 'mobile_payment_ru'],
  [{ pageView: 'iframe' }, 'iframe_payment_en'],
];
for (const [fields, file] of formUrls) {
  test(`sends the payer of ${JSON.stringify(fields)} to ${file}.html, which is there`, async (t) => {
    const simulator = await simulatorFor(t);

    const { orderId, formUrl } = await simulator.register(fields);

    t.is(formUrl, `${simulator.url}/payment/merchants/${file}.html?mdOrder=${orderId}`);
    t.is((await fetch(formUrl)).status, 200);
  });
}

for (const publicUrl of [
  'https://pay.shop.example',
  'http://localhost:8080',
  'https://shop.example/gateway',
  'https://a.example/',
]) {
  test(`begins formUrl with the public address ${publicUrl}`, async (t) => {
    const simulator = await simulatorFor(t, { publicUrl });

    const { orderId, formUrl } = await simulator.register();

    const origin = publicUrl.replace(/\/$/, '');
    t.is(formUrl, `${origin}/payment/merchants/payment_en.html?mdOrder=${orderId}`);
  });
}

test('begins formUrl with the address that the client used', async (t) => {
  const simulator = await simulatorFor(t);
  const { port } = new URL(simulator.url);

  const answer = await fetch(`http://localhost:${port}/payment/rest/register.do`, {
    method: 'POST',
    body: new URLSearchParams({ ...login, ...order }),
  });

  t.regex(((await answer.json()) as Json)['formUrl'], new RegExp(`^http://localhost:${port}/payment/merchants/`));
});

test('gives each of 1,000 orders without a number an id and a number of its own', async (t) => {
  const simulator = await simulatorFor(t);
  const answers: { orderId: string }[] = [];
  while (answers.length < 1_000) {
    answers.push(...(await Promise.all(Array.from({ length: 20 }, () => simulator.register()))));
  }
  const orders = await Promise.all(answers.map(({ orderId }) => simulator.store.orders.find(orderId)));

  t.is(new Set(answers.map(({ orderId }) => orderId)).size, 1_000);
  t.is(new Set(orders.map((one) => one?.orderNumber)).size, 1_000);
});

test('takes one of 20 registrations of the same number at the same time', async (t) => {
  const simulator = await simulatorFor(t);

  const answers = await Promise.all(Array.from({ length: 20 }, () => registerWith(simulator, { orderNumber: 'once' })));

  t.is(answers.filter((answer) => answer['orderId'] !== undefined).length, 1);
  t.is(answers.filter((answer) => answer['errorCode'] === '1').length, 19);
});

const registered = 'An order with this number is registered already but not paid';
const processed = 'This order number was used by an order that is processed already';
const declining = { card: { pan: cardForActionCode(116) } };

const usedNumbers: readonly {
  readonly title: string;
  readonly text: string;
  readonly use: (simulator: TestSimulator, formUrl: string) => Promise<unknown>;
}[] = [
  { title: 'nobody has paid', text: registered, use: async () => {} },
  { title: 'was declined once', text: registered, use: (_, formUrl) => pay(formUrl, declining) },
  { title: 'is at the issuer', text: registered, use: (_, formUrl) => pay(formUrl, { atAcs: 'leave' }) },
  { title: 'was declined for good', text: processed, use: (_, formUrl) => pay(formUrl, { ...declining, tries: 3 }) },
  { title: 'is paid', text: processed, use: (_, formUrl) => pay(formUrl) },
  { title: 'has expired', text: processed, use: ({ clock }) => clock.advance(1_200_000) },
];
for (const { title, text, use } of usedNumbers) {
  test(`refuses the number of an order that ${title}`, async (t) => {
    const simulator = await simulatorFor(t);
    const { formUrl, orderId } = await simulator.register({ orderNumber: 'N-1' });
    await use(simulator, formUrl);
    const before = await simulator.store.orders.find(orderId);

    const answer = await registerWith(simulator, { orderNumber: 'N-1', amount: '5' });

    t.deepEqual(answer, { errorCode: '1', errorMessage: text });
    t.deepEqual(await simulator.store.orders.find(orderId), before);
  });
}

test('refuses a number that the other way of registering has used', async (t) => {
  const simulator = await simulatorFor(t);
  await simulator.register({ orderNumber: 'N-1' });

  t.is((await simulator.call('registerPreAuth.do', { ...order, orderNumber: 'N-1' }))['errorCode'], '1');
});

test('keeps the numbers of merchants apart, and capitals from small letters', async (t) => {
  const simulator = await simulatorFor(t);
  await simulator.store.merchants.save({ login: 'other', password: 'secret', name: 'Other' });
  await simulator.register({ orderNumber: 'N-1' });

  const other = { userName: 'other', password: 'secret', orderNumber: 'N-1' };
  t.regex((await registerWith(simulator, other))['orderId'], uuid);
  t.is((await registerWith(simulator, other))['errorCode'], '1');
  t.regex((await registerWith(simulator, { orderNumber: 'n-1' }))['orderId'], uuid);
});

test('does not use up a number by a registration that it refuses', async (t) => {
  const simulator = await simulatorFor(t);
  t.is((await registerWith(simulator, { orderNumber: 'N-1', amount: '-1' }))['errorCode'], '5');

  t.regex((await registerWith(simulator, { orderNumber: 'N-1' }))['orderId'], uuid);
});

const noLogin = { userName: '', password: '' };
const credentials: readonly (readonly [title: string, fields: Fields, message?: RegExp])[] = [
  ['no credentials', noLogin, /\[userName\].*\[password\].*\[token\]/],
  ['a login alone', { password: '' }, /\[userName\].*\[password\].*\[token\]/],
  ['a password alone', { userName: '' }, /\[userName\].*\[password\].*\[token\]/],
  ['a wrong password', { password: 'wrong' }, /^Access denied$/],
  ['a password with a blank behind it', { password: 'test_user_password ' }, /^Access denied$/],
  ['a password in capitals', { password: 'TEST_USER_PASSWORD' }, /^Access denied$/],
  ['an unknown login', { userName: 'nobody' }, /^Access denied$/],
  ['a login in capitals', { userName: 'TEST_USER' }, /^Access denied$/],
  ['a wrong token', { ...noLogin, token: 'wrong' }, /^Access denied$/],
  ['a wrong password and the right token', { password: 'wrong', token: 'open' }, /^Access denied$/],
  ['the right login for another merchant', { merchantLogin: 'other' }, /^Access denied$/],
  ['the right login for a merchant that nobody knows', { merchantLogin: 'nobody' }, /^Access denied$/],
  ['the right token for another merchant', { ...noLogin, token: 'open', merchantLogin: 'other' }, /^Access denied$/],
  ['the right token', { ...noLogin, token: 'open' }],
  ['the right login and a wrong token', { token: 'wrong' }],
  ['the right login for itself', { merchantLogin: 'test_user' }],
];
for (const [title, fields, message] of credentials) {
  test(`${message ? 'refuses' : 'accepts'} ${title}`, async (t) => {
    const simulator = await simulatorFor(t);
    await simulator.store.merchants.save({ ...asMerchant, token: 'open' });
    await simulator.store.merchants.save({ login: 'other', password: 'secret', name: 'Other' });

    const answer = await registerWith(simulator, { ...fields, orderNumber: 'N-1' });

    const owned = await simulator.store.orders.findByNumber('test_user', 'N-1');
    t.is(answer['errorCode'], message && '5');
    t.regex(answer['errorMessage'] ?? '', message ?? /^$/);
    t.is(owned !== undefined, message === undefined);
  });
}

const asMerchant = { login: 'test_user', password: 'test_user_password', name: 'Demo Store' };

test('lets everybody in as a merchant of its own where the login * is configured', async (t) => {
  const simulator = await simulatorFor(t, { merchants: [{ login: '*', password: '' }] });
  const newcomer = { userName: 'newcomer', password: 'first', orderNumber: 'N-1' };

  t.regex((await registerWith(simulator, newcomer))['orderId'], uuid);
  t.is((await registerWith(simulator, { ...newcomer, password: 'second' }))['errorCode'], '5');
  t.regex((await registerWith(simulator, { ...newcomer, userName: 'next' }))['orderId'], uuid);
});

const long = (length: number, letter = 'a'): string => letter.repeat(length);
const dateTime = (ms: number): string => new Date(ms).toISOString().slice(0, 19);
const item = { positionId: 1, name: 'Tea', quantity: { value: 1, measure: 'pc' }, itemAmount: 1500000 };
const cartOf = (...items: readonly object[]): string => JSON.stringify({ cartItems: { items } });
/** The good item with some of its keys changed; undefined takes a key away. */
const cartWith = (changes: object): Fields => ({ orderBundle: cartOf({ ...item, ...changes }) });
const deepObject = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

/** Each is refused with the code; nothing else is wrong about the order. */
const refusals: Readonly<Record<string, readonly (readonly [title: string, fields: Fields])[]>> = {
  '12': [['no amount', { amount: '' }]],
  '4': [
    ['no returnUrl', { returnUrl: '' }],
    ...['returnUrl', 'failUrl', 'dynamicCallbackUrl'].flatMap((name) =>
      [
        '/x',
        './x',
        '../x',
        '//shop.example/x',
        '\\x',
        '\\\\shop.example',
        'javascript:alert(1)',
        'JavaScript:alert(1)',
        '  javascript:alert(1)',
        '\tjavascript:alert(1)',
        'java\nscript:alert(1)',
        'javascript :alert(1)',
        'data:text/html,x',
        ' DATA:text/html,x',
        'vbscript:x',
        'VbScript:x',
        'file:///etc/passwd',
        'blob:https://shop.example/1',
        'about:blank',
        'https://shop.example/<script>',
        'https://shop.example/a b',
        'https://shop.example/\r\nSet-Cookie: a=b',
        `https://shop.example/${long(492)}`,
      ].map((url) => [`${name}=${JSON.stringify(url).slice(0, 60)}`, { [name]: url }] as const),
    ),
  ],
  '5': [
    ...['0', '00', '-1', '+1', '1.5', '1,5', '1e3', '0x10', 'abc', '1 000', ' 1', '١', long(13, '1'), 'NaN'].map(
      (amount) => [`amount=${amount}`, { amount }] as const,
    ),
    ['an amount of nothing for a card check that is none', { amount: '0', features: 'FORCE_TDS' }],
    ...[
      'description',
      'orderNumber',
      'clientId',
      'cardholderName',
      'email',
      'phone',
      'postAddress',
      'ip',
      'pageView',
      'mvv',
    ].flatMap((name) =>
      ['<b>', '</b>', '<!--', '<?x', 'x<IMG'].map((value) => [`${name}=${value}`, { [name]: value }] as const),
    ),
    ['script in description', { description: 'JavaScript:alert(1)' }],
    ['markup in a value of jsonParams', { jsonParams: '{"a":"<script>"}' }],
    ['markup in a name of jsonParams', { jsonParams: '{"<b>":"a"}' }],
    ['escaped markup in jsonParams', { jsonParams: '{"a":"\\u003cscript>"}' }],
    ['markup with an escaped letter in jsonParams', { jsonParams: '{"a":"<\\u0073cript>"}' }],
    ['markup with an escaped slash in jsonParams', { jsonParams: '{"a":"<\\/script>"}' }],
    ['script with an escaped letter in jsonParams', { jsonParams: '{"a":"java\\u0053cript:x"}' }],
    ['markup in the cart', cartWith({ name: '<b>Tea</b>' })],
    ['markup in the payer data', { billingPayerData: '{"billingCity":"<b>"}' }],
    ['a NUL in description', { description: 'a\0b' }],
    ['an escaped NUL in jsonParams', { jsonParams: '{"a":"\\u0000"}' }],
    ['half of a surrogate pair in jsonParams', { jsonParams: '{"a":"\\ud83d"}' }],
    ['an order number of 37 characters', { orderNumber: long(37) }],
    ['a description of 599 characters', { description: long(599, 'ы') }],
    ['a clientId of 256 characters', { clientId: long(256) }],
    ['a sessionTimeoutSecs that is no number', { sessionTimeoutSecs: '20m' }],
    ['a negative sessionTimeoutSecs', { sessionTimeoutSecs: '-1' }],
    ['a sessionTimeoutSecs of ten digits', { sessionTimeoutSecs: long(10, '1') }],
    ['an expirationDate in the past', { expirationDate: dateTime(startMs - 1000) }],
    ['an expirationDate of this moment', { expirationDate: dateTime(startMs) }],
    ...[
      '2026-01-02',
      '2026-01-02T10:00',
      '2026-01-02 10:00:00',
      '2026-01-02T10:00:00Z',
      '2026-13-01T00:00:00',
      '2026-02-31T00:00:00',
      '2026-01-02T25:00:00',
      '2026-01-02T24:00:00',
      'tomorrow',
      '20260102100000',
      '1767312000000',
    ].map((expirationDate) => [`expirationDate=${expirationDate}`, { expirationDate }] as const),
    ...['{', '[]', '[{"a":1}]', '"text"', '5', 'true', 'a=b', "{'a':'b'}", '{"a":1,}', '{"a":1}{"b":2}'].map(
      (jsonParams) => [`jsonParams=${jsonParams}`, { jsonParams }] as const,
    ),
    ['jsonParams of 40 levels', { jsonParams: deepObject(40) }],
    ['a scenario that nobody knows', { jsonParams: '{"scenario":"no-such-thing"}' }],
    ['an action code that nobody knows', { jsonParams: '{"scenario":"123456"}' }],
    ['a scenario that is a list', { jsonParams: '{"scenario":["approve"]}' }],
    ['an empty scenario', { jsonParams: '{"scenario":""}' }],
    ['FORCE_CREATE_BINDING without a clientId', { features: 'FORCE_CREATE_BINDING' }],
    ['payer data that is a list', { billingPayerData: '[]' }],
    ['a payment facilitator that is a text', { paymentFacilitator: 'x' }],
    ['a fee that is no number', { feeInput: '1.5' }],
  ],
  '3': ['KZT', 'kzt', '999', '1', '39', '3980', '000', '-398', '3 9', '051'].map(
    (currency) => [`currency=${currency}`, { currency }] as const,
  ),
  '2': [['a stored card that nobody knows', { bindingId: 'b-1', clientId: 'c-1' }]],
  '13': [
    'SBP_BINDING',
    'AUTO_PAYMENT',
    'VERIFY,AUTO_PAYMENT',
    'FORCE_SSL,FORCE_TDS',
    'FORCE_SSL,FORCE_FULL_TDS',
    'FORCE_CREATE_BINDING,BINDING_NOT_NEEDED',
  ].map((features) => [`features=${features}`, { features, clientId: 'c-1' }] as const),
  '14': ['FOO', 'force_tds', 'FORCE_TDS FORCE_SSL', 'VERIFY,FOO', '["VERIFY"]', '1'].map(
    (features) => [`features=${features}`, { features }] as const,
  ),
  '8': [
    ['a cart that is no JSON', { orderBundle: 'x' }],
    ['a cart that is a list', { orderBundle: '[1]' }],
    ['a cart that is a number', { orderBundle: '5' }],
    ['a cart that breaks off', { orderBundle: '{"cartItems":' }],
    ['a cart of 40 levels', { orderBundle: deepObject(40) }],
    ['cartItems that are a text', { orderBundle: '{"cartItems":"x"}' }],
    ['cartItems that are a list', { orderBundle: JSON.stringify({ cartItems: [item] }) }],
    ['items that are an object', { orderBundle: '{"cartItems":{"items":{}}}' }],
    ['an item that is a text', { orderBundle: '{"cartItems":{"items":["Tea"]}}' }],
    ['an item that is null', { orderBundle: '{"cartItems":{"items":[null]}}' }],
    ['an item without a name', cartWith({ name: undefined })],
    ['an item with an empty name', cartWith({ name: '' })],
    ['an item whose name is a list', cartWith({ name: ['Tea'] })],
    ['an item with a name of 256 characters', cartWith({ name: long(256) })],
    ['an item without a position', cartWith({ positionId: undefined })],
    ['an item with a position in letters', cartWith({ positionId: 'first' })],
    ['an item whose position is a list', cartWith({ positionId: [1] })],
    ['an item with a code of 101 characters', cartWith({ itemCode: long(101) })],
    ['an item without a quantity', cartWith({ quantity: undefined })],
    ['an item whose quantity is a number', cartWith({ quantity: 1 })],
    ['a quantity without a measure', cartWith({ quantity: { value: 1 } })],
    ['a measure of 21 characters', cartWith({ quantity: { value: 1, measure: long(21) } })],
    ['a quantity of nothing', cartWith({ quantity: { value: 0, measure: 'pc' } })],
    ['a negative quantity', cartWith({ quantity: { value: -1, measure: 'pc' } })],
    ['a quantity with four decimals', cartWith({ quantity: { value: 1.0001, measure: 'pc' } })],
    ['a quantity in words', cartWith({ quantity: { value: 'one', measure: 'pc' } })],
    ['an item with neither price nor amount', cartWith({ itemAmount: undefined })],
    ['an item with a fractional amount', cartWith({ itemAmount: 1500000.5 })],
    ['an item with a negative amount', cartWith({ itemAmount: -1500000 })],
    ['an item whose amount is true', cartWith({ itemAmount: true })],
    ['an item whose amount is not price times quantity', cartWith({ itemPrice: 1499999 })],
    ['a cart below the amount', cartWith({ itemAmount: 1499999 })],
    ['a cart above the amount', cartWith({ itemAmount: 1500001 })],
    ['two items that are the amount each', { orderBundle: cartOf(item, { ...item, positionId: 2 }) }],
    [
      'a cart that is the amount but for rounding of big numbers',
      {
        amount: '999999999999',
        orderBundle: cartOf({ ...item, itemAmount: '900719925474099267' }, { ...item, itemAmount: '1' }),
      },
    ],
    ['another currency', cartWith({ itemCurrency: 840 })],
    ['another currency as text', cartWith({ itemCurrency: '643' })],
    ['a currency in letters', cartWith({ itemCurrency: 'KZT' })],
    [
      'a creation date in words',
      { orderBundle: JSON.stringify({ orderCreationDate: 'today', cartItems: { items: [item] } }) },
    ],
    [
      'a creation date that no calendar has',
      {
        orderBundle: JSON.stringify({ orderCreationDate: '2026-02-31T00:00:00', cartItems: { items: [item] } }),
      },
    ],
  ],
};
for (const [code, rows] of Object.entries(refusals)) {
  for (const [title, fields] of rows) {
    test(`refuses with ${code}: ${title}`, async (t) => {
      const simulator = await simulatorFor(t);

      const answer = await registerWith(simulator, { orderNumber: 'N-1', ...fields });

      t.deepEqual(Object.keys(answer), shapeOfRefusal);
      t.is(answer['errorCode'], code, answer['errorMessage']);
      t.notRegex(answer['errorMessage'], /[{}]|undefined/);
      t.is(await simulator.store.orders.findByNumber('test_user', 'N-1'), undefined);
    });
  }
}

/** Each is fine. */
const acceptances: readonly (readonly [title: string, fields: Fields])[] = [
  ['an amount of 1', { amount: '1' }],
  ['an amount of twelve digits', { amount: long(12, '9') }],
  ['an amount with zeros in front', { amount: '000100' }],
  ['an amount of nothing for a card check', { amount: '0', features: 'VERIFY' }],
  ['a card check that stores the card', { amount: '0', features: 'VERIFY,FORCE_CREATE_BINDING', clientId: 'c-1' }],
  ...bereke.currencies.map((currency) => [`currency=${currency}`, { currency }] as const),
  ...['returnUrl', 'failUrl', 'dynamicCallbackUrl'].flatMap((name) =>
    [
      'finish.html',
      'shop.example/ok?x=1',
      'localhost:3000/ok',
      'http:/127.0.0.1:3000/ok',
      'http://127.0.0.1:3000/ok#top',
      'http://[::1]:3000/ok',
      'myapp://order/1',
      'intent://x#Intent;scheme=shop;end',
      'https://магазин.қаз/заказ?имя=Ақ',
      'https://shop.example/ok?next=https%3A%2F%2Fa.example&b[]=1',
      `https://shop.example/${long(491)}`,
    ].map((url) => [`${name}=${url.slice(0, 60)}`, { [name]: url }] as const),
  ),
  ...[
    'a < b',
    '5 <6',
    'x<5',
    '1 > 0',
    "O'Brien",
    '"Tea" & more',
    'Чай «Алтын»',
    'Қазақ әріптері',
    '100% cotton',
    '😀',
    'a\nb',
    "'; DROP TABLE orders; --",
  ].map((description) => [`description=${JSON.stringify(description)}`, { description }] as const),
  ...[
    long(36),
    '17_1700000000',
    'a/b',
    'Заказ № 1',
    '8f14e45fceea167a5a36dedd4bea2543',
    "O'Brien",
    '1',
    'ы'.repeat(36),
  ].map((orderNumber) => [`orderNumber=${orderNumber}`, { orderNumber }] as const),
  ['a description of 598 characters', { description: long(598, 'ы') }],
  ['a clientId of 255 characters', { clientId: long(255) }],
  ['an e-mail that is none', { email: 'nobody' }],
  ...['approve', 'soft-decline', '116', 'insufficient-funds', '-2007'].map(
    (scenario) => [`the scenario ${scenario}`, { jsonParams: JSON.stringify({ scenario }) }] as const,
  ),
  ['an action code as a number', { jsonParams: '{"scenario":116}' }],
  ['jsonParams of 30 levels', { jsonParams: deepObject(30) }],
  ['a sign and a line break in jsonParams', { jsonParams: '{"a":"1 <\\n2","b":"\\ud83d\\ude00 \\\\u003cb"}' }],
  ['an empty list as cartItems', { orderBundle: '{"cartItems":[]}' }],
  ['an item code that is empty', cartWith({ itemCode: '' })],
  ['an item without a currency', cartWith({ itemCurrency: null })],
  ['an item of currency 0', cartWith({ itemCurrency: 0 })],
  ["an item in the order's currency", cartWith({ itemCurrency: '398' })],
  ['a quantity as text', cartWith({ quantity: { value: '1.000', measure: 'pc' } })],
  ['a position as text', cartWith({ positionId: '1' })],
  ['an item with a price alone', cartWith({ itemAmount: undefined, itemPrice: 1500000 })],
  ['a third of a kilogram', cartWith({ itemPrice: 4504505, quantity: { value: 0.333, measure: 'kg' } })],
  [
    'a product of half a minor unit, rounded up',
    { amount: '2', ...cartWith({ itemAmount: 2, itemPrice: 3, quantity: { value: 0.5, measure: 'kg' } }) },
  ],
  ['2.5 pieces', cartWith({ itemPrice: 600000, quantity: { value: 2.5, measure: 'pc' } })],
  [
    '0.1 + 0.2 pieces',
    {
      amount: '30',
      orderBundle: cartOf(
        { ...item, itemAmount: 10, itemPrice: 100, quantity: { value: 0.1, measure: 'kg' } },
        { ...item, itemAmount: 20, itemPrice: 100, quantity: { value: 0.2, measure: 'kg' } },
      ),
    },
  ],
  ['the largest amount as one item', { amount: long(12, '9'), ...cartWith({ itemAmount: long(12, '9') }) }],
  [
    'a tiny part of something very dear',
    {
      amount: '900719925474',
      ...cartWith({ itemAmount: undefined, itemPrice: '900719925474000', quantity: { value: 0.001, measure: 'g' } }),
    },
  ],
  ['an expirationDate one second ahead', { expirationDate: dateTime(startMs + 1000) }],
];
for (const [title, fields] of acceptances) {
  test(`accepts ${title}`, async (t) => {
    const simulator = await simulatorFor(t);

    const answer = await registerWith(simulator, fields);

    t.regex(answer['orderId'] ?? JSON.stringify(answer), uuid);
    t.is((await simulator.status(answer['orderId']))['orderStatus'], 0);
  });
}

test('takes no currency but those of the bank', async (t) => {
  const simulator = await simulatorFor(t);
  for (const { numeric } of currencies) {
    const { errorCode } = await registerWith(simulator, { currency: numeric });

    t.is(errorCode, bereke.currencies.includes(numeric) ? undefined : '3', numeric);
  }
});

test('tells the status what was registered', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId } = await simulator.register({
    orderNumber: 'Заказ_1/2',
    currency: '840',
    description: "Чай O'Brien < кофе",
    email: 'payer@shop.example',
    phone: '+77010000000',
    postAddress: 'Алматы',
    clientId: 'c-1',
  });

  t.like(await simulator.status(orderId), {
    errorCode: '0',
    orderNumber: 'Заказ_1/2',
    orderStatus: 0,
    actionCode: -100,
    amount: 1500000,
    currency: '840',
    date: startMs,
    orderDescription: "Чай O'Brien < кофе",
    payerData: { email: 'payer@shop.example', phone: '+77010000000', postAddress: 'Алматы' },
    bindingInfo: { clientId: 'c-1' },
    attributes: [{ name: 'mdOrder', value: orderId }],
  });
});

const echoes: readonly (readonly [jsonParams: string, params: readonly (readonly [string, string])[]])[] = [
  ['{}', []],
  ['null', []],
  ['{"a":"b"}', [['a', 'b']]],
  [
    '{"n":5,"f":1.5,"t":true,"e":"","z":null}',
    [
      ['n', '5'],
      ['f', '1.5'],
      ['t', 'true'],
      ['e', ''],
      ['z', ''],
    ],
  ],
  [
    '{"город":"Алматы","o":{"a":[1]},"l":[]}',
    [
      ['город', 'Алматы'],
      ['o', '{"a":[1]}'],
      ['l', '[]'],
    ],
  ],
  [
    '{"__proto__":"p","constructor":"c"}',
    [
      ['__proto__', 'p'],
      ['constructor', 'c'],
    ],
  ],
];
for (const [jsonParams, params] of echoes) {
  test(`echoes jsonParams ${jsonParams} as names and values`, async (t) => {
    const simulator = await simulatorFor(t);
    const { orderId } = await simulator.register({ jsonParams });

    const { merchantOrderParams } = await simulator.status(orderId);

    t.deepEqual(
      merchantOrderParams,
      params.map(([name, value]) => ({ name, value })),
    );
  });
}

test('echoes the cart with numbers where the gateway has numbers', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId } = await simulator.register({
    orderBundle: JSON.stringify({
      orderCreationDate: '2026-01-01T10:00:00',
      customerDetails: { email: 'payer@shop.example', contact: 'Айгүл' },
      cartItems: {
        items: [
          {
            positionId: 1,
            name: 'Чай',
            quantity: { value: '2.5', measure: 'кг' },
            itemPrice: '400000',
            itemCode: 'T-1',
          },
          {
            positionId: '2',
            name: 'Pot',
            quantity: { value: 1, measure: 'pc' },
            itemAmount: '500000',
            itemCurrency: '398',
          },
        ],
      },
    }),
  });

  const { orderBundle } = await simulator.status(orderId);

  const added = { itemCurrency: 398, depositedItemAmount: 0 };
  t.deepEqual(orderBundle, {
    orderCreationDate: Date.UTC(2026, 0, 1, 10),
    customerDetails: { email: 'payer@shop.example', contact: 'Айгүл' },
    cartItems: {
      items: [
        {
          positionId: 1,
          name: 'Чай',
          quantity: { value: 2.5, measure: 'кг' },
          itemPrice: 400000,
          itemCode: 'T-1',
          itemAmount: 1000000,
          ...added,
        },
        { positionId: '2', name: 'Pot', quantity: { value: 1, measure: 'pc' }, itemAmount: 500000, ...added },
      ],
    },
  });
});

const lifetimes: readonly (readonly [title: string, fields: Fields, lastsMs: number])[] = [
  ['without any word about time', {}, 1_200_000],
  ['with sessionTimeoutSecs=0', { sessionTimeoutSecs: '0' }, 1_200_000],
  ['with sessionTimeoutSecs=60', { sessionTimeoutSecs: '60' }, 60_000],
  ['with sessionTimeoutSecs=999999999', { sessionTimeoutSecs: '999999999' }, 999_999_999_000],
  ['with expirationDate', { expirationDate: dateTime(startMs + 90_000) }, 90_000],
  [
    'with expirationDate and a shorter sessionTimeoutSecs',
    { expirationDate: dateTime(startMs + 90_000), sessionTimeoutSecs: '5' },
    90_000,
  ],
  [
    'with expirationDate and a longer sessionTimeoutSecs',
    { expirationDate: dateTime(startMs + 90_000), sessionTimeoutSecs: '5000' },
    90_000,
  ],
];
for (const [title, fields, lastsMs] of lifetimes) {
  test(`keeps an order ${title} for ${lastsMs / 1000} seconds`, async (t) => {
    const simulator = await simulatorFor(t);
    const { orderId } = await simulator.register(fields);

    await simulator.clock.advance(lastsMs - 1);
    t.like(await simulator.status(orderId), { orderStatus: 0, actionCode: -100 });

    await simulator.clock.advance(1);
    t.like(await simulator.status(orderId), {
      errorCode: '0',
      orderStatus: 6,
      actionCode: -2014,
      paymentAmountInfo: { paymentState: 'DECLINED' },
    });
  });
}

test('keeps orders as long as the simulator was told, unless they say otherwise', async (t) => {
  const simulator = await simulatorFor(t, { sessionTimeoutSecs: 30 });
  const usual = await simulator.register();
  const longer = await simulator.register({ sessionTimeoutSecs: '31' });

  await simulator.clock.advance(30_000);

  t.is((await simulator.status(usual.orderId))['orderStatus'], 6);
  t.is((await simulator.status(longer.orderId))['orderStatus'], 0);
});

/** Each request is wrong in two ways; the first one counts. */
const precedence: readonly (readonly [title: string, fields: Fields, code: string])[] = [
  ['a wrong password before a missing amount', { password: 'wrong', amount: '' }, '5'],
  ['a wrong password before a wrong currency', { password: 'wrong', currency: '999' }, '5'],
  ['a wrong password before a used number', { password: 'wrong', orderNumber: 'used' }, '5'],
  ['a missing amount before a missing returnUrl', { amount: '', returnUrl: '' }, '12'],
  ['a missing returnUrl before a malformed amount', { amount: 'x', returnUrl: '' }, '4'],
  ['a missing amount before a malformed returnUrl', { amount: '', returnUrl: '/x' }, '12'],
  ['a missing amount before markup', { amount: '', description: '<b>' }, '12'],
  ['a missing amount before a used number', { amount: '', orderNumber: 'used' }, '12'],
  ['a malformed amount before a used number', { amount: '-1', orderNumber: 'used' }, '5'],
  ['an unknown currency before a used number', { currency: '999', orderNumber: 'used' }, '3'],
  ['an unknown feature before a used number', { features: 'FOO', orderNumber: 'used' }, '14'],
  [
    'a wrong cart before a used number',
    { orderBundle: cartOf(), description: '', ...cartWith({ itemAmount: 1 }), orderNumber: 'used' },
    '8',
  ],
  ['a past expirationDate before a used number', { expirationDate: '2020-01-01T00:00:00', orderNumber: 'used' }, '5'],
  ['malformed jsonParams before a used number', { jsonParams: '{', orderNumber: 'used' }, '5'],
];
for (const [title, fields, code] of precedence) {
  test(`names ${title}`, async (t) => {
    const simulator = await simulatorFor(t);
    await simulator.register({ orderNumber: 'used' });

    t.is((await registerWith(simulator, fields))['errorCode'], code);
  });
}

const languages: readonly (readonly [language: string, denied: string])[] = [
  ['', 'Access denied'],
  ['en', 'Access denied'],
  ['EN', 'Access denied'],
  ['en-US', 'Access denied'],
  ['ru', 'Доступ запрещён'],
  ['ru_RU', 'Доступ запрещён'],
  ['ua', 'Доступ запрещён'],
  ['by', 'Доступ запрещён'],
  ['kk', 'Қол жеткізуге тыйым салынған'],
  ['kz', 'Қол жеткізуге тыйым салынған'],
  ['KZ', 'Қол жеткізуге тыйым салынған'],
  ['de', 'Access denied'],
  ['xx', 'Access denied'],
  ['constructor', 'Access denied'],
];
for (const [language, denied] of languages) {
  test(`says no in the language ${language === '' ? 'of the bank where none is asked for' : language}`, async (t) => {
    const simulator = await simulatorFor(t);

    const answer = await registerWith(simulator, { language, password: 'wrong' });

    t.deepEqual(answer, { errorCode: '5', errorMessage: denied });
  });
}

const duplicateTexts = [
  ['en', registered, processed],
  ['ru', 'Заказ с таким номером уже зарегистрирован, но не оплачен', 'Заказ с таким номером уже обработан'],
  ['kk', 'Мұндай нөмірлі тапсырыс тіркелген, бірақ төленбеген', 'Мұндай нөмірлі тапсырыс өңделіп қойған'],
] as const;
test('calls a used number by different texts before and after the end of its order, in each language', async (t) => {
  const simulator = await simulatorFor(t);
  await simulator.register({ orderNumber: 'open', sessionTimeoutSecs: '5000' });
  await simulator.register({ orderNumber: 'over' });
  await simulator.clock.advance(1_200_000);
  for (const [language, open, over] of duplicateTexts) {
    t.is((await registerWith(simulator, { orderNumber: 'open', language }))['errorMessage'], open);
    t.is((await registerWith(simulator, { orderNumber: 'over', language }))['errorMessage'], over);
  }
});

test('requires a number where the bank makes none', async (t) => {
  const simulator = await simulatorFor(t, { bank: { ...bereke, generatesOrderNumber: false, orderNumberLength: 32 } });

  t.deepEqual(await registerWith(simulator, {}), { errorCode: '4', errorMessage: '[orderNumber] is empty' });
  t.is((await registerWith(simulator, { orderNumber: long(33) }))['errorCode'], '5');
  t.regex((await registerWith(simulator, { orderNumber: long(32) }))['orderId'], uuid);
});

test('holds the two automatic dates of a held payment against each other', async (t) => {
  const simulator = await simulatorFor(t);
  const preAuth = (fields: Fields) => simulator.call('registerPreAuth.do', { ...order, ...fields });
  const date = dateTime(startMs + 86_400_000);

  t.regex((await preAuth({ autocompletionDate: date }))['orderId'], uuid);
  t.regex((await preAuth({ autoReverseDate: date }))['orderId'], uuid);
  t.is((await preAuth({ autocompletionDate: date, autoReverseDate: date }))['errorCode'], '5');
  t.is((await preAuth({ autoReverseDate: 'tomorrow' }))['errorCode'], '5');
  t.regex((await registerWith(simulator, { autoReverseDate: 'tomorrow' }))['orderId'], uuid);
});
