import test from 'ava';
import { type Endpoint, GatewayClient, GatewayRefused } from '../../../client/index.ts';
import { stubServer } from '../../helpers/http/stub-server.ts';

const echo: Endpoint<Readonly<Record<string, unknown>>, object> = {
  path: '../recurrentPayment.do',
  repeat: 'never',
  body: 'json',
  fields: (input) => input,
  read: (answer) => answer,
};

const login = { userName: 'shop-api', password: 'correct-horse-battery' };

test('sends a JSON body beside the REST address, with the login in it and absent fields left out', async (t) => {
  const stub = await stubServer(t, () => ({ body: { success: true, data: { orderId: 'order-1' } } }));
  const client = new GatewayClient({ baseUrl: `${stub.origin}/payment/rest/`, ...login, language: 'en' });

  const answer = await client.call(echo, {
    amount: 1500,
    until: new Date(Date.UTC(2026, 0, 2, 3, 4, 5)),
    nested: { tags: ['a', 'b'] },
    nothing: undefined,
    none: null,
  });

  t.deepEqual(answer, { success: true, data: { orderId: 'order-1' } });
  const [request] = stub.received;
  t.is(request?.path, '/payment/recurrentPayment.do');
  t.is(request?.headers['content-type'], 'application/json');
  t.deepEqual(JSON.parse(request?.body ?? ''), {
    amount: 1500,
    until: '2026-01-02T03:04:05',
    nested: { tags: ['a', 'b'] },
    ...login,
    language: 'en',
  });
});

test('sends no login with a call that needs none', async (t) => {
  const stub = await stubServer(t, () => ({ body: { success: true } }));
  const client = new GatewayClient({ baseUrl: `${stub.origin}/payment/rest/`, ...login });

  await client.call({ ...echo, isOpen: true }, { merchant: 'shop' });

  t.deepEqual(JSON.parse(stub.received[0]?.body ?? ''), { merchant: 'shop' });
});

test('takes success false for a refusal, whatever type its code has', async (t) => {
  for (const code of [10, '10']) {
    const error = { code, description: 'The number was used before', message: 'used' };
    const stub = await stubServer(t, () => ({ body: { success: false, error } }));
    const client = new GatewayClient({ baseUrl: `${stub.origin}/payment/rest/`, ...login });

    const refusal = await t.throwsAsync(client.call(echo, {}), { instanceOf: GatewayRefused });

    t.is(refusal.errorCode, '10');
    t.is(refusal.errorMessage, 'The number was used before');
  }
});
