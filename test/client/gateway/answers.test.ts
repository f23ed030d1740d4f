import test from 'ava';
import { GatewayRefused } from '../../../client/index.ts';
import { clientOf, gatewayWith, order, registered, rejection } from './stub-gateway.ts';

test('a refusal carries the call, the code as text and the message', async (t) => {
  const gateway = await gatewayWith(t, { body: { errorCode: 1, errorMessage: 'Order number is taken', error: true } });

  const error = (await rejection(t, clientOf(gateway.baseUrl).register(order))) as GatewayRefused;

  t.true(error instanceof GatewayRefused);
  t.is(error.endpoint, 'register.do');
  t.is(error.errorCode, '1');
  t.is(error.errorMessage, 'Order number is taken');
});

test('a refusal is known by success=false and a nested error as well', async (t) => {
  const body = { success: false, error: { code: 10, description: 'Order is registered already' } };
  const gateway = await gatewayWith(t, { body });

  const error = (await rejection(t, clientOf(gateway.baseUrl).register(order))) as GatewayRefused;

  t.is(error.errorCode, '10');
  t.is(error.errorMessage, 'Order is registered already');
});

const welcome: Readonly<Record<string, object>> = {
  'no errorCode': {},
  'errorCode "0"': { errorCode: '0', errorMessage: 'Успешно' },
  'errorCode 0': { errorCode: 0, errorCodeString: '0', error: false },
  'a field nobody knows': { newField: { deep: [1] } },
};
for (const [name, more] of Object.entries(welcome)) {
  test(`takes answers with ${name}, as text/plain too`, async (t) => {
    const headers = { 'content-type': 'text/plain;charset=UTF-8' };
    const body = JSON.stringify({ ...registered, orderStatus: 0, ...more });
    const gateway = await gatewayWith(t, { headers, body: `\uFEFF${body}\n` });
    const client = clientOf(gateway.baseUrl);

    t.deepEqual(await client.register(order), registered);
    t.is((await client.getOrderStatus({ orderNumber: 'A-1' })).errorCode, '0');
  });
}

test('reads numeric text of a status as numbers and leaves all other fields alone', async (t) => {
  const gateway = await gatewayWith(t, {
    body: { errorCode: 0, orderStatus: '2', actionCode: '0', amount: '1500', currency: '398', unknown: 'kept' },
  });

  const answer = await clientOf(gateway.baseUrl).getOrderStatus({ orderId: 'o' });

  t.deepEqual(
    { ...answer },
    {
      errorCode: '0',
      orderStatus: 2,
      actionCode: 0,
      amount: 1500,
      currency: '398',
      unknown: 'kept',
    },
  );
});

test('the old status call understands a declined order, which the gateway marks with ErrorCode 2', async (t) => {
  const declined = { ErrorCode: '2', ErrorMessage: 'Payment is declined', OrderStatus: 6 };
  const gateway = await gatewayWith(
    t,
    { body: declined },
    { body: { ErrorCode: '6', ErrorMessage: 'Unknown order id' } },
  );
  const client = clientOf(gateway.baseUrl);

  t.like(await client.getOrderStatusLegacy({ orderId: 'o' }), declined);
  const error = (await rejection(t, client.getOrderStatusLegacy({ orderId: 'o' }))) as GatewayRefused;

  t.is(error.errorCode, '6');
  t.is(gateway.received[0]?.path, '/payment/rest/getOrderStatus.do');
});
