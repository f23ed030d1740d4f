import test from 'ava';
import {
  GatewayAnswerUnreadable,
  type GatewayClient,
  GatewayRefused,
  paymentStep,
  WrongUse,
} from '../../../client/index.ts';
import { stubServer } from '../../helpers/http/stub-server.ts';
import { clientBefore, clientBeforeNothing, shopLogin } from './client-before.ts';

const card = { pan: '4111111111111111', expiry: '203412', cvc: '123', cardholderName: 'AIDA BEK' };
const done = { redirect: 'https://shop.example/return?orderId=order-1&lang=en', errorCode: 0 };

const rows = [
  {
    title: 'a card for a registered order',
    ask: (client: GatewayClient) => client.direct.payOrder({ orderId: 'order-1', ...card, language: 'en' }),
    path: 'paymentorder.do',
    sent: {
      MDORDER: 'order-1',
      $PAN: card.pan,
      $EXPIRY: card.expiry,
      $CVC: card.cvc,
      TEXT: card.cardholderName,
      language: 'en',
    },
  },
  {
    title: 'an encrypted card, for the second time',
    ask: (client: GatewayClient) =>
      client.direct.payOrder({
        orderId: 'order-1',
        seToken: 'sealed',
        cardholderName: 'AIDA BEK',
        threeDSServerTransId: 'transaction-1',
        bindingNotNeeded: true,
        jsonParams: { eci: '05' },
      }),
    path: 'paymentorder.do',
    sent: {
      MDORDER: 'order-1',
      seToken: 'sealed',
      TEXT: 'AIDA BEK',
      threeDSServerTransId: 'transaction-1',
      bindingNotNeeded: 'true',
      jsonParams: '{"eci":"05"}',
    },
  },
  {
    title: 'a stored card for a registered order, of the customer unless it is said otherwise',
    ask: (client: GatewayClient) => client.bindings.payOrder({ orderId: 'order-1', bindingId: 'card-1' }),
    path: 'paymentOrderBinding.do',
    sent: { mdOrder: 'order-1', bindingId: 'card-1', tii: 'F' },
  },
  {
    title: 'a stored card that the shop charges',
    ask: (client: GatewayClient) => client.bindings.payOrder({ orderId: 'order-1', bindingId: 'card-1', tii: 'U' }),
    path: 'paymentOrderBinding.do',
    sent: { mdOrder: 'order-1', bindingId: 'card-1', tii: 'U' },
  },
  {
    title: 'the second call without the card',
    ask: (client: GatewayClient) => client.direct.continue3ds({ orderId: 'order-1' }),
    path: '3ds/continue.do',
    sent: { mdOrder: 'order-1' },
  },
  {
    title: 'the end of 3-D Secure 1',
    ask: (client: GatewayClient) => client.direct.finish3ds({ orderId: 'order-1', paRes: 'issued' }),
    path: 'finish3dsPayment.do',
    sent: { mdOrder: 'order-1', paRes: 'issued' },
  },
  {
    title: 'the end of 3-D Secure 2',
    ask: (client: GatewayClient) =>
      client.direct.finish3dsVer2({ threeDSServerTransId: 'transaction-1', threeDSVer2MdOrder: 'order-1' }),
    path: 'finish3dsVer2Payment.do',
    sent: { threeDSServerTransId: 'transaction-1', threeDSVer2MdOrder: 'order-1' },
  },
];

for (const { title, ask, path, sent } of rows) {
  test(`sends ${title}`, async (t) => {
    const stub = await stubServer(t, () => ({ body: done }));

    const answer = await ask(clientBefore(stub));

    t.deepEqual(answer, { ...done, errorCode: '0' });
    t.is(stub.received[0]?.path, `/payment/rest/${path}`);
    t.deepEqual(Object.fromEntries(stub.received[0]?.form ?? []), { ...sent, ...shopLogin });
  });
}

