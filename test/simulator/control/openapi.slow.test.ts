import test from 'ava';
import { arca } from '../../../simulator/banks/arca.ts';
import { bereke } from '../../../simulator/banks/bereke.ts';
import { bt } from '../../../simulator/banks/bt.ts';
import { satim } from '../../../simulator/banks/satim.ts';
import { pageCalls } from '../../../simulator/card-page/routes.ts';
import { controlEndpoints } from '../../../simulator/control/all.ts';
import type { SimulatorOptions } from '../../../simulator/simulator.ts';
import { fetchDocument } from '../../helpers/http/documented-answers.ts';
import { controlOf } from '../../helpers/simulator/control.ts';
import { type Json, simulatorFor } from '../../helpers/simulator/simulator.ts';
import {
  arraysWithoutItems,
  operationIds,
  operationsOf,
  problemsOf,
  testMerchantDocument,
} from './openapi-documents.ts';

test('the document of the control API is valid and lists every endpoint that is routed, once', async (t) => {
  const { controlUrl } = await simulatorFor(t);
  const document = await fetchDocument(`${controlUrl}/openapi/control.json`);

  t.deepEqual(await problemsOf(document), []);
  t.deepEqual(
    operationsOf(document).toSorted(),
    controlEndpoints.map(({ method, path }) => `${method} ${path}`).toSorted(),
  );
  t.is(new Set(operationIds(document)).size, controlEndpoints.length);
  t.deepEqual(document['servers'], [{ url: controlUrl }]);
  t.deepEqual(arraysWithoutItems(document), []);
});

test('every documented endpoint of the control API is really there', async (t) => {
  const { controlUrl } = await simulatorFor(t);
  const document = await fetchDocument(`${controlUrl}/openapi/control.json`);

  for (const line of operationsOf(document)) {
    const [method = '', path = ''] = line.split(' ');
    const address = controlUrl + path.replaceAll(/\{\w+\}/g, 'nobody');
    const { status, headers, body } = await fetch(address, { method, headers: { connection: 'close' } });
    await body?.cancel();
    const isProblem = headers.get('content-type') === 'application/problem+json';
    t.true(status < 500 && status !== 405 && (status < 300 || isProblem), `${line} answers ${status}`);
  }
});

test('the document of the control API says that a token is wanted where one is', async (t) => {
  const simulator = await simulatorFor(t, { controlToken: 'secret' });
  const control = controlOf(t, simulator);
  const { text } = await control('GET /openapi/control.json', undefined, { authorization: 'Bearer secret' });
  const document = JSON.parse(text) as Json;

  t.deepEqual(await problemsOf(document), []);
  t.deepEqual(document['components'].securitySchemes, { token: { type: 'http', scheme: 'bearer' } });
  t.deepEqual(document['security'], [{ token: [] }]);
  t.deepEqual(document['paths']['/health'].get.security, []);
  t.is((await control('GET /openapi/control.json')).status, 401);
});

test('what checks a call of the control API is what documents it', async (t) => {
  const { controlUrl } = await simulatorFor(t);
  const { paths, components } = await fetchDocument(`${controlUrl}/openapi/control.json`);

  const [inPath, ...inQuery] = paths['/merchants/{login}/journal'].get.parameters;
  t.like(inPath, { name: 'login', in: 'path', required: true });
  for (const [name, schema] of [
    ['path', { type: 'string' }] as const,
    ['since', { type: 'integer', minimum: 0 }] as const,
  ])
    t.like(
      inQuery.find((one: { readonly name: string }) => one.name === name),
      { in: 'query', required: false, schema },
    );
  t.deepEqual(paths['/merchants'].post.requestBody, {
    required: false,
    content: { 'application/json': { schema: { $ref: '#/components/schemas/NewMerchant' } } },
  });
  t.true(paths['/merchants/{login}/clock/set'].post.requestBody.required);
  t.is(
    paths['/merchants'].post.responses['201'].content['application/json'].schema.$ref,
    '#/components/schemas/Merchant',
  );
  t.is(components.responses.Problem.content['application/problem+json'].schema.$ref, '#/components/schemas/Problem');
  t.like(components.schemas.NewMerchant.properties.callbacks.properties.mostFailures.anyOf, [
    { minimum: 1, maximum: 1000 },
  ]);
});

