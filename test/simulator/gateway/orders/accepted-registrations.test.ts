import { bereke } from '../../../../simulator/banks/bereke.ts';
import { currencies } from '../../../../simulator/data/currencies.ts';
import { type Fields, simulatorFor, startMs } from '../../../helpers/simulator/simulator.ts';
import { cartOf, cartWith, dateTime, deepObject, item, long, registerWith, test, uuid } from './registration.ts';

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
  ["a position in letters, as a bank's own module names the delivery", cartWith({ positionId: 'delivery' })],
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
