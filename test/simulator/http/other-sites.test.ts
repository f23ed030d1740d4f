import test, { type ExecutionContext } from 'ava';
import { ask } from '../../helpers/simulator/ask.ts';
import { simulatorFor, type TestSimulator } from '../../helpers/simulator/simulator.ts';

type Headers = Readonly<Record<string, string>>;

/** What browsers send for a page of another site; `{own}`: the gateway's own host. */
const foreign: readonly Headers[] = [
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
  { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' },
  { 'Sec-Fetch-Site': 'Cross-Site' },
  { 'sec-fetch-site': '' },
  { 'sec-fetch-site': 'same-origin, cross-site' },
  { origin: 'null' },
  { origin: 'https://shop.example' },
  { origin: 'http://localhost:3000' },
  { origin: 'http://{own}.shop.example' },
  { origin: 'http://shop.example/{own}' },
  { origin: 'http://shop.example:{port}' },
  { origin: 'http://{own}', 'sec-fetch-site': 'same-site' },
  { origin: 'file://' },
  { origin: 'chrome-extension://abcdefghijklmnop' },
  { origin: '{own}' },
  { origin: 'http://{OWN}:1' },
  { origin: '' },
];

const own: readonly Headers[] = [
  {},
  { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' },
  { 'sec-fetch-site': 'same-origin', origin: 'http://{own}' },
  { origin: 'http://{own}' },
  { origin: 'https://{own}' },
];

const headersFor = ({ url }: TestSimulator, headers: Headers): Headers => {
  const { host, port } = new URL(url);
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, value.replace(/\{own\}/gi, host).replace('{port}', port)]),
  );
};

const login = 'userName=test_user&password=test_user_password';
const form = 'application/x-www-form-urlencoded';
const basic = `Basic ${Buffer.from('test_user:test_user_password').toString('base64')}`;

interface Request {
  readonly method: string;
  readonly path: string;
  readonly type?: string;
  readonly body?: string;
}

/** Calls that a page of another site may not make. */
const closed: readonly Request[] = [
  {
    method: 'POST',
    path: '/payment/rest/register.do',
    type: form,
    body: `${login}&amount=100&returnUrl=https://a.example`,
  },
  { method: 'GET', path: `/payment/rest/register.do?${login}&amount=100&returnUrl=https://a.example` },
  { method: 'GET', path: `//payment//rest/register.do?${login}&amount=100&returnUrl=https://a.example` },
  { method: 'POST', path: '/payment/rest/register.do', type: 'text/plain', body: `${login}&amount=100` },
  { method: 'POST', path: '/payment/rest/templates/create.do', type: 'text/plain', body: '{}' },
  { method: 'POST', path: '/recurrent/v1/task/create', type: 'application/json', body: '{}' },
  { method: 'POST', path: '/payment/google/payment.do', type: 'text/plain', body: '{"merchant":"test_user"}' },
  { method: 'POST', path: '/mportal/mvc/public/merchant/update/test_user', type: 'text/plain', body: '{}' },
  { method: 'POST', path: '/MPORTAL/mvc/public/merchant/update/test_user', type: 'text/plain', body: '{}' },
  { method: 'GET', path: '/sandbox/health' },
  { method: 'GET', path: '/sandbox/ready' },
  { method: 'GET', path: '/sandbox/merchants' },
  { method: 'GET', path: '/SANDBOX/merchants' },
  { method: 'GET', path: '/sandbox/events' },
  { method: 'POST', path: '/sandbox/merchants/test_user/reset' },
  { method: 'POST', path: '/sandbox/merchants/assets/reset' },
  { method: 'POST', path: '/sandbox/wallet-tokens', type: 'text/plain', body: '{"wallet":"google","amount":100}' },
  { method: 'OPTIONS', path: '/sandbox/merchants' },
];

const callAs = (simulator: TestSimulator, { method, path, type, body }: Request, headers: Headers) =>
  ask(simulator.url + path, {
    method,
    headers: { ...(type && { 'content-type': type }), authorization: basic, ...headersFor(simulator, headers) },
    ...(body !== undefined && { body }),
  });

const nothingHappened = async (t: ExecutionContext, simulator: TestSimulator): Promise<void> => {
  t.is((await simulator.orders('test_user')).total, 0);
  t.deepEqual(
    (await simulator.merchants()).map(({ callbacks }) => callbacks?.url),
    [undefined],
  );
};

for (const headers of foreign)
  test(`a page of another site calls nothing: ${JSON.stringify(headers)}`, async (t) => {
    const simulator = await simulatorFor(t);
    for (const request of closed) {
      const { status, text } = await callAs(simulator, request, headers);
      t.is(status, 403, `${request.method} ${request.path}`);
      t.regex(text, /CORS_ORIGINS/);
    }
    await nothingHappened(t, simulator);
  });