testMerchantDocument(bereke);

test('what checks a call of the merchant API is what documents it', async (t) => {
  const { controlUrl } = await simulatorFor(t);
  const { paths, components } = await fetchDocument(`${controlUrl}/openapi/merchant.json`);
  const formOf = (name: string) =>
    paths[`/payment/rest/${name}.do`].post.requestBody.content['application/x-www-form-urlencoded'].schema;

  t.deepEqual(formOf('register').required, ['amount', 'returnUrl']);
  t.like(formOf('register').properties, {
    amount: { type: 'integer', minimum: 0, maximum: 999_999_999_999 },
    orderNumber: { type: 'string', minLength: 1, maxLength: 36 },
    currency: { type: 'string', pattern: '^\\d{3}$' },
    description: { type: 'string', maxLength: 598, description: 'What the payer reads.' },
    token: { type: 'string' },
    features: { type: ['string', 'array'] },
  });
  t.deepEqual(formOf('refund').required, ['userName', 'password']);
  t.false('token' in formOf('refund').properties);
  const json = paths['/recurrent/v1/task/create'].post.requestBody.content['application/json'].schema;
  t.deepEqual(json.properties.task.properties.scheduleData.required, [
    'scheduledSince',
    'scheduledTill',
    'value',
    'timeUnit',
  ]);
  t.deepEqual(components.schemas.RegisterRefusal.required, ['errorCode', 'errorMessage']);
  t.is(components.schemas.RegisterRefusal.properties.errorCode.type, 'string');
  t.is(components.schemas.PaymentOrderBindingRefusal.properties.errorCode.type, 'integer');
  t.deepEqual(components.schemas.Registered.required, ['orderId', 'formUrl']);
});

test('the document of the merchant API follows the bank: its codes, its states and its version of the status', async (t) => {
  const schemasOf = async (options: SimulatorOptions): Promise<Json> => {
    const { controlUrl } = await simulatorFor(t, options);
    return (await fetchDocument(`${controlUrl}/openapi/merchant.json`))['components'].schemas;
  };
  const { Registered } = await schemasOf({ bank: arca });
  const { OrderStatus } = await schemasOf({ bank: bt });
  const { OrderStatus: OldStatus } = await schemasOf({ statusVersion: 4 });

  t.is(Registered.properties.errorCode.type, 'integer');
  t.true(OrderStatus.properties.paymentAmountInfo.properties.paymentState.enum.includes('PARTIALLY_REFUNDED'));
  t.false('refunds' in OldStatus.properties);
  t.true('authTypeIndicator' in OldStatus.properties.cardAuthInfo.properties.secureAuthInfo.properties);
});

test('calls of the card page have their own tag, and refuse an unknown order with HTTP 200 at every bank', async (t) => {
  const { controlUrl } = await simulatorFor(t, { bank: satim });
  const { paths } = await fetchDocument(`${controlUrl}/openapi/merchant.json`);
  const operationOf = (path: string) => paths[`${satim.basePath}/${path}`].post;

  for (const { path } of pageCalls) {
    t.deepEqual(operationOf(path).tags, ['card page'], path);
    t.deepEqual(Object.keys(operationOf(path).responses), ['200', '4XX'], path);
  }
  t.deepEqual(operationOf('rest/registerByTemplate.do').tags, ['merchant']);
  t.deepEqual(Object.keys(operationOf('rest/registerByTemplate.do').responses), ['200', '4XX']);
  t.deepEqual(operationOf('rest/getOrderStatus.do').tags, ['merchant']);
  t.deepEqual(Object.keys(operationOf('rest/getOrderStatus.do').responses), ['200', '4XX']);
  const { responses } = operationOf('rest/public/acknowledgeTransaction.do');
  t.deepEqual(Object.keys(responses), ['200', '401', '4XX']);
});

test('a call that is not imitated is documented as one that is always refused', async (t) => {
  const { controlUrl } = await simulatorFor(t);
  const { paths } = await fetchDocument(`${controlUrl}/openapi/merchant.json`);

  t.like(paths['/payment/rest/getBankListSBP.do'].post, { tags: ['not imitated'] });
  t.deepEqual(paths['/payment/rest/getBankListSBP.do'].post.responses['200'].content['application/json'].schema, {
    $ref: '#/components/schemas/NotImitated',
  });
});
