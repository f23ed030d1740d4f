import test from 'ava';
import { visitorOf } from '../../helpers/dashboard/visitor.ts';
import { sendRaw } from '../../helpers/http/raw-request.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

const token = 'a-token-of-a-team';
const form = 'application/x-www-form-urlencoded';

/** A gateway that a team reaches. */
const team = { host: '0.0.0.0', controlToken: token } as const;

test('with CONTROL_TOKEN every page asks for it, and says nothing of the merchants', async (t) => {
  const simulator = await simulatorFor(t, team);
  const { orderId } = await simulator.register({ description: 'only for the team' });
  const visitor = visitorOf(simulator.url);

  for (const path of ['/', `/orders/${orderId}`, '/orders/nothing']) {
    const { status, html } = await visitor.open(path);
    t.is(status, 401, path);
    t.regex(html, /name="token"/);
    t.notRegex(html, /test_user|only for the team|Demo Store/);
  }
});

test('the token is given once, and leads to the page that was asked for', async (t) => {
  const simulator = await simulatorFor(t, team);
  const { orderId } = await simulator.register();
  const visitor = visitorOf(simulator.url);

  const page = await visitor.submit(`/orders/${orderId}`, 'sign-in', { token });

  t.regex(page.text, /Was it paid\?/);
  t.is((await visitor.open('/')).status, 200);
  const session = visitor.cookies.get('tillbox-session') ?? '';
  t.false(session.includes(token));
  t.notRegex((await visitor.open('/')).html, new RegExp(token));

  await visitor.submit('/', 'sign-out');
  t.is((await visitor.open('/')).status, 401);
});

test('a wrong token is refused, and after too many even the right one for a minute', async (t) => {
  const simulator = await simulatorFor(t, { ...team, loginTries: 3 });
  const visitor = visitorOf(simulator.url);

  for (let count = 0; count < 3; count++) {
    const { status, text } = await visitor.submit('/', 'sign-in', { token: 'wrong' });
    t.is(status, 401);
    t.regex(text, /This is not the token/);
  }
  t.is((await visitor.submit('/', 'sign-in', { token })).status, 401);

  await simulator.clock.advance(61_000);
  t.is((await visitor.submit('/', 'sign-in', { token })).status, 200);
});

for (const [what, cookie] of [
  ['none', ''],
  ['the token itself', `tillbox-session=${token}`],
  ['a proof of its own', 'tillbox-session=99999999999999.abc'],
  ['a session without a proof', 'tillbox-session=1767254400000.'],
  ['two sessions', 'tillbox-session=; tillbox-session=x.y'],
  ['a huge one', `tillbox-session=${'9'.repeat(4000)}.x`],
] as const)
  test(`a session is not made up: ${what}`, async (t) => {
    const simulator = await simulatorFor(t, team);

    for (const path of ['/', '/sandbox/merchants', '/sandbox/events']) {
      const answer = await fetch(simulator.url + path, { headers: { Accept: 'text/html', Cookie: cookie } });
      t.is(answer.status, 401, path);
    }
  });

test('a session ends after a week, and with another token', async (t) => {
  const simulator = await simulatorFor(t, team);
  const other = await simulatorFor(t, { ...team, controlToken: 'another' });
  const visitor = visitorOf(simulator.url);
  await visitor.submit('/', 'sign-in', { token });
  const Cookie = `tillbox-session=${visitor.cookies.get('tillbox-session')}`;
  const statusAt = async (url: string): Promise<number> =>
    (await fetch(url, { headers: { Accept: 'text/html', Cookie } })).status;

  t.is(await statusAt(simulator.url), 200);
  t.is(await statusAt(other.url), 401);
  await simulator.clock.advance(7 * 86_400_000);
  t.is(await statusAt(simulator.url), 401);
});

