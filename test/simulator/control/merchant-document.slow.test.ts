import test, { type ExecutionContext } from 'ava';
import { bereke } from '../../../simulator/banks/bereke.ts';
import { sber } from '../../../simulator/banks/sber.ts';
import type { SimulatorOptions } from '../../../simulator/simulator.ts';
import { fetchDocument } from '../../helpers/http/documented-answers.ts';
import { controlOf } from '../../helpers/simulator/control.ts';
import { type Json, simulatorFor } from '../../helpers/simulator/simulator.ts';

const documentOf = async (t: ExecutionContext, query = '', options: SimulatorOptions = {}): Promise<Json> => {
  const { controlUrl } = await simulatorFor(t, options);
  return fetchDocument(`${controlUrl}/openapi/merchant.json${query}`);
};

const contentOf = (document: Json, name: string, method = 'post', status = '200') =>
  document['paths'][`/payment/rest/${name}`][method].responses[status].content;

test('?bank= asks for the document of another bank', async (t) => {
  const document = await documentOf(t, '?bank=dsk');

  t.regex(document['info'].title, /DSK/);
  t.regex((await documentOf(t))['info'].title, /Bereke/);
  const { properties } = document['components'].schemas.OrderStatus;
  t.is(properties.cardAuthInfo.properties.maskedPan.pattern, '^\\d{6}\\*\\*\\d{4}$');
});

test('a bank that there is not is refused by name, with the one that was perhaps meant', async (t) => {
  const control = controlOf(t, await simulatorFor(t));

  const { status, text } = await control('GET /openapi/merchant.json?bank=dks');

  t.is(status, 422);
  t.like(JSON.parse(text), { field: 'bank' });
  t.regex(text, /\bbereke\b.*did you mean dsk\?/);
  t.notRegex((await control('GET /openapi/merchant.json?bank=zzzzzzzz')).text, /did you mean/);
  t.is((await control('GET /openapi/merchant.json?bank=')).status, 422);
  t.regex((await control('GET /openapi/merchant.json?banks=dsk')).text, /did you mean bank\?/);
});

test('each call lists the codes with which it can be refused', async (t) => {
  const { components } = await documentOf(t);
  const codesOf = (name: string) => components.schemas[name].properties.errorCode.enum;

  t.deepEqual(codesOf('RegisterRefusal'), ['1', '2', '3', '4', '5', '7', '8', '12', '13', '14']);
  t.deepEqual(codesOf('ReverseRefusal'), ['1', '3', '5', '6', '7']);
  t.deepEqual(codesOf('VerifyEnrollmentRefusal'), ['1', '5', '7']);
  t.deepEqual(codesOf('NotImitated'), ['7']);
  t.deepEqual(components.schemas.GooglePaymentRefusal.properties.error.properties.code.enum, [1, 10]);
  t.deepEqual(components.schemas.GetOrderStatusRefusal.properties.ErrorCode.enum, ['5', '6', '7']);
  t.regex(components.schemas.ReverseRefusal.description, /\b6 Order not found;/);
});

test('the codes are written as the bank writes them', async (t) => {
  const { components } = await documentOf(t, '?bank=arca');

  const { errorCode, errorCodeString } = components.schemas.RegisterRefusal.properties;
  t.true(errorCode.enum.every(Number.isInteger));
  t.true(errorCodeString.enum.includes('1'));
});

test('a call with a form may also be a GET, a call with JSON not', async (t) => {
  const { paths } = await documentOf(t);
  const { get, post } = paths['/payment/rest/register.do'];

  t.is(get.operationId, 'registerByGet');
  t.deepEqual(
    get.parameters.filter(({ required }: Json) => required).map(({ name }: Json) => name),
    ['amount', 'returnUrl'],
  );
  t.like(
    get.parameters.find(({ name }: Json) => name === 'amount'),
    { in: 'query', schema: { type: 'integer' } },
  );
  t.deepEqual(
    get.responses['200'].content['application/json'].schema,
    contentOf({ paths }, 'register.do')['application/json'].schema,
  );
  t.deepEqual(get.tags, ['merchant, by GET']);
  t.deepEqual(post.tags, ['merchant']);
  t.is(paths['/recurrent/v1/task/create'].get, undefined);
});

test('login and password, or the token, are security schemes; in a POST they may stand in the body', async (t) => {
  const { paths, components } = await documentOf(t);
  const login = { userName: [], password: [] };

  t.like(components.securitySchemes, {
    userName: { type: 'apiKey', in: 'query', name: 'userName' },
    token: { type: 'apiKey', in: 'query', name: 'token' },
  });
  t.deepEqual(paths['/payment/rest/refund.do'].get.security, [login]);
  t.deepEqual(paths['/payment/rest/refund.do'].post.security, [login, {}]);
  t.deepEqual(paths['/payment/rest/register.do'].get.security, [login, { token: [] }]);
  t.deepEqual(paths['/payment/se/keys.do'].get.security, []);
});

