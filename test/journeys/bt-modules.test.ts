import { createHmac } from 'node:crypto';
import test, { type ExecutionContext } from 'ava';
import { challengeCard, pay, plainCard } from '../helpers/payments/pay.ts';
import { receiverFor } from '../helpers/shop/receiver.ts';
import { type Fields, type Json, login, simulatorFor, startMs } from '../helpers/simulator/simulator.ts';
import { profile } from '../simulator/banks/bank-orders.ts';
import { btModules, customer } from './modules/bt.ts';

const bank = profile('bt');

/** The key of the merchant portal, in base64 without characters that differ in its URL-safe form. */
const key = Buffer.from('key of the portal').toString('base64');

/** What one of the bank's own modules sends to register.do, and how its number of the order looks. */
interface Module {
  readonly name: string;
  /** Where the module is public. The bodies are written from what it sends. */
  readonly source: string;
  readonly order: Fields;
}

const modules: readonly Module[] = [
  { name: 'Magento 2', source: btModules.magento.source, order: btModules.magento.order },
  { name: 'WooCommerce', source: btModules.wooCommerce.source, order: btModules.wooCommerce.order },
];

const orderOf = (name: string): Fields => modules.find((module) => module.name === name)?.order ?? {};

const basic = `Basic ${Buffer.from(`${login['userName']}:${login['password']}`).toString('base64')}`;

const shopFor = async (t: ExecutionContext) => {
  const shop = await receiverFor(t, 200);
  const simulator = await simulatorFor(t, { bank, callbacks: { url: shop.url, method: 'POST', token: key } });
  /** The tokens that the shop was sent, as their header and claims, with their signatures checked. */
  const tokens = async () => {
    await simulator.settled();
    return shop.received.map(({ body }) => {
      const [header = '', claims = '', signature] = body.split('.');
      const signed = createHmac('sha256', Buffer.from(key, 'base64')).update(`${header}.${claims}`);
      t.is(signature, signed.digest('base64url'));
      const read = (part: string): Json => JSON.parse(Buffer.from(part, 'base64url').toString());
      return { header: read(header), claims: read(claims) };
    });
  };
  /** POSTs a form without a login, and with this header. */
  const send = async (endpoint: string, fields: Fields, authorization?: string): Promise<Json> => {
    const answer = await fetch(simulator.restUrl + endpoint, {
      method: 'POST',
      headers: authorization === undefined ? {} : { authorization },
      body: new URLSearchParams(fields),
    });
    t.is(answer.status, 200);
    return (await answer.json()) as Json;
  };
  return { simulator, tokens, send };
};

