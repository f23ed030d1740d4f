import test from 'ava';
import {
  GatewayAnswerUnreadable,
  type GatewayClient,
  GatewayRefused,
  type InstantPaymentAnswer,
  instantPaymentState,
  WrongUse,
} from '../../../client/index.ts';
import { stubServer } from '../../helpers/http/stub-server.ts';
import { clientBefore, clientBeforeNothing, shopLogin } from './client-before.ts';

const card = { pan: '4111111111111111', expiry: '203412', cvc: '123' };
const order = { amountMinor: 1500, returnUrl: 'https://shop.example/return' };
const orderSent = { amount: '1500', returnUrl: order.returnUrl };

const rows = [
  {
    path: 'instantPayment.do',
    ask: ({ direct }: GatewayClient) =>
      direct.instantPayment({ ...order, ...card, preAuth: true, features: ['VERIFY'] }),
    sent: { ...orderSent, ...card, preAuth: 'true', features: 'VERIFY' },
    body: { errorCode: 0, orderId: 'order-1', info: 'Done', orderStatus: { OrderStatus: '2', Amount: '1500' } },
    answer: { errorCode: '0', orderId: 'order-1', info: 'Done', orderStatus: { OrderStatus: 2, Amount: 1500 } },
  },
  {
    path: 'motoPayment.do',
    ask: ({ direct }: GatewayClient) =>
      direct.motoPayment({ ...order, pan: card.pan, expiry: card.expiry, cardholder: 'AIDA BEK' }),
    sent: { ...orderSent, pan: card.pan, expiry: card.expiry, cardholder: 'AIDA BEK' },
    body: { errorCode: '0', success: true, mdOrder: 'order-1', orderNumber: 7 },
    answer: { mdOrder: 'order-1', orderNumber: '7' },
  },
  {
    path: 'verifyCard.do',
    ask: ({ direct }: GatewayClient) => direct.verifyCard({ ...card, currency: '398' }),
    sent: { ...card, currency: '398', amount: '0' },
    body: { errorCode: 0, orderId: 'order-1', actionCode: '116', time: '1767254400000', eci: '07' },
    answer: { errorCode: '0', orderId: 'order-1', actionCode: 116, time: 1_767_254_400_000, eci: '07' },
  },
  {
    path: 'instantRefund.do',
    ask: ({ direct }: GatewayClient) => direct.instantRefund({ amountMinor: 1500, bindingId: 'card-1' }),
    sent: { amount: '1500', bindingId: 'card-1' },
    body: { errorCode: 0, orderId: 'order-1', orderStatus: { ErrorCode: '0' } },
    answer: { errorCode: '0', orderId: 'order-1', orderStatus: { ErrorCode: '0' } },
  },
];

for (const { path, ask, sent, body, answer } of rows) {
  test(`${path} sends order and card, and reads what became of them`, async (t) => {
    const refused = { errorCode: '5', errorMessage: 'Access denied', success: false };
    const stub = await stubServer(t, (_request, count) => ({ body: [body, refused][count - 1] ?? { errorCode: '0' } }));
    const client = clientBefore(stub);

    t.deepEqual<unknown, unknown>(await ask(client), answer);
    t.is((await t.throwsAsync(ask(client), { instanceOf: GatewayRefused }))?.errorCode, '5');
    await t.throwsAsync(ask(client), { instanceOf: GatewayAnswerUnreadable });
    t.is(stub.received[0]?.path, `/payment/rest/${path}`);
    t.deepEqual(Object.fromEntries(stub.received[0]?.form ?? []), { ...sent, ...shopLogin });
  });
}

test('reads how an instant payment stands', (t) => {
  const state = (answer: Partial<InstantPaymentAnswer>) =>
    instantPaymentState({ errorCode: '0', orderId: 'order-1', ...answer });
  const status = (OrderStatus: number) => ({ orderStatus: { OrderStatus } });

  t.is(state(status(2)), 'paid');
  t.is(state(status(1)), 'held');
  t.is(state({ ...status(0), threeDSServerTransId: 'transaction-1' }), 'browser-check');
  t.is(state({ ...status(0), acsUrl: 'https://issuer.example/' }), 'challenge');
  t.is(state({ ...status(6), error: 'No' }), 'declined');
  t.is(state(status(0)), 'declined');
  t.is(state({}), 'declined');
});

test('pays at once with nothing that makes no sense', async (t) => {
  const { direct } = clientBeforeNothing();
  const wrong = (call: Promise<unknown>) => t.throwsAsync(call, { instanceOf: WrongUse });
  const moto = { ...order, pan: card.pan, expiry: card.expiry, cardholder: 'AIDA BEK' };

  await wrong(direct.instantPayment(order));
  await wrong(direct.instantPayment({ ...card, ...order, returnUrl: '' }));
  await wrong(direct.instantPayment({ ...card, ...order, amountMinor: 0.5 }));
  await wrong(direct.motoPayment({ ...moto, pan: '' }));
  await wrong(direct.motoPayment({ ...moto, amountMinor: -1 }));
  await wrong(direct.verifyCard({}));
  await wrong(direct.instantRefund({ amountMinor: 1500 }));
  await wrong(direct.instantRefund({ ...card, amountMinor: 0 }));
});