test('a session reads the control API, and changes nothing there', async (t) => {
  const simulator = await simulatorFor(t, team);
  const visitor = visitorOf(simulator.url);
  await visitor.submit('/', 'sign-in', { token });

  t.is((await visitor.send('/sandbox/merchants')).status, 200);
  for (const [method, path] of [
    ['POST', '/sandbox/reset'],
    ['DELETE', '/sandbox/merchants/test_user'],
    ['PATCH', '/sandbox/merchants/test_user'],
    ['PUT', '/sandbox/merchants/test_user/scenario'],
  ] as const)
    t.is(
      (await visitor.send(path, { method, body: '{}', headers: { 'Content-Type': 'application/json' } })).status,
      401,
      path,
    );
});

test('where others reach the gateway and there is no token, the dashboard is closed', async (t) => {
  const simulator = await simulatorFor(t, { host: '0.0.0.0' });
  const { orderId } = await simulator.register();
  const visitor = visitorOf(simulator.url);

  const start = await visitor.open('/');
  t.is(start.status, 200);
  t.regex(start.text, /CONTROL_TOKEN/);
  const order = await visitor.open(`/orders/${orderId}`);
  t.is(order.status, 403);
  for (const { html } of [start, order]) t.notRegex(html, /class="rail"|Was it paid/);
});

test('with a control port the dashboard is there only', async (t) => {
  const simulator = await simulatorFor(t, { controlPort: 0 });

  t.notRegex((await visitorOf(simulator.url).open('/')).html, /class="rail"/);
  t.regex((await visitorOf(simulator.controlUrl.replace('/sandbox', '')).open('/')).html, /class="rail"/);
  t.is(
    (await visitorOf(simulator.controlUrl.replace('/sandbox', '')).submit('/', 'clock', { move: '1m' })).status,
    200,
  );
});

const wrongForms: readonly (readonly [what: string, token: (own: string) => string | undefined])[] = [
  ['without a token', () => undefined],
  ['with an empty one', () => ''],
  ['with that of another browser', () => 'A'.repeat(32)],
  ['with a longer one', (own) => `${own}x`],
];
for (const [what, tokenOf] of wrongForms)
  test(`a form ${what} does nothing`, async (t) => {
    const simulator = await simulatorFor(t);
    const visitor = visitorOf(simulator.url);
    await visitor.open('/');
    const formToken = tokenOf(visitor.cookies.get('tillbox-form') ?? '');
    const before = simulator.clockOf('test_user').now();

    const body = new URLSearchParams({ act: 'clock', move: '1m', ...(formToken !== undefined && { formToken }) });
    const answer = await visitor.send('/', { method: 'POST', body });

    t.is(answer.status, 303);
    t.is(simulator.clockOf('test_user').now(), before);
    t.regex((await visitor.open('/')).text, /This form is older than the page\. Nothing was done/);
  });