for (const headers of own)
  test(`a page of the gateway and a program may call: ${JSON.stringify(headers)}`, async (t) => {
    const simulator = await simulatorFor(t);
    for (const request of closed.filter(({ method }) => method !== 'OPTIONS'))
      if (request.path !== '/sandbox/events')
        t.not((await callAs(simulator, request, headers)).status, 403, `${request.method} ${request.path}`);
  });

test('the pages of the payer and the ways between them are open to every site', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId, formUrl } = await simulator.register();
  const { pathname, search } = new URL(formUrl);
  const open: readonly Request[] = [
    { method: 'GET', path: pathname + search },
    { method: 'GET', path: '/payment/merchants/assets/page.css' },
    { method: 'GET', path: '/acs/assets/acs.css' },
    { method: 'POST', path: `/payment/rest/getSessionStatus.do?MDORDER=${orderId}` },
    { method: 'POST', path: '/payment/rest/finish3ds.do', type: form, body: `MD=${orderId}` },
    { method: 'POST', path: '/payment/rest/finish3dsVer2PaymentAnonymous.do', type: form, body: 'cres=e30' },
    { method: 'POST', path: '/acs/challenge', type: form, body: 'creq=e30' },
  ];
  for (const request of open)
    for (const headers of foreign)
      t.not((await callAs(simulator, request, headers)).status, 403, `${request.path} ${JSON.stringify(headers)}`);
});

const spa = 'http://localhost:5173';

test('a page that CORS_ORIGINS names may call, and reads the answer', async (t) => {
  const simulator = await simulatorFor(t, { corsOrigins: ['http://LOCALHOST:5173', 'app://shop'] });
  for (const origin of [spa, 'app://shop'])
    for (const request of closed.filter(({ method }) => method !== 'OPTIONS'))
      if (request.path !== '/sandbox/events') {
        const headers = { origin, 'sec-fetch-site': 'same-site' };
        const answer = await callAs(simulator, request, headers);
        t.not(answer.status, 403, request.path);
        t.is(answer.headers['access-control-allow-origin'], origin);
        t.is(answer.headers['vary'], 'Origin');
      }
});

test('a browser that asks before such a call is told what it may send', async (t) => {
  const simulator = await simulatorFor(t, { corsOrigins: [spa] });
  for (const path of ['/payment/rest/register.do', '/sandbox/merchants', '/mportal/mvc/public/merchant/update/x']) {
    const preflight = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' };
    const allowed = await callAs(simulator, { method: 'OPTIONS', path }, { origin: spa, ...preflight });
    t.is(allowed.status, 200);
    t.is(allowed.headers['access-control-allow-origin'], spa);
    t.is(allowed.headers['access-control-allow-methods'], 'POST');
    t.is(allowed.headers['access-control-allow-headers'], 'content-type');
    for (const origin of [
      'http://localhost:51730',
      'https://localhost:5173',
      'http://localhost:5173.evil.example',
      'null',
    ]) {
      const refused = await callAs(simulator, { method: 'OPTIONS', path }, { origin, ...preflight });
      t.is(refused.status, 403);
      t.is(refused.headers['access-control-allow-origin'], undefined);
    }
  }
});

test('behind a proxy the pages of PUBLIC_URL are those of the gateway', async (t) => {
  const simulator = await simulatorFor(t, { publicUrl: 'https://pay.example.test' });
  const [register] = closed;
  if (!register) return t.fail();
  t.is((await callAs(simulator, register, { origin: 'https://pay.example.test' })).status, 200);
  t.is((await callAs(simulator, register, { origin: 'https://other.example.test' })).status, 403);
});

test('wallet tokens are for pages of the gateway, and for callers of the control API', async (t) => {
  const simulator = await simulatorFor(t, { controlToken: 'made-up' });
  const request = {
    method: 'POST',
    path: '/sandbox/wallet-tokens',
    type: 'application/json',
    body: '{"wallet":"google","amount":100}',
  };
  const status = async (headers: Headers) => (await callAs(simulator, request, headers)).status;
  t.is(await status({ 'sec-fetch-site': 'same-origin', origin: 'http://{own}' }), 200);
  t.is(await status({ origin: 'http://{own}' }), 200);
  t.is(await status({ authorization: 'Bearer made-up' }), 200);
  t.is(await status({}), 401);
  t.is(await status({ authorization: 'Bearer made' }), 401);
  t.is(await status({ origin: 'null' }), 403);
});
