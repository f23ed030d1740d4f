import test, { type ExecutionContext } from 'ava';
import { GatewayClient, GatewayRefused } from '../../../client/index.ts';
import { pages } from '../../../simulator/dashboard/pages.ts';
import { unescaped, visitorOf } from '../../helpers/dashboard/visitor.ts';
import { challengeCard, pay } from '../../helpers/payments/pay.ts';
import { pathProxyFor } from '../../helpers/simulator/path-proxy.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

const token = 'a-token-of-this-test';

/** Pages with a different query are one page, of which so many are read. */
const mostOfShape = 2;

/** Attributes with a slash at their beginning that hold no address. */
const noAddress = /^(?:value|placeholder|title|aria-keyshortcuts|d)$/;

interface Answer {
  readonly address: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

const isHtml = ({ headers }: Answer): boolean => (headers.get('content-type') ?? '').startsWith('text/html');

/** Every address in a page that begins with a slash, as `name="value"`. */
const addressesIn = (html: string): readonly (readonly [name: string, value: string])[] =>
  [...html.matchAll(/\s([\w-]+)="(\/[^"]*)"/g)].flatMap(([, name = '', value = '']) =>
    noAddress.test(name) ? [] : [[name, unescaped(value)] as const],
  );

/** What leads out of the path of the proxy. */
const straying = (answer: Answer, path: string): readonly string[] => {
  const { address, headers, text } = answer;
  const isBelow = (to: string): boolean => to === path || to.startsWith(`${path}/`) || to.startsWith(`${path}?`);
  const cookies = headers.getSetCookie().filter((cookie) => !new RegExp(`; Path=${path}(?:;|$)`).test(cookie));
  const location = headers.get('location') ?? '';
  const links = isHtml(answer) ? addressesIn(text).filter(([, value]) => !isBelow(value)) : [];
  const twice = isHtml(answer) ? addressesIn(text).filter(([, value]) => value.startsWith(`${path}${path}`)) : [];
  return [
    ...cookies,
    ...(location.startsWith('/') && !isBelow(location) ? [`Location: ${location}`] : []),
    ...[...links, ...twice].map(([name, value]) => `${name}="${value}"`),
    ...(/\burl\(["']?\//.test(text) && (headers.get('content-type') ?? '').startsWith('text/css') ? ['url(/'] : []),
    ...(/["'`]\/[a-z]\w+/.test(text) && (headers.get('content-type') ?? '').startsWith('text/javascript')
      ? [`a script with ${/["'`]\/[a-z][^"'`]*/.exec(text)?.[0]}`]
      : []),
  ].map((what) => `${address}: ${what}`);
};

const shapeOf = ({ pathname, searchParams }: URL): string =>
  `${pathname.replace(/[\w-]{36}/, '{id}')}?${[...new Set(searchParams.keys())].sort()}`;

const linksIn = (html: string): readonly string[] =>
  [...html.matchAll(/\s(?:href|src|data-schema|data-missed)="([^"]*)"/g)].map(([, link = '']) => unescaped(link));

const crawl = async (
  send: ReturnType<typeof visitorOf>['send'],
  publicUrl: string,
  seeds: readonly string[],
): Promise<readonly Answer[]> => {
  const counts = new Map<string, number>();
  const waiting: string[] = [];
  const add = (link: string, from: string): void => {
    const url = new URL(link, from);
    url.hash = '';
    url.searchParams.delete('lang');
    const count = counts.get(shapeOf(url)) ?? 0;
    if (!url.href.startsWith(publicUrl) || count >= mostOfShape) return;
    counts.set(shapeOf(url), count + 1);
    waiting.push(url.href);
  };
  for (const seed of seeds) add(seed, publicUrl);
  const answers: Answer[] = [];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const answer = await send(next);
    const { status, headers } = answer;
    const one = { address: next.slice(publicUrl.length), status, headers, text: await answer.text() };
    answers.push(one);
    const location = headers.get('location');
    if (location) add(location, next);
    if (isHtml(one)) for (const link of linksIn(one.text)) add(link, next);
  }
  return answers;
};

const gatewayFor = async (t: ExecutionContext, options: Parameters<typeof simulatorFor>[1] = {}) => {
  const proxy = await pathProxyFor(t);
  const simulator = await simulatorFor(t, { publicUrl: proxy.url, journalSize: 200, ...options });
  proxy.use(simulator.url);
  return { proxy, simulator };
};

test('no link, form, asset, redirect or cookie of any page leaves the path of PUBLIC_URL', async (t) => {
  t.timeout(120_000);
  const { proxy, simulator } = await gatewayFor(t, { controlToken: token });
  const { url, path } = proxy;
  const paid = await simulator.register({ clientId: 'aida' });
  t.true(paid.formUrl.startsWith(`${url}/payment/`), paid.formUrl);
  const { steps, end } = await pay(paid.formUrl, { card: challengeCard });
  t.true(
    steps.every((step) => step.url.startsWith(`${url}/`)),
    JSON.stringify(steps),
  );
  t.is(end, 'shop');
  const open = await simulator.register();
  const visitor = visitorOf(url);
  await visitor.submit(`${url}/transactions?merchant=test_user`, 'sign-in', { token });
  t.truthy(visitor.cookies.get('tillbox-session'));

  const answers = await crawl(visitor.send, url, [
    url,
    ...pages.map((page) => url + page.path.replace('{orderId}', paid.orderId)),
    `${url}/orders/${open.orderId}`,
    open.formUrl,
    `${url}/payment/merchants/sandbox-list.html?mdOrder=${open.orderId}`,
    `${url}/payment/merchants/finish_en.html?orderId=${paid.orderId}`,
    `${url}/payment/merchants/errors_en.html`,
    `${url}/payment/rest/register`,
    `${url}/sandbox`,
    `${url}/nowhere`,
  ]);

  t.deepEqual(
    answers.flatMap((answer) => straying(answer, path)),
    [],
  );
  const failed = answers.filter(
    ({ address, status }) => status >= 400 && !/nowhere|register|errors_|missed/.test(address),
  );
  t.deepEqual(
    failed.map(({ address, status }) => `${status} ${address}`),
    [],
  );
  const read = answers.map(({ address }) => address);
  for (const asset of ['/dashboard/assets/dashboard.css', '/payment/merchants/assets/page.js'])
    t.true(read.includes(asset), `${asset} is read`);
  t.deepEqual(proxy.strays, []);
});

test('the forms of the dashboard and its sign-in come back below the path', async (t) => {
  const { proxy } = await gatewayFor(t, { controlToken: token });
  const visitor = visitorOf(proxy.url);
  const signedIn = await visitor.submit(`${proxy.url}/transactions`, 'sign-in', { token });
  t.is(signedIn.status, 200);
  t.regex(signedIn.html, /data-events="\/tillbox\/sandbox\/merchants\/test_user\/events\?digestMs=500"/);
  const made = await visitor.submit(`${proxy.url}/merchants`, 'make', { login: 'dala' });
  t.is(made.status, 200);
  t.regex(made.text, /dala/);
  const { html } = await visitor.open(`${proxy.url}/`);
  const signOut = await visitor.submit(`${proxy.url}/`, 'sign-out');
  t.true(html.includes('action="/tillbox/sign-out"'));
  t.is(signOut.status, 401);
  t.deepEqual(proxy.strays, []);
});

test('without a path in PUBLIC_URL pages and headers are as without PUBLIC_URL', async (t) => {
  const plain = await simulatorFor(t);
  const published = await simulatorFor(t, { publicUrl: 'https://pay.example' });
  for (const path of ['/cards', '/sandbox', '/payment/merchants/errors_en.html']) {
    const ask = async (url: string) => {
      const headers = { accept: 'text/html', cookie: `tillbox-form=${'a'.repeat(32)}` };
      const answer = await fetch(url + path, { headers, redirect: 'manual' });
      return {
        text: (await answer.text()).replaceAll(/data-now="\d+"/g, ''),
        location: answer.headers.get('location'),
      };
    };
    t.deepEqual(await ask(published.url), await ask(plain.url), path);
  }
});

for (const bank of ['sber', 'bpc'])
  test(`an order is paid below the path by 3-D Secure at ${bank}`, async (t) => {
    const { proxy, simulator } = await gatewayFor(t, { bank });
    const { orderId, formUrl } = await simulator.register({ orderNumber: '1' });
    const { steps } = await pay(formUrl, { card: challengeCard });
    t.true(
      steps.every((step) => step.url.startsWith(`${proxy.url}/`)),
      JSON.stringify(steps),
    );
    t.is((await simulator.status(orderId, { orderNumber: '1' }))['orderStatus'], 2);
    t.deepEqual(proxy.strays, []);
  });

test('the reference names the address below the path', async (t) => {
  const { proxy } = await gatewayFor(t);
  for (const [file, server] of [
    ['merchant.json', proxy.url],
    ['control.json', `${proxy.url}/sandbox`],
  ] as const) {
    const answer = await fetch(`${proxy.url}/sandbox/openapi/${file}`);
    t.like(await answer.json(), { servers: [{ url: server }] });
  }
  const start = await (await fetch(proxy.url, { headers: { accept: 'text/plain' } })).text();
  t.true(start.includes(`${proxy.url}/payment/rest/`));
});

test('a request that keeps the path is told that the proxy has to take it off', async (t) => {
  const { simulator } = await gatewayFor(t);
  const answer = await fetch(`${simulator.url}/tillbox/payment/rest/register.do`);
  t.is(answer.status, 404);
  t.regex(await answer.text(), /the proxy.*must take \/tillbox, the path of PUBLIC_URL, off/);
});

test('a shop reaches the recurring tasks and the portal below the path', async (t) => {
  const { proxy } = await gatewayFor(t);
  const shop = new GatewayClient({
    baseUrl: `${proxy.url}/payment/rest/`,
    userName: 'test_user',
    password: 'test_user_password',
  });
  await t.throwsAsync(
    shop.recurringTasks.terminateAll({ tasks: [{ taskUuid: '00000000-0000-7000-8000-000000000000' }] }),
    { instanceOf: GatewayRefused },
  );
  const headers = { authorization: `Basic ${btoa('test_user:test_user_password')}` };
  const portal = `${proxy.url}/mportal/mvc/public/merchant/update/test_user`;
  const answer = await fetch(portal, { method: 'POST', headers, body: '{}' });
  t.is(answer.status, 200);
  t.deepEqual(proxy.strays, []);
});

test('the result page does not lead to itself', async (t) => {
  const { proxy, simulator } = await gatewayFor(t);
  const { orderId, formUrl } = await simulator.register({
    returnUrl: `${proxy.url}/payment/merchants/finish_en.html`,
  });
  await pay(formUrl, { card: challengeCard });
  const page = await fetch(`${proxy.url}/payment/merchants/finish_en.html?orderId=${orderId}`);
  t.notRegex(await page.text(), /class="button"/);
});
