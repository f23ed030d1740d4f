import { type Fields, simulatorFor, startMs } from '../../../helpers/simulator/simulator.ts';
import { cartOf, cartWith, dateTime, deepObject, item, long, registerWith, test } from './registration.ts';

/** A refusal has a code and a text, and nothing that looks like an order. */
const shapeOfRefusal = ['errorCode', 'errorMessage'];

/** Each is refused with the code; nothing else is wrong about the order. */
const refusals: Readonly<Record<string, readonly (readonly [title: string, fields: Fields])[]>> = {
  '1': [['an order number of 37 characters', { orderNumber: long(37) }]],
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
  '13': ['SBP_BINDING', 'AUTO_PAYMENT', 'VERIFY,AUTO_PAYMENT', 'FORCE_CREATE_BINDING,BINDING_NOT_NEEDED'].map(
    (features) => [`features=${features}`, { features, clientId: 'c-1' }] as const,
  ),
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
    ['an item with a position of 13 characters', cartWith({ positionId: 'delivery-fee1' })],
    ['an item with an empty position', cartWith({ positionId: '' })],
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
