import test from 'ava';
import { type GatewayClient, GatewayRefused, paymentStep, type WalletPayment } from '../../client/index.ts';
import { cardForActionCode } from '../../simulator/issuer/code-range.ts';
import { passIssuer, sendBack, visitMethodPages } from '../helpers/payments/at-issuer.ts';
import { returnUrl, shopJourney } from '../helpers/shop/shop-journey.ts';
import { phoneFor } from './phone.ts';

const merchant = 'test_user';
const refusal = { instanceOf: GatewayRefused };
const google = { amountMinor: 12_000, currencyCode: '398', returnUrl };

interface Row {
  readonly title: string;
  readonly wallet: 'apple' | 'google' | 'samsung';
  readonly isDecrypted?: boolean;
  readonly paymentWay: string;
  readonly pay: (
    client: GatewayClient,
    asked: { readonly orderNumber: string; readonly paymentToken: string },
  ) => Promise<WalletPayment>;
}

const rows: readonly Row[] = [
  {
    title: 'Apple Pay',
    wallet: 'apple',
    paymentWay: 'APPLE_PAY',
    pay: ({ wallets }, asked) => wallets.applePay({ merchant, ...asked }),
  },
  {
    title: 'Apple Pay, opened by the shop',
    wallet: 'apple',
    isDecrypted: true,
    paymentWay: 'APPLE_PAY',
    pay: ({ wallets }, asked) => wallets.applePayDirect(asked),
  },
  {
    title: 'Google Pay',
    wallet: 'google',
    paymentWay: 'GOOGLE_PAY_TOKENIZED',
    pay: ({ wallets }, asked) => wallets.googlePay({ ...google, merchant, ...asked }),
  },
  {
    title: 'Google Pay, opened by the shop',
    wallet: 'google',
    isDecrypted: true,
    paymentWay: 'GOOGLE_PAY_TOKENIZED',
    pay: ({ wallets }, asked) => wallets.googlePayDirect({ ...google, ...asked }),
  },
  {
    title: 'Samsung Pay',
    wallet: 'samsung',
    paymentWay: 'SAMSUNG_PAY',
    pay: ({ wallets }, asked) => wallets.samsungPay({ merchant, ...asked }),
  },
  {
    title: 'Samsung Pay, opened by the shop',
    wallet: 'samsung',
    isDecrypted: true,
    paymentWay: 'SAMSUNG_PAY',
    pay: ({ wallets }, asked) => wallets.samsungPayDirect(asked),
  },
];

for (const { title, wallet, isDecrypted = false, paymentWay, pay } of rows) {
  test(`${title}: a phone pays without a page, and a bad token is declined with -301`, async (t) => {
    const { client, amountsOf, heardOf } = await shopJourney(t);
    const phone = await phoneFor(client);
    const token = (more: Parameters<typeof phone>[0]) => phone({ ...more, isDecrypted });
    const buy = (orderNumber: string, paymentToken: string) => pay(client, { orderNumber, paymentToken });

    const { orderId } = await buy('coffee-1', token({ wallet }));

    t.like(await client.getOrderStatus({ orderId }), { paymentWay, amount: 12_000, currency: '398' });
    t.deepEqual(await amountsOf(orderId), [2, 12_000, 12_000, 0]);
    t.deepEqual(await heardOf('coffee-1'), ['deposited=1']);
    await t.throwsAsync(buy('coffee-1', token({ wallet })), refusal, 'the number is used up');

    const bad = isDecrypted ? 'not Base64 of JSON' : token({ wallet, isBroken: true });
    t.is((await t.throwsAsync(buy('coffee-2', bad), refusal))?.errorCode, '1');
    t.like(await client.getOrderStatus({ orderNumber: 'coffee-2' }), { orderStatus: 6, actionCode: -301 });
    t.deepEqual(await heardOf('coffee-2'), ['deposited=0']);

    const poor = token({ wallet, card: { pan: cardForActionCode(116) } });
    t.is((await t.throwsAsync(buy('coffee-3', poor), refusal))?.errorCode, '1');
    t.like(await client.getOrderStatus({ orderNumber: 'coffee-3' }), { orderStatus: 6, actionCode: 116 });
  });
}