test('ids, addresses, masks and times have formats', async (t) => {
  const { components, paths } = await documentOf(t, '?bank=sber');
  const { Registered, OrderStatus } = components.schemas;

  t.is(Registered.properties.orderId.format, 'uuid');
  t.is(Registered.properties.formUrl.format, 'uri');
  t.like(OrderStatus.properties.date, { type: 'integer', minimum: 1_000_000_000_000 });
  t.is(OrderStatus.properties.cardAuthInfo.properties.pan.pattern, '^\\d{6}XXXXXX\\d{4}$');
  const form = paths['/payment/rest/refund.do'].post.requestBody.content['application/x-www-form-urlencoded'].schema;
  t.is(form.properties.orderId.format, 'uuid');
});

test('callbacks are webhooks: by query and by form, at BT as a token', async (t) => {
  const { webhooks } = await documentOf(t);
  const { webhooks: tokens } = await documentOf(t, '?bank=bt');

  const { get, post } = webhooks.callback;
  const form = post.requestBody.content['application/x-www-form-urlencoded'].schema;
  t.deepEqual(
    get.parameters.map(({ name }: Json) => name),
    Object.keys(form.properties),
  );
  t.like(form.properties, { mdOrder: { format: 'uuid' }, status: { enum: ['0', '1'] } });
  t.regex('A0'.repeat(32), new RegExp(form.properties.checksum.pattern));
  t.notRegex('a0'.repeat(32), new RegExp(form.properties.checksum.pattern));
  t.true(form.properties.operation.enum.includes('declinedByTimeout'));
  t.deepEqual(Object.keys(tokens.callback), ['post']);
  t.deepEqual(Object.keys(tokens.callback.post.requestBody.content), ['text/plain']);
});

test('an answer has the content type of the bank: at Sber it is a text that holds JSON', async (t) => {
  const content = contentOf(await documentOf(t, '?bank=sber'), 'register.do');

  t.deepEqual(Object.keys(content), ['text/plain']);
  t.like(content['text/plain'].schema, { type: 'string', contentMediaType: 'application/json' });
  t.is(content['text/plain'].schema.contentSchema.anyOf[0].$ref, '#/components/schemas/Registered');
});

test('SATIM answers HTTP 401 and a bare text if there is no such order', async (t) => {
  const document = await documentOf(t, '?bank=satim');

  t.deepEqual(contentOf(document, 'public/acknowledgeTransaction.do', 'post', '401'), {
    'application/json': { schema: { type: 'string' } },
  });
  t.false(document['components'].schemas.PublicAcknowledgeTransactionRefusal.properties.ErrorCode.enum.includes('6'));
  t.regex(document['info'].description, /but HTTP 401 if acknowledgeTransaction.do knows no such order/);
  t.notRegex((await documentOf(t))['info'].description, /401/);
});

test('the data of a network token are an object', async (t) => {
  const { paths } = await documentOf(t);

  const { schema } = paths['/payment/token/payment.do'].post.requestBody.content['application/json'];
  t.like(schema.properties.paymentData, { type: 'object', required: ['dpan', 'MM', 'YYYY'] });
});

test('parameters follow the bank: its currencies, the length of order numbers, and what it requires', async (t) => {
  const formOf = async (bank: string, name: string) => {
    const { paths } = await documentOf(t, `?bank=${bank}`);
    return paths[`/payment/rest/${name}`].post.requestBody.content['application/x-www-form-urlencoded'].schema;
  };

  const [atBereke, atSber, atBt] = [
    await formOf('bereke', 'register.do'),
    await formOf('sber', 'register.do'),
    await formOf('bt', 'register.do'),
  ];
  t.deepEqual(atSber.properties.currency.enum, sber.currencies);
  t.deepEqual(atBereke.properties.currency.enum, bereke.currencies);
  t.is(atSber.properties.orderNumber.maxLength, sber.orderNumberLength);
  t.deepEqual(atBereke.required, ['amount', 'returnUrl']);
  t.deepEqual(atSber.required, ['orderNumber', 'amount', 'returnUrl']);
  t.true(atBt.required.includes('orderBundle'));
  t.false((await formOf('sber', 'verifyCard.do')).required?.includes('orderNumber') ?? false);
  const { paths } = await documentOf(t, '?bank=sber');
  t.true(paths['/payment/rest/register.do'].get.parameters.find(({ name }: Json) => name === 'orderNumber').required);
});