for (const { name, order } of modules) {
  test(`the shop of BT's module for ${name} registers, is paid with 3-D Secure, hears of it and gives money back`, async (t) => {
    const { simulator, tokens } = await shopFor(t);
    const { orderNumber } = order;

    const { orderId, formUrl, ...rest } = await simulator.call('register.do', order);
    const paid = await pay(formUrl, { card: challengeCard });

    t.deepEqual(rest, {}, 'the modules look for orderId and formUrl, and take errorCode for a failure');
    t.is(paid.end, 'shop');
    const back = new URL(paid.url);
    t.true(back.href.startsWith(order['returnUrl'] ?? '-'), 'what stood in the address is left there');
    t.is(back.searchParams.get('orderId'), orderId);
    const token = back.searchParams.get('token') ?? '';
    t.not(token, '');

    const status = await simulator.status(orderId);
    t.is(back.searchParams.get('approvalCode'), status['cardAuthInfo'].approvalCode);
    t.like(status, {
      errorCode: '0',
      orderStatus: 2,
      actionCode: 0,
      orderNumber,
      amount: 15_050,
      currency: '946',
      paymentAmountInfo: { paymentState: 'DEPOSITED', approvedAmount: 15_050, depositedAmount: 15_050 },
      orderBundle: { orderCreationDate: startMs - 8 * 3_600_000, customerDetails: customer },
    });
    t.false('cartItems' in status['orderBundle'], 'no cart was sent');
    const byNumber = await simulator.call('getOrderStatusExtended.do', { orderNumber: orderNumber ?? '' });
    t.deepEqual(byNumber['attributes'], [{ name: 'mdOrder', value: orderId }]);

    t.like(await simulator.callBare('getFinishedPaymentInfo.do', { orderId, token, language: 'en' }), {
      mdOrder: orderId,
      orderNumber,
      orderDescription: order['description'],
      actionCode: 0,
      amountFormatted: '150.50 RON',
      currencyName: 'RON',
      paymentRefNum: status['authRefNum'],
      approvalCode: status['cardAuthInfo'].approvalCode,
      maskedPan: '555555**5599',
      status: 'DEPOSITED',
    });

    t.like(await simulator.call('refund.do', { orderId, amount: '5050', refundLoyalty: 'false' }), { errorCode: '0' });
    const part = await simulator.status(orderId);
    t.like(part, {
      orderStatus: 7,
      paymentAmountInfo: { paymentState: 'PARTIALLY_REFUNDED', depositedAmount: 10_000 },
    });
    await simulator.call('refund.do', { orderId, amount: '10000' });
    const whole = await simulator.status(orderId);
    t.like(whole, {
      orderStatus: 4,
      paymentAmountInfo: { approvedAmount: 15_050, depositedAmount: 0, refundedAmount: 15_050 },
    });
    t.deepEqual(
      whole['refunds'].map((refund: Json) => [refund['amount'], /^\d{12}$/.test(refund['referenceNumber'])]),
      [
        [5_050, true],
        [10_000, true],
      ],
    );

    const heard = await tokens();
    t.deepEqual(
      heard.map(({ claims }) => [claims['payload'].operation, claims['payload'].status, claims['payload'].mdOrder]),
      [
        ['deposited', '1', orderId],
        ['refunded', '1', orderId],
        ['refunded', '1', orderId],
      ],
    );
    t.deepEqual(heard[0]?.header, { alg: 'HS256' });
    const iat = startMs / 1000;
    t.like(heard[0]?.claims, { sub: 'callback_service', iat, nbf: iat - 2, exp: iat + 300 });
    for (const value of Object.values(heard[0]?.claims['payload'] ?? {})) t.is(typeof value, 'string');
  });
}

test("BT's WooCommerce module saves a card with amount 0, without a bundle", async (t) => {
  const { simulator } = await shopFor(t);
  const { orderId, formUrl } = await simulator.call('register.do', {
    orderNumber: 'CARD0.12345600_1700000000',
    amount: '0',
    currency: '946',
    returnUrl: 'https://shop.example/?wc-api=Bt_Ipay_Return',
    description: 'Save card',
    clientId: '17',
  });
  await pay(formUrl, { card: plainCard });

  const status = await simulator.status(orderId);
  t.is(status['paymentAmountInfo'].paymentState, 'VALIDATION_FINISHED');
  t.is(status['bindingInfo'].clientId, '17');
  t.is(typeof status['bindingInfo'].bindingId, 'string');

  const next = await simulator.call('register.do', { ...orderOf('WooCommerce'), clientId: '17' });
  const { bindingId } = status['bindingInfo'];
  const paid = await simulator.call('paymentOrderBinding.do', { mdOrder: next['orderId'], bindingId });
  t.is(typeof paid['redirect'], 'string');
});

test('the login of a BT shop may stand in an Authorization header', async (t) => {
  const { simulator, send } = await shopFor(t);
  const order = orderOf('Magento 2');

  const { orderId } = await send('register.do', order, basic);
  t.like(await send('getOrderStatusExtended.do', { orderId }, basic), { errorCode: '0', orderStatus: 0 });
  t.like(await send('getOrderStatusExtended.do', { orderNumber: order['orderNumber'] ?? '' }, basic), {
    errorCode: '0',
  });
  const unknown = await send('getOrderStatusExtended.do', { orderId: '8f7c7b0e-0000-7000-8000-000000000000' }, basic);
  t.is(unknown['errorCode'], '6', 'a module tries its login by the status of an order that there is not');
  const wrong = `Basic ${Buffer.from('test_user:wrong').toString('base64')}`;
  t.is((await send('getOrderStatusExtended.do', { orderId }, wrong))['errorCode'], '5');
  t.is((await send('getOrderStatusExtended.do', { orderId }, 'Basic %%%'))['errorCode'], '5');
  t.is((await send('getOrderStatusExtended.do', { orderId }))['errorCode'], '5');
  await simulator.settled();
});