const foreign: readonly Readonly<Record<string, string>>[] = [
  { Origin: 'https://evil.example' },
  { Origin: 'null' },
  { 'Sec-Fetch-Site': 'cross-site' },
  { 'Sec-Fetch-Site': 'same-site', Origin: 'http://other.localhost:1' },
  { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' },
];
for (const headers of foreign)
  test(`a page of another site posts nothing: ${JSON.stringify(headers)}`, async (t) => {
    const simulator = await simulatorFor(t);
    const visitor = visitorOf(simulator.url);
    await visitor.open('/');
    const formToken = visitor.cookies.get('tillbox-form') ?? '';
    const before = simulator.clockOf('test_user').now();

    for (const path of ['/', '/orders/x', '/sign-in', '/sign-out']) {
      const body = new URLSearchParams({ act: 'clock', move: '1m', formToken });
      const answer = await visitor.send(path, { method: 'POST', body, headers });
      t.is(answer.status, 403, path);
    }
    t.is(simulator.clockOf('test_user').now(), before);
  });

test('a form that another site sends as if it were a link does nothing', async (t) => {
  const { url, clockOf } = await simulatorFor(t);
  const visitor = visitorOf(url);
  await visitor.open('/');
  const formToken = visitor.cookies.get('tillbox-form') ?? '';
  const body = `act=clock&move=1m&formToken=${formToken}`;
  const before = clockOf('test_user').now();
  const fetchMetadata = ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: document'];

  const { status } = await sendRaw(url, {
    line: 'POST / HTTP/1.1',
    headers: [
      `Host: ${new URL(url).host}`,
      `Cookie: tillbox-form=${formToken}`,
      `Content-Type: ${form}`,
      `Content-Length: ${body.length}`,
      'Connection: close',
      ...fetchMetadata,
    ],
    body,
  });

  t.is(status, 403);
  t.is(clockOf('test_user').now(), before);
});

test('a link on another site leads to a page; frames, images and scripts of another site get nothing', async (t) => {
  const { url } = await simulatorFor(t);
  const statusFor = async (mode: string, dest: string): Promise<number> => {
    const fetchMetadata = ['Sec-Fetch-Site: cross-site', `Sec-Fetch-Mode: ${mode}`, `Sec-Fetch-Dest: ${dest}`];
    const headers = [`Host: ${new URL(url).host}`, 'Accept: text/html', 'Connection: close', ...fetchMetadata];
    return (await sendRaw(url, { line: 'GET / HTTP/1.1', headers })).status;
  };

  t.is(await statusFor('navigate', 'document'), 200);
  for (const [mode, dest] of [
    ['navigate', 'iframe'],
    ['navigate', 'object'],
    ['no-cors', 'image'],
    ['no-cors', 'script'],
    ['cors', 'empty'],
  ] as const)
    t.is(await statusFor(mode, dest), 403, dest);
});

test('a name that leads here by DNS sees nothing', async (t) => {
  const { url } = await simulatorFor(t);

  for (const path of ['/', '/orders/x']) {
    const { status } = await sendRaw(url, {
      line: `GET ${path} HTTP/1.1`,
      headers: ['Host: evil.example', 'Accept: text/html', 'Connection: close'],
    });
    t.is(status, 421, path);
  }
});

test('every page has a policy without exceptions, is framed by nobody, cached by nobody, and leaks no address', async (t) => {
  const { url } = await simulatorFor(t);

  const { headers } = await fetch(url, { headers: { Accept: 'text/html' } });

  const policy = headers.get('content-security-policy') ?? '';
  t.notRegex(policy, /unsafe|\*|https?:/);
  t.regex(policy, /default-src 'none'.*form-action 'self'.*frame-ancestors 'none'/);
  t.is(headers.get('x-frame-options'), 'DENY');
  t.is(headers.get('cache-control'), 'no-store');
  t.is(headers.get('referrer-policy'), 'same-origin');
  for (const cookie of headers.getSetCookie()) t.regex(cookie, /HttpOnly; SameSite=Strict/);
});

for (const to of ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/ok\r\nX: y'])
  test(`after signing in nobody is sent away: ${JSON.stringify(to)}`, async (t) => {
    const simulator = await simulatorFor(t, team);
    const visitor = visitorOf(simulator.url);
    await visitor.open('/');
    const body = new URLSearchParams({ token, to, formToken: visitor.cookies.get('tillbox-form') ?? '' });

    const answer = await visitor.send('/sign-in', { method: 'POST', body, headers: { 'Content-Type': form } });

    t.is(answer.headers.get('location'), '/');
  });

test('forms that are too large or no forms at all are refused, never a 500', async (t) => {
  const { url } = await simulatorFor(t);

  for (const body of ['a'.repeat(2_000_000), '%', '\0', 'act=__proto__', 'act=constructor&formToken=x', '{}']) {
    const answer = await fetch(url, { method: 'POST', body, redirect: 'manual', headers: { 'Content-Type': form } });
    t.true(answer.status < 500, `${body.slice(0, 20)}: ${answer.status}`);
  }
});

test('a page that fetches itself leaves the notice to the next page', async (t) => {
  const { url } = await simulatorFor(t);
  const visitor = visitorOf(url);
  await visitor.open('/');
  await visitor.send('/', { method: 'POST', body: new URLSearchParams({ act: 'clock', move: '1m' }) });

  const own = await visitor.send('/', { headers: { 'Sec-Fetch-Dest': 'empty', 'Sec-Fetch-Site': 'same-origin' } });
  t.notRegex(await own.text(), /Nothing was done/);
  t.regex((await visitor.open('/')).text, /Nothing was done/);
  t.notRegex((await visitor.open('/')).text, /Nothing was done/);
});
