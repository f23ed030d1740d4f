import test, { type ExecutionContext } from 'ava';
import { startDemoShop } from '../../../simulator/commands/demo-shop.ts';
import { readConfig } from '../../../simulator/commands/read-config.ts';
import { stubServer } from '../../helpers/http/stub-server.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { cardFields } from '../../helpers/payments/pay-form.ts';
import { ask } from '../../helpers/simulator/ask.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

const shopFor = async (t: ExecutionContext, environment: Readonly<Record<string, string>> = {}) => {
  const simulator = await simulatorFor(t);
  const shop = await startDemoShop(readConfig({ SHOP_PORT: '0', ...environment }), simulator);
  t.teardown(shop.stop);
  return {
    shop,
    orders: async () => (await simulator.orders('test_user')).total,
    buy: (headers: Readonly<Record<string, string>>) =>
      ask(`${shop.url}/buy`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: 'product=tea-bowl&quantity=1',
      }),
  };
};

for (const headers of [
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { origin: 'null' },
  { origin: 'https://evil.example' },
  { origin: 'http://localhost:8080' },
])
  test(`a page of another site orders nothing in the demo shop: ${JSON.stringify(headers)}`, async (t) => {
    const { buy, orders } = await shopFor(t);
    const { status, text } = await buy(headers);
    t.is(status, 403);
    t.regex(text, /CORS_ORIGINS/);
    t.is(await orders(), 0);
  });

for (const [what, status, isLinked] of [
  ['answers', 200, true],
  ['asks who is there', 401, true],
  ['leads elsewhere', 303, true],
  ['is not there', 404, false],
  ['fails', 503, false],
] as const)
  test(`the shop links the page of an order at the gateway, which ${what}: ${isLinked}`, async (t) => {
    const simulator = await simulatorFor(t);
    const pages = await stubServer(t, () => ({ status, headers: { location: '/login' }, body: 'a page' }));
    const shop = await startDemoShop(readConfig({ SHOP_PORT: '0' }), { ...simulator, url: pages.origin });
    t.teardown(shop.stop);
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const body = 'product=tea-bowl&quantity=1';
    const bought = await ask(`${shop.url}/buy`, { method: 'POST', headers, body });
    const orderId = new URL(String(bought.headers.location)).searchParams.get('mdOrder');
    const list = await ask(`${shop.url}/orders`, { method: 'GET', headers: {} });
    const order = `${shop.url}/orders/${/data-order="([^"]+)"/.exec(list.text)?.[1]}`;

    const { text } = await ask(order, { method: 'GET', headers: {} });
    await ask(order, { method: 'GET', headers: {} });

    t.is(text.includes(`href="${pages.origin}/orders/${orderId}" data-story`), isLinked);
    t.deepEqual(
      pages.received.map(({ path }) => path.split('?')[0]),
      [`/orders/${orderId}`],
      'the gateway is asked once',
    );
  });

test('a page of another site presses no button of the shop', async (t) => {
  const { shop, buy } = await shopFor(t);
  const formUrl = new URL(String((await buy({})).headers.location));
  const orders = await ask(`${shop.url}/orders`, { method: 'GET', headers: {} });
  const order = /data-order="([^"]+)"/.exec(orders.text)?.[1];
  const buttons = ['capture', 'release', 'refund', 'undo', 'decline', 'renew', 'endSubscription'];
  for (const path of [...buttons.map((act) => `/orders/${order}/${act}`), '/cards/remove'])
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
    ]) {
      const all = { 'content-type': 'application/x-www-form-urlencoded', ...headers };
      const { status } = await ask(shop.url + path, { method: 'POST', headers: all, body: 'after=0&card=a' });
      t.is(status, 403, `${path} ${JSON.stringify(headers)}`);
    }
  t.is((await ask(formUrl.href, { method: 'GET', headers: {} })).status, 200);
  const page = await ask(`${shop.url}/orders/${order}`, { method: 'GET', headers: {} });
  t.regex(page.text, /data-result="waiting"/);
});

test('its own page and a program order there, and its other pages are open to every site', async (t) => {
  const { shop, buy, orders } = await shopFor(t);
  t.is((await buy({})).status, 303);
  t.is((await buy({ origin: shop.url, 'sec-fetch-site': 'same-origin' })).status, 303);
  t.is(await orders(), 2);
  for (const path of ['/', '/orders', '/shop.css'])
    t.is((await ask(shop.url + path, { method: 'GET', headers: { 'sec-fetch-site': 'cross-site' } })).status, 200);
  const callback = await ask(`${shop.url}/callback`, { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } });
  t.is(callback.text, 'not accepted');
});

for (const host of ['evil.example', 'evil.local', 'shop', 'localhost.evil.example'])
  test(`the demo shop does not answer as ${host}`, async (t) => {
    const { shop } = await shopFor(t);
    t.is((await ask(`${shop.url}/orders`, { method: 'GET', headers: { host } })).status, 421);
    t.is((await ask(`${shop.url}/orders`, { method: 'GET', headers: { host: 'localhost:3000' } })).status, 200);
    const { shop: named } = await shopFor(t, { HOSTS: host });
    t.is((await ask(`${named.url}/orders`, { method: 'GET', headers: { host } })).status, 200);
  });

test('somebody with a phone buys there under the address of the network: HOST=0.0.0.0', async (t) => {
  const simulator = await simulatorFor(t, { host: '0.0.0.0' });
  const shop = await startDemoShop(readConfig({ HOST: '0.0.0.0', SHOP_PORT: '0' }), simulator);
  t.teardown(shop.stop);
  const { port } = new URL(simulator.url);
  const asPhone = (url: URL, method: 'GET' | 'POST', body = '') => {
    const { host, pathname, search } = url;
    const headers = { host, 'content-type': 'application/x-www-form-urlencoded' };
    return ask(`http://127.0.0.1:${url.port}${pathname}${search}`, { method, headers, body });
  };

  const bought = await asPhone(new URL(`http://192.168.1.5:${shop.port}/buy`), 'POST', 'product=tea-bowl&quantity=1');
  const page = new URL(bought.headers.location ?? '');
  t.is(page.host, `192.168.1.5:${port}`);
  t.is((await asPhone(page, 'GET')).status, 200);
  const orderId = page.searchParams.get('mdOrder') ?? '';
  const paid = await simulator.callBare('processform.do', { MDORDER: orderId, ...cardFields(plainCard) });

  const back = new URL(paid['redirect']);
  t.is(back.host, `192.168.1.5:${shop.port}`);
  t.regex((await asPhone(back, 'GET')).text, /Thank you!/);
});
