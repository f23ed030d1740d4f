import { type Fields, type Json, login, simulatorFor, startMs } from '../../../helpers/simulator/simulator.ts';
import { order, test, uuid } from './registration.ts';

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

test('echoes the cart with numbers where the gateway has numbers, and texts where it has texts', async (t) => {
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
            itemCode: 7,
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
          positionId: '1',
          name: 'Чай',
          quantity: { value: 2.5, measure: 'кг' },
          itemPrice: 400000,
          itemCode: '7',
          itemAmount: 1000000,
          ...added,
        },
        { positionId: '2', name: 'Pot', quantity: { value: 1, measure: 'pc' }, itemAmount: 500000, ...added },
      ],
    },
  });
});