test('other banks do not read a login from a header, but a merchant of BT beside them does', async (t) => {
  const merchants = [
    { login: 'test_user', password: 'test_user_password' },
    { login: 'cluj', password: 'p:ș', bank: 'bt' },
  ];
  const { restUrl } = await simulatorFor(t, { merchants });
  const codeOf = async (words: string): Promise<unknown> => {
    const answer = await fetch(`${restUrl}getOrderStatusExtended.do`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(words).toString('base64')}` },
      body: new URLSearchParams({ orderNumber: 'none' }),
    });
    return ((await answer.json()) as Json)['errorCode'];
  };

  t.is(await codeOf('test_user:test_user_password'), '5');
  t.is(await codeOf('cluj:p:ș'), '6');
});

test('BT keeps loyalty and instalments that its modules send', async (t) => {
  const { simulator } = await shopFor(t);
  const jsonParams = JSON.stringify({ FORCE_3DS2: true, loyaltyAmount: 500 });
  const order = { ...orderOf('Magento 2'), jsonParams, installment: '3', childId: 'shop-2' };
  const { orderId, formUrl } = await simulator.call('registerPreAuth.do', order);
  await pay(formUrl, { card: challengeCard });

  const captured = await simulator.call('deposit.do', { orderId, amount: '15050', depositLoyalty: 'true' });
  const status = await simulator.status(orderId);

  t.is(captured['errorCode'], '0');
  t.deepEqual(status['merchantOrderParams'], [
    { name: 'FORCE_3DS2', value: 'true' },
    { name: 'loyaltyAmount', value: '500' },
  ]);
  t.is((await simulator.call('refund.do', { orderId, amount: '50', refundLoyalty: 'true' }))['errorCode'], '0');
});

test('BT tells of an order whose time ran out as declined, without what there is not', async (t) => {
  const { simulator, tokens } = await shopFor(t);
  const { orderId } = await simulator.call('register.do', orderOf('Magento 2'));

  await simulator.clock.advance(1_200_000);

  const [heard] = await tokens();
  const { payload = {} } = heard?.claims ?? {};
  t.like(payload, { mdOrder: orderId, status: '0', operation: 'declined', actionCode: '-2007' });
  for (const name of ['approvalCode', 'refNum', 'eci']) t.false(name in payload, name);
});

const bundled = (change: (sent: Json) => void): Fields => {
  const sent = JSON.parse(orderOf('Magento 2')['orderBundle'] ?? '{}');
  change(sent);
  return { orderBundle: JSON.stringify(sent) };
};

/** An order of the Magento module with one thing changed, and what the bank answers. */
const refusals: readonly (readonly [title: string, fields: Fields, code: string, text: string])[] = [
  ['no bundle', { orderBundle: '' }, '4', 'orderBundle'],
  ['no date', bundled((sent) => delete sent['orderCreationDate']), '8', '[orderBundle.orderCreationDate] wrong'],
  [
    'a date with slashes',
    bundled((sent) => (sent['orderCreationDate'] = '01/01/2026')),
    '8',
    '[orderBundle.orderCreationDate] wrong',
  ],
  [
    'a day that there is not',
    bundled((sent) => (sent['orderCreationDate'] = '2026-02-30')),
    '8',
    '[orderBundle.orderCreationDate] wrong',
  ],
  ['no customer', bundled((sent) => delete sent['customerDetails']), '8', '[orderBundle.customerDetails] wrong'],
  [
    'no e-mail',
    bundled((sent) => delete sent['customerDetails'].email),
    '8',
    '[orderBundle.customerDetails.email] wrong',
  ],
  [
    'a phone with a plus',
    bundled((sent) => (sent['customerDetails'].phone = '+40740123456')),
    '8',
    '[orderBundle.customerDetails.phone] wrong',
  ],
  [
    'a phone of sixteen digits',
    bundled((sent) => (sent['customerDetails'].phone = '4074012345678901')),
    '8',
    '[orderBundle.customerDetails.phone] wrong',
  ],
  [
    'a contact of 41',
    bundled((sent) => (sent['customerDetails'].contact = 'x'.repeat(41))),
    '8',
    '[orderBundle.customerDetails.contact] wrong',
  ],
  [
    'no billing address',
    bundled((sent) => delete sent['customerDetails'].billingInfo),
    '8',
    '[orderBundle.customerDetails.billingInfo] wrong',
  ],
  ...(['billingInfo', 'deliveryInfo'] as const).flatMap((block) =>
    (
      [
        ['city', 'x'.repeat(41)],
        ['city', ''],
        ['city', 'Timișoara'],
        ['postAddress', 'x'.repeat(51)],
        ['postAddress2', 'x'.repeat(51)],
        ['postAddress', 'Str. Mare\n1'],
        ['postalCode', '1'.repeat(17)],
        ['state', 'Cluj'],
        ['country', 'Romania'],
        ['deliveryType', 'x'.repeat(21)],
      ] as const
    ).map(([field, value]): (typeof refusals)[number] => [
      `${block} with ${field} ${JSON.stringify(value.slice(0, 12))} of ${value.length}`,
      bundled((sent) => (sent['customerDetails'][block][field] = value)),
      '8',
      `[orderBundle.customerDetails.${block}.${field}] wrong`,
    ]),
  ),
  ['a percent sign in the number', { orderNumber: '42%' }, '1', 'orderNumber'],
  ['a plus in the number', { orderNumber: '4+2' }, '1', 'orderNumber'],
  ['a number of 33', { orderNumber: '1'.repeat(33) }, '1', 'orderNumber'],
  ['diacritics in the description', { description: 'Comandă' }, '5', 'description'],
  ['a tilde in the description', { description: '~42' }, '5', 'description'],
  ['a line break in the description', { description: 'one\ntwo' }, '5', 'description'],
  ['a description of 126', { description: 'x'.repeat(126) }, '5', 'description'],
  ['a currency by its letters', { currency: 'RON' }, '3', 'RON'],
  ['no amount', { amount: '' }, '4', 'amount'],
];

test('BT refuses what its documentation refuses, with the path of the field in brackets', async (t) => {
  const { simulator } = await shopFor(t);
  for (const [title, fields, code, text] of refusals) {
    const sent = { ...orderOf('Magento 2'), language: 'en', ...fields };
    const { errorCode, errorMessage, formUrl } = await simulator.call('register.do', sent);
    t.deepEqual([errorCode, formUrl], [code, undefined], title);
    t.true(String(errorMessage).includes(text), `${title}: ${errorMessage}`);
  }
});

test('BT takes the longest values that its documentation allows', async (t) => {
  const { simulator } = await shopFor(t);
  const longest = bundled(({ customerDetails }) => {
    customerDetails.phone = '4'.repeat(15);
    customerDetails.contact = 'x'.repeat(40);
    for (const block of ['billingInfo', 'deliveryInfo']) {
      const most = { city: 40, postAddress: 50, postAddress2: 50, postAddress3: 50, postalCode: 16, state: 3 };
      for (const [name, length] of Object.entries(most)) customerDetails[block][name] = 'x'.repeat(length);
    }
  });
  const sent = { ...orderOf('Magento 2'), ...longest, orderNumber: 'x'.repeat(32), description: 'x'.repeat(125) };

  t.is(typeof (await simulator.call('register.do', sent))['formUrl'], 'string');
  const undelivered = bundled(({ customerDetails }) => {
    customerDetails.deliveryInfo = [];
  });
  t.is(typeof (await simulator.call('register.do', { ...orderOf('Magento 2'), ...undelivered }))['formUrl'], 'string');
});
