import test from 'ava';
import { challengeCard } from '../../helpers/payments/pay.ts';
import { payForm } from '../../helpers/payments/pay-form.ts';
import { login, simulatorFor, type TestSimulator } from '../../helpers/simulator/simulator.ts';

const order = new URLSearchParams({ ...login, amount: '100', returnUrl: 'https://shop.example/' }).toString();

type Line = `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS' | 'HEAD'} /${string}`;

const send = ({ url }: Pick<TestSimulator, 'url'>, line: Line, init: RequestInit = {}): Promise<Response> => {
  const [method = '', path = ''] = line.split(' ');
  return fetch(url + path, { method, redirect: 'manual', ...init });
};

const form = { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: order };

const requests: readonly (readonly [Line, RequestInit?])[] = [
  ['POST /payment/rest/register.do', form],
  ['POST /payment/rest/getOrderStatusExtended.do', form],
  ['POST /payment/rest/register.do'],
  ['PUT /payment/rest/register.do'],
  ['POST /payment/token/payment.do', { body: '{' }],
  ['GET /payment/rest/getSessionStatus.do?MDORDER=none'],
  ['GET /payment/rest/nothing.do'],
  ['GET /payment/merchants/payment_en.html?mdOrder=none'],
  ['GET /payment/merchants/sandbox-list.html'],
  ['GET /payment/merchants/assets/page.js'],
  ['GET /payment/merchants/assets/nothing.js'],
  ['GET /acs/challenge'],
  ['GET /acs/assets/acs.css'],
  ['POST /acs/answer'],
  ['POST /mportal/mvc/public/merchant/update/test_user', { body: '{}' }],
  ['GET /mportal/mvc/public/merchant/update/test_user'],
  ['GET /sandbox/health'],
  ['POST /sandbox/health'],
  ['GET /sandbox/ready'],
  ['GET /sandbox/merchants'],
  ['POST /sandbox/merchants', { body: '{' }],
  ['GET /sandbox/merchants/nobody'],
  ['DELETE /sandbox/merchants'],
  ['GET /sandbox/metrics'],
  ['GET /sandbox/callback-certificate.pem'],
  ['GET /sandbox/nothing'],
  ['GET /'],
  ['GET /nothing'],
];
for (const [line, init] of requests)
  test(`the answer to ${line}${init ? ` ${JSON.stringify(init.body)}` : ''} is for no other site, and of no other type`, async (t) => {
    const { status, headers } = await send(await simulatorFor(t), line, init);

    t.is(headers.get('x-content-type-options'), 'nosniff', `${status}`);
    t.is(headers.get('cross-origin-resource-policy'), 'same-origin');
  });

test('answers with a fault, redirects and bugs carry these headers as well', async (t) => {
  const scenario = { gateway: [{ on: 'register', do: { malformed: true } }] };
  const simulator = await simulatorFor(t);
  const { formUrl, orderId } = await simulator.register();
  await simulator.setScenario('test_user', scenario);
  await payForm(simulator, orderId, challengeCard);

  for (const answer of [
    await send(simulator, 'POST /payment/rest/register.do', form),
    await fetch(`${simulator.url}/payment/acsRedirect.do?orderId=${orderId}`, { redirect: 'manual' }),
    await fetch(formUrl, { redirect: 'manual' }),
  ]) {
    t.is(answer.headers.get('x-content-type-options'), 'nosniff');
    t.is(answer.headers.get('cross-origin-resource-policy'), 'same-origin');
  }
});

const refused: readonly (readonly [Line, allow: string])[] = [
  ['PUT /payment/rest/register.do', 'GET, POST'],
  ['DELETE /payment/rest/getOrderStatusExtended.do', 'GET, POST'],
  ['PATCH /payment/token/payment.do', 'GET, POST'],
  ['PUT /recurrent/v1/task/create', 'GET, POST'],
  ['HEAD /payment/rest/deposit.do', 'GET, POST'],
  ['PUT /payment/rest/processform.do', 'GET, POST'],
  ['OPTIONS /payment/rest/refund.do', 'GET, POST'],
  ['POST /sandbox/health', 'GET, HEAD'],
  ['DELETE /sandbox/health', 'GET, HEAD'],
  ['POST /sandbox/ready', 'GET, HEAD'],
  ['PUT /sandbox/merchants', 'GET, HEAD, POST'],
  ['POST /sandbox/merchants/test_user', 'GET, HEAD, PATCH, DELETE'],
  ['GET /sandbox/reset', 'POST'],
  ['DELETE /sandbox/metrics', 'GET, HEAD'],
];
for (const [line, allow] of refused)
  test(`405 to ${line} says that ${allow} may be used`, async (t) => {
    const { status, headers } = await send(await simulatorFor(t), line);

    t.is(status, 405);
    t.deepEqual(headers.get('allow')?.split(', ').toSorted(), allow.split(', ').toSorted());
  });

test('no answer is 405 without Allow, whatever the address and the method', async (t) => {
  const simulator = await simulatorFor(t);
  const paths = [...new Set(requests.map(([line]) => line.split(' ')[1] as `/${string}`))];

  for (const path of paths)
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD'] as const) {
      const { status, headers } = await send(simulator, `${method} ${path}`);
      t.true(status !== 405 || headers.has('allow'), `${method} ${path}`);
    }
});
