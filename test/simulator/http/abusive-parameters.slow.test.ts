import { type Fields, login, simulatorFor } from '../../helpers/simulator/simulator.ts';
import { assertAlive, assertSensible, encoded, test } from './raw-calls.ts';

const order: Fields = { ...login, amount: '100', returnUrl: 'https://shop.example' };
const deep = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const cart = (item: string): string =>
  `{"cartItems":{"items":[{"positionId":1,"name":"Tea","quantity":{"value":1,"measure":"pc"},"itemAmount":100${item}}]}}`;

const abuses: Readonly<Record<string, Fields | string>> = {
  'prototype keys as parameters': `${encoded(order)}&__proto__=1&constructor=2&toString=3&hasOwnProperty=4&__proto__[a]=5`,
  'nothing but prototype keys': '__proto__=1&__proto__=2&constructor=3&prototype=4&valueOf=5',
  'a login called __proto__': { ...order, userName: '__proto__', password: '__proto__' },
  'a login called constructor': { ...order, userName: 'constructor' },
  'a language called constructor': { ...order, language: 'constructor' },
  'a language called __proto__': { ...order, language: '__proto__' },
  'a feature called __proto__': { ...order, features: '__proto__' },
  'a currency called toString': { ...order, currency: 'toString' },
  'an order number called __proto__': { ...order, orderNumber: '__proto__' },
  'prototype keys in jsonParams': { ...order, jsonParams: '{"__proto__":{"a":1},"constructor":"b","toString":null}' },
  'a scenario called __proto__': { ...order, jsonParams: '{"scenario":"__proto__"}' },
  'a scenario that is an object': { ...order, jsonParams: '{"scenario":{"toString":1}}' },
  'prototype keys in the cart': { ...order, orderBundle: cart(',"__proto__":{"a":1},"constructor":{}') },
  '5,000 parameters': `${Array.from({ length: 5_000 }, (_, index) => `p${index}=${index}`).join('&')}&${encoded(order)}`,
  '5,000 times the same parameter': `${encoded(order)}&${'features=VERIFY&'.repeat(5_000)}`,
  '100,000 empty parameters': '&'.repeat(100_000),
  '100,000 equals signs': '='.repeat(100_000),
  'NUL bytes in every text': { ...order, orderNumber: '\0', description: 'a\0b', clientId: '\0', email: '\0' },
  'a NUL byte in jsonParams': { ...order, jsonParams: '{"a":"\\u0000"}' },
  'a NUL byte in the login': { ...order, userName: 'test_user\0' },
  'invalid UTF-8': `${encoded(order)}&description=%ff%fe%c0%80&clientId=%ed%a0%80`,
  'half a surrogate pair in jsonParams': { ...order, jsonParams: '{"a":"\\ud800"}' },
  'half a surrogate pair in the cart': { ...order, orderBundle: cart(',"itemCode":"\\udc00"') },
  'a description of a million letters': { ...order, description: 'a'.repeat(1_000_000) },
  'a returnUrl of a million letters': { ...order, returnUrl: `https://${'a'.repeat(1_000_000)}` },
  'an amount of a million digits': { ...order, amount: '1'.repeat(1_000_000) },
  'a password of a million letters': { ...order, password: 'a'.repeat(1_000_000) },
  'a million brackets in a text': { ...order, description: '<'.repeat(1_000_000) },
  'a million blanks in a URL': { ...order, returnUrl: ' '.repeat(1_000_000) },
  'jsonParams of a million letters': { ...order, jsonParams: JSON.stringify({ a: 'a'.repeat(1_000_000) }) },
  'jsonParams of 50,000 keys': {
    ...order,
    jsonParams: `{${Array.from({ length: 50_000 }, (_, index) => `"k${index}":1`).join(',')}}`,
  },
  'jsonParams a hundred thousand levels deep': { ...order, jsonParams: `{"a":${deep(100_000)}}` },
  'a cart a hundred thousand levels deep': { ...order, orderBundle: cart(`,"a":${deep(100_000)}`) },
  'a cart that is a list': { ...order, orderBundle: deep(100_000) },
  'payer data a hundred thousand levels deep': { ...order, billingPayerData: `{"a":${deep(100_000)}}` },
  'a payment facilitator a hundred thousand levels deep': { ...order, paymentFacilitator: `{"a":${deep(100_000)}}` },
  'a cart whose numbers are objects': {
    ...order,
    orderBundle: '{"cartItems":{"items":[{"positionId":{"toString":1},"name":"Tea"}]}}',
  },
  'a cart whose amount is an object': { ...order, orderBundle: cart(',"itemPrice":{"toString":1}') },
  'a cart whose currency is an object': { ...order, orderBundle: cart(',"itemCurrency":{"toString":1,"valueOf":1}') },
  'a cart whose quantity is an object': {
    ...order,
    orderBundle: cart(',"quantity":{"value":{"toString":null},"measure":"pc"}'),
  },
  'a cart of 10,000 items': {
    ...order,
    amount: '10000',
    orderBundle: JSON.stringify({
      cartItems: {
        items: Array.from({ length: 10_000 }, (_, index) => ({
          positionId: index,
          name: 'Tea',
          quantity: { value: 1, measure: 'pc' },
          itemAmount: 1,
        })),
      },
    }),
  },
  'a page view with odd characters': { ...order, pageView: '../../😀%00?#' },
};
for (const [title, fields] of Object.entries(abuses)) {
  test(`survives ${title}`, async (t) => {
    const simulator = await simulatorFor(t);
    const body = typeof fields === 'string' ? fields : encoded(fields);
    for (const endpoint of ['register.do', 'getOrderStatusExtended.do', 'getOrderStatus.do', 'sbp/c2b/qr/status.do']) {
      const answer = await fetch(simulator.restUrl + endpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body,
      });

      const text = await answer.text();
      t.true(answer.status < 500, `${endpoint} ${answer.status}`);
      if (answer.status === 200) await assertSensible(simulator, JSON.parse(text), t.true);
    }
    await assertAlive(simulator, t.true);
  });
}

test('finds the login behind 5,000 parameters that it does not know', async (t) => {
  const simulator = await simulatorFor(t);

  t.truthy(
    (
      await simulator.callBare(
        'register.do',
        Object.fromEntries(new URLSearchParams(String(abuses['5,000 parameters']))),
      )
    )['orderId'],
  );
});