test('Apple Pay holds the money, stores the card, and both go on as ever', async (t) => {
  const { client, amountsOf, heardOf } = await shopJourney(t);
  const token = await phoneFor(client);
  const fields = {
    merchant,
    orderNumber: 'sofa-1',
    preAuth: true,
    clientId: 'aida',
    additionalParameters: { shelf: '7' },
  };

  const {
    orderId,
    bindingId = '',
    orderStatus,
  } = await client.wallets.applePay({
    ...fields,
    paymentToken: token({ wallet: 'apple' }),
  });
  await client.deposit({ orderId });
  const next = await client.bindings.payRecurrent({ orderNumber: 'sofa-2', bindingId, amountMinor: 5_000 });

  t.like(orderStatus, { orderStatus: 1, merchantOrderParams: [{ name: 'shelf', value: '7' }] });
  t.deepEqual(await amountsOf(orderId), [2, 12_000, 12_000, 0]);
  t.like(await client.getOrderStatus({ orderId: next.orderId }), { orderStatus: 2, paymentWay: 'APPLE_PAY_BINDING' });
  t.deepEqual((await heardOf('sofa-1')).toSorted(), ['approved=1', 'bindingCreated=1', 'deposited=1']);
});

for (const isDecrypted of [false, true]) {
  test(`Google Pay with the number of the card needs the issuer, ${isDecrypted ? 'opened by the shop' : 'sealed'}`, async (t) => {
    const { client, amountsOf, heardOf } = await shopJourney(t);
    const token = await phoneFor(client);
    const paymentToken = token({ wallet: 'google', authMethod: 'PAN_ONLY', isDecrypted });
    const payment = { ...google, orderNumber: 'coffee-1', paymentToken };
    const pay = (more: { readonly threeDSServerTransId?: string } = {}) =>
      isDecrypted
        ? client.wallets.googlePayDirect({ ...payment, ...more })
        : client.wallets.googlePay({ ...payment, merchant, ...more });

    const looked = await pay();
    t.is(paymentStep(looked), 'browser-check');
    await visitMethodPages(looked);
    const { threeDSServerTransId = '' } = looked;
    const challenge = await pay({ threeDSServerTransId });
    t.is(paymentStep(challenge), 'challenge');
    t.is((await client.getOrderStatus({ orderId: looked.orderId })).orderStatus, 5);

    t.is(await sendBack(await passIssuer(challenge)), `${returnUrl}?orderId=${looked.orderId}&lang=en`);
    t.is(challenge.orderId, looked.orderId);
    t.deepEqual(await amountsOf(looked.orderId), [2, 12_000, 12_000, 0]);
    const { paymentWay, cardAuthInfo } = await client.getOrderStatus({ orderId: looked.orderId });
    t.is(paymentWay, 'GOOGLE_PAY_CARD');
    t.is(Number(cardAuthInfo?.secureAuthInfo?.eci), 2);
    t.deepEqual(await heardOf('coffee-1'), ['deposited=1']);
  });
}

test('a token of the card scheme pays: with its cryptogram at once, without it by way of the issuer', async (t) => {
  const { client, amountsOf, heardOf } = await shopJourney(t);
  const number = { dpan: '5555555555555599', MM: '12', YYYY: '2034' };
  const order = { tokenType: 'MDES', amountMinor: 12_000, currency: '398', returnUrl } as const;

  const proved = await client.wallets.networkToken({
    ...order,
    orderNumber: 'coffee-1',
    paymentData: { ...number, tokenCryptogram: 'AgAAAAAABk4DWZ4C28yUQAAAAAA=', eci: 2 },
  });
  const plain = { ...order, orderNumber: 'coffee-2', cvc: '123', paymentData: number };
  const looked = await client.wallets.networkToken(plain);
  const { orderId, threeDSServerTransId = '' } = looked;
  const challenge = await client.wallets.networkToken({ ...plain, orderId, threeDSServerTransId });
  await sendBack(await passIssuer(challenge));

  for (const id of [proved.orderId, orderId]) t.deepEqual(await amountsOf(id), [2, 12_000, 12_000, 0]);
  t.is((await client.getOrderStatus({ orderId: proved.orderId })).paymentWay, 'TOKEN_PAY');
  t.deepEqual(await heardOf('coffee-1'), ['deposited=1']);
  t.deepEqual(await heardOf('coffee-2'), ['deposited=1']);
});
