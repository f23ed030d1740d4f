import test from 'ava';
import { GatewayAnswerUnreadable, type GatewayClient, GatewayRefused, WrongUse } from '../../../client/index.ts';
import { stubServer } from '../../helpers/http/stub-server.ts';
import { clientBefore, clientBeforeNothing, shopLogin } from './client-before.ts';

const paid = { success: true, data: { orderId: 'order-1' } };
const wallet = { orderNumber: 'W-1', paymentToken: 'sealed' };
const google = { ...wallet, amountMinor: 1500, currencyCode: '398', returnUrl: 'https://shop.example/return' };
const googleSent = { ...wallet, amount: 1500, currencyCode: '398', returnUrl: google.returnUrl };
const paymentData = { dpan: '4111111111111111', MM: '12', YYYY: '2034', tokenCryptogram: 'AA==', eci: 5 };

const rows = [
  {
    path: 'applepay/payment.do',
    ask: ({ wallets }: GatewayClient) => wallets.applePay({ ...wallet, merchant: 'shop', preAuth: true }),
    sent: { ...wallet, merchant: 'shop', preAuth: true },
  },
  {
    path: 'applepay/paymentDirect.do',
    ask: ({ wallets }: GatewayClient) => wallets.applePayDirect({ ...wallet, features: ['VERIFY'] }),
    sent: { ...wallet, features: ['VERIFY'], ...shopLogin },
  },
  {
    path: 'google/payment.do',
    ask: ({ wallets }: GatewayClient) => wallets.googlePay({ ...google, merchant: 'shop' }),
    sent: { ...googleSent, merchant: 'shop' },
  },
  {
    path: 'google/paymentDirect.do',
    ask: ({ wallets }: GatewayClient) => wallets.googlePayDirect({ ...google, threeDSServerTransId: 'transaction-1' }),
    sent: { ...googleSent, threeDSServerTransId: 'transaction-1', ...shopLogin },
  },
  {
    path: 'samsung/payment.do',
    ask: ({ wallets }: GatewayClient) => wallets.samsungPay({ ...wallet, merchant: 'shop', clientId: 'aida' }),
    sent: { ...wallet, merchant: 'shop', clientId: 'aida' },
  },
  {
    path: 'samsung/paymentDirect.do',
    ask: ({ wallets }: GatewayClient) => wallets.samsungPayDirect({ ...wallet, additionalParameters: { shelf: '7' } }),
    sent: { ...wallet, additionalParameters: { shelf: '7' }, ...shopLogin },
  },
  {
    path: 'token/payment.do',
    ask: ({ wallets }: GatewayClient) =>
      wallets.networkToken({ tokenType: 'VTS', paymentData, amountMinor: 1500, returnUrl: google.returnUrl }),
    sent: { tokenType: 'VTS', paymentData, amount: 1500, returnUrl: google.returnUrl, ...shopLogin },
  },
];

for (const { path, ask, sent } of rows) {
  const isOpen = !('userName' in sent);
  test(`${path} sends a token as JSON, ${isOpen ? 'without' : 'with'} the login`, async (t) => {
    const stub = await stubServer(t, () => ({ body: paid }));

    const answer = await ask(clientBefore(stub));

    t.deepEqual(answer, { orderId: 'order-1' });
    t.is(stub.received[0]?.path, `/payment/${path}`);
    t.deepEqual(JSON.parse(stub.received[0]?.body ?? ''), sent);
  });

  test(`${path} takes a declined card for a refusal, and an answer without an order for none`, async (t) => {
    const declined = { success: false, error: { code: 1, description: 'Declined', message: 'Declined by the bank' } };
    const stub = await stubServer(t, (_request, count) => ({ body: count === 1 ? declined : { success: true } }));

    const refusal = await t.throwsAsync(ask(clientBefore(stub)), { instanceOf: GatewayRefused });

    t.like(refusal, { errorCode: '1', errorMessage: 'Declined' });
    await t.throwsAsync(ask(clientBefore(stub)), { instanceOf: GatewayAnswerUnreadable });
  });
}

test('gives what stands beside the order: a stored card, the status, and where 3-D Secure goes on', async (t) => {
  const acs = { acsUrl: 'https://issuer.example/', packedCReq: 'asked', is3DSVer2: true };
  const answers = [
    {
      success: true,
      data: { orderId: 'order-1', bindingId: 'card-1' },
      orderStatus: { errorCode: 0, orderStatus: '2', amount: 1500 },
    },
    { success: true, data: { orderId: 'order-2', ...acs } },
  ];
  const stub = await stubServer(t, (_request, count) => ({ body: answers[count - 1] ?? {} }));
  const { wallets } = clientBefore(stub);

  t.deepEqual(await wallets.applePay({ ...wallet, merchant: 'shop' }), {
    orderId: 'order-1',
    bindingId: 'card-1',
    orderStatus: { errorCode: '0', orderStatus: 2, amount: 1500 },
  });
  t.deepEqual(await wallets.googlePayDirect(google), { orderId: 'order-2', ...acs });
});

test('pays with no token that makes no sense', async (t) => {
  const { wallets } = clientBeforeNothing();
  const wrong = (call: Promise<unknown>) => t.throwsAsync(call, { instanceOf: WrongUse });
  const empty = { ...wallet, paymentToken: '' };
  const token = { tokenType: 'VTS', paymentData, amountMinor: 1500, returnUrl: google.returnUrl } as const;

  await wrong(wallets.applePay({ ...empty, merchant: 'shop' }));
  await wrong(wallets.applePay({ ...wallet, merchant: '' }));
  await wrong(wallets.applePay({ ...wallet, orderNumber: '', merchant: 'shop' }));
  await wrong(wallets.applePayDirect(empty));
  await wrong(wallets.samsungPay({ ...empty, merchant: 'shop' }));
  await wrong(wallets.samsungPay({ ...wallet, merchant: '' }));
  await wrong(wallets.samsungPayDirect(empty));
  await wrong(wallets.googlePay({ ...google, paymentToken: '', merchant: 'shop' }));
  await wrong(wallets.googlePay({ ...google, merchant: '' }));
  await wrong(wallets.googlePayDirect({ ...google, amountMinor: 15.5 }));
  await wrong(wallets.networkToken({ ...token, amountMinor: -1 }));
  await wrong(wallets.networkToken({ ...token, paymentData: { ...paymentData, dpan: '' } }));
});