test('hands a declined card out as an answer, whose step says so', async (t) => {
  const declined = { ...done, error: 'Insufficient funds', errorMessage: 'Insufficient funds', is3DSVer2: true };
  const stub = await stubServer(t, () => ({ body: declined }));

  const answer = await clientBefore(stub).direct.payOrder({ orderId: 'order-1', ...card });

  t.deepEqual(answer, { ...declined, errorCode: '0' });
  t.is(paymentStep(answer), 'declined');
});

test('reads where a payment goes on', (t) => {
  t.is(paymentStep({ redirect: 'https://shop.example/return' }), 'finished');
  t.is(paymentStep({ is3DSVer2: true, threeDSServerTransId: 'transaction-1' }), 'browser-check');
  t.is(paymentStep({ is3DSVer2: true, acsUrl: 'https://issuer.example/', packedCReq: 'asked' }), 'challenge');
  t.is(paymentStep({ acsUrl: 'https://issuer.example/', paReq: 'asked' }), 'challenge');
  t.is(paymentStep({ acsUrl: 'https://issuer.example/', error: 'No' }), 'declined');
});

test('takes a code for a refusal, and an answer that says nothing for none', async (t) => {
  const refused = { error: 'CVC is wrong', errorCode: 5, is3DSVer2: false, errorMessage: 'CVC is wrong' };
  const stub = await stubServer(t, (_request, count) => ({ body: count === 1 ? refused : { info: 'Hello' } }));
  const pay = () => clientBefore(stub).direct.payOrder({ orderId: 'order-1', ...card });

  const refusal = await t.throwsAsync(pay(), { instanceOf: GatewayRefused });
  t.like(refusal, { errorCode: '5', errorMessage: 'CVC is wrong' });
  await t.throwsAsync(pay(), { instanceOf: GatewayAnswerUnreadable });
});

test('asks whether a card takes part in 3-D Secure', async (t) => {
  const known = { errorCode: '0', enrolled: 'Y', emitterName: 'A BANK', emitterCountryCode: 'KZ' };
  const stub = await stubServer(t, (_request, count) => ({ body: count === 1 ? known : { ...known, enrolled: 'X' } }));
  const ask = () => clientBefore(stub).direct.verifyEnrollment({ pan: card.pan });

  t.deepEqual(await ask(), known);
  t.deepEqual(Object.fromEntries(stub.received[0]?.form ?? []), { pan: card.pan, ...shopLogin });
  await t.throwsAsync(ask(), { instanceOf: GatewayAnswerUnreadable });
});

test("reads the gateway's keys without a login", async (t) => {
  const keys = [{ keyValue: '-----BEGIN PUBLIC KEY-----', protocolVersion: 'RSA', keyExpiration: 1 }];
  const stub = await stubServer(t, (_request, count) => ({ body: count === 1 ? { keys } : { keys: [{}] } }));
  const client = clientBefore(stub);

  t.deepEqual(await client.direct.publicKeys(), keys);
  t.is(stub.received[0]?.path, '/payment/se/keys.do');
  t.is(stub.received[0]?.body, '');
  await t.throwsAsync(client.direct.publicKeys(), { instanceOf: GatewayAnswerUnreadable });
});

test('pays with nothing that makes no sense', async (t) => {
  const client = clientBeforeNothing();
  const wrong = (call: Promise<unknown>) => t.throwsAsync(call, { instanceOf: WrongUse });

  await wrong(client.direct.payOrder({ orderId: '', ...card }));
  await wrong(client.direct.payOrder({ orderId: 'order-1' }));
  await wrong(client.bindings.payOrder({ orderId: '', bindingId: 'card-1' }));
  await wrong(client.bindings.payOrder({ orderId: 'order-1', bindingId: '' }));
  await wrong(client.direct.continue3ds({ orderId: '' }));
  await wrong(client.direct.finish3ds({ orderId: 'order-1', paRes: '' }));
  await wrong(client.direct.finish3ds({ orderId: '', paRes: 'issued' }));
  await wrong(client.direct.finish3dsVer2({ threeDSServerTransId: '' }));
  await wrong(client.direct.verifyEnrollment({ pan: '' }));
});
