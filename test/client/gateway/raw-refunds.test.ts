import test from 'ava';
import { type GatewayClient, GatewayRefused, WrongUse } from '../../../client/index.ts';
import { stubServer } from '../../helpers/http/stub-server.ts';
import { clientBefore, clientBeforeNothing, shopLogin } from './client-before.ts';

const rows = [
  {
    title: 'any sum of an order',
    ask: (client: GatewayClient) => client.refundRawSum({ orderId: 'order-1', amountMinor: 700 }),
    path: 'processRawSumRefund.do',
    sent: { orderId: 'order-1', amount: '700' },
  },
  {
    title: 'all that is left of an order',
    ask: (client: GatewayClient) => client.refundRawSum({ orderId: 'order-1', language: 'en' }),
    path: 'processRawSumRefund.do',
    sent: { orderId: 'order-1', amount: '0', language: 'en' },
  },
  {
    title: 'a part of a position',
    ask: (client: GatewayClient) => client.refundRawPosition({ orderId: 'order-1', positionId: 2, amountMinor: 700 }),
    path: 'processRawPositionRefund.do',
    sent: { orderId: 'order-1', positionId: '2', amount: '700' },
  },
];

for (const { title, ask, path, sent } of rows) {
  test(`gives back ${title}`, async (t) => {
    const refused = { errorCode: '7', errorMessage: 'Refund amount exceeds deposited amount' };
    const stub = await stubServer(t, (_request, count) => ({ body: count === 1 ? { errorCode: 0 } : refused }));
    const client = clientBefore(stub);

    t.deepEqual(await ask(client), { errorCode: '0' });
    t.is((await t.throwsAsync(ask(client), { instanceOf: GatewayRefused }))?.errorCode, '7');
    t.is(stub.received[0]?.path, `/payment/rest/${path}`);
    t.deepEqual(Object.fromEntries(stub.received[0]?.form ?? []), { ...sent, ...shopLogin });
  });
}

test('gives nothing back that makes no sense', async (t) => {
  const client = clientBeforeNothing();
  const wrong = (call: Promise<unknown>) => t.throwsAsync(call, { instanceOf: WrongUse });

  await wrong(client.refundRawSum({ orderId: '' }));
  await wrong(client.refundRawSum({ orderId: 'order-1', amountMinor: 0 }));
  await wrong(client.refundRawPosition({ orderId: '', positionId: 2, amountMinor: 700 }));
  await wrong(client.refundRawPosition({ orderId: 'order-1', positionId: '', amountMinor: 700 }));
  await wrong(client.refundRawPosition({ orderId: 'order-1', positionId: 2, amountMinor: 0 }));
});
