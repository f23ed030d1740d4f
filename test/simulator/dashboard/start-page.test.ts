import test from 'ava';
import { banks } from '../../../simulator/banks/all.ts';
import { sendRaw } from '../../helpers/http/raw-request.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

const browser = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

const pageOf = async (url: string, headers: Readonly<Record<string, string>> = {}): Promise<string> => {
  const answer = await fetch(url, { headers: { ...browser, ...headers } });
  return (await answer.text()).replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>');
};

for (const path of ['/', '/sandbox', '/sandbox/'])
  test(`${path} leads a person on`, async (t) => {
    const { url, restUrl, bank } = await simulatorFor(t, { demoShopUrl: () => 'http://127.0.0.1:4321' });

    const page = await pageOf(url + path);

    for (const part of [
      bank.title,
      restUrl,
      'test_user_password',
      `href="${url}/sandbox/openapi/merchant.json"`,
      `href="${url}/sandbox/openapi/control.json"`,
      'href="http://127.0.0.1:4321/"',
      `curl ${restUrl}register.do`,
      '5555 5555 5555 5599',
    ])
      t.true(page.includes(part), part);
    t.notRegex(page, /<script(?! src="\/dashboard\/assets\/)|\son\w+=|style="/);
    for (const [, href = ''] of page.matchAll(/href="(http[^"]*openapi[^"]*)"/g)) t.is((await fetch(href)).status, 200);
  });

for (const bank of banks)
  test(`the page has the command for a first order at ${bank.name}`, async (t) => {
    const { url, restUrl } = await simulatorFor(t, { bank });

    const page = await pageOf(url);

    t.true(page.includes(bank.title) && page.includes(restUrl));
    t.is(page.includes('orderNumber=$(date +%s)'), !bank.generatesOrderNumber);
    t.is(page.includes('orderBundle='), bank.wantsCustomer);
  });

test('a program gets plain text', async (t) => {
  const { url, restUrl } = await simulatorFor(t);
  for (const path of ['/', '/sandbox']) {
    const answer = await fetch(url + path);

    t.is(answer.headers.get('content-type'), 'text/plain; charset=utf-8');
    const text = await answer.text();
    t.true(text.startsWith('tillbox imitates the card payment gateway of '));
    t.true(text.includes(`Merchant API: ${restUrl}\n`));
    t.true(text.includes(`Control API: ${url}/sandbox\n`));
    t.true(text.includes(`curl ${restUrl}register.do`));
  }
});

test('neither page nor text tells logins, passwords or tokens that were set', async (t) => {
  const merchants = [{ login: 'own_shop', password: 'hunter2' }];
  const { url } = await simulatorFor(t, { merchants, controlToken: 'hunter3', callbacks: { token: 'hunter4' } });
  for (const headers of [browser, {}])
    for (const path of ['/', '/sandbox']) {
      const answer = await fetch(url + path, { headers });
      const text = await answer.text();

      t.notRegex(text, /hunter|own_shop/);
      t.true(text.includes('CONTROL_TOKEN') || answer.status === 401);
      t.is(text.includes('MERCHANTS'), headers !== browser);
      t.notRegex(text, /href="[^"]*openapi/);
    }
});

test('the page of a merchant that was set has its login, and no secret', async (t) => {
  const merchants = [{ login: 'own_shop', password: 'hunter2' }];
  const { url } = await simulatorFor(t, { merchants, callbacks: { token: 'hunter4' } });

  const page = await pageOf(url);

  t.true(page.includes('own_shop'));
  t.notRegex(page, /hunter/);
});

test('any login is said to do if any does', async (t) => {
  const { url } = await simulatorFor(t, { merchants: [{ login: '*', password: '' }] });

  t.regex(await (await fetch(url)).text(), /any \/ any/);
  t.regex(await pageOf(url), /-d userName=any -d password=any/);
});

test('says where the control API is, if it has a port of its own or is off', async (t) => {
  const apart = await simulatorFor(t, { controlPort: 0 });
  t.true((await pageOf(apart.url)).includes(apart.controlUrl));
  t.notRegex(await pageOf(apart.url), /href="[^"]*openapi/);

  const open = await simulatorFor(t, { host: '0.0.0.0' });
  t.regex(await pageOf(open.url), /CONTROL_TOKEN/);
  t.notRegex(await pageOf(open.url), /href="[^"]*openapi/);
});

test('links start with the public address, or with the name that the browser used', async (t) => {
  const shop = { demoShopUrl: () => 'http://localhost:4321' };
  const named = await simulatorFor(t, shop);
  const { port } = new URL(named.url);
  t.true((await pageOf(`http://localhost:${port}/`)).includes(`http://localhost:${port}/payment/rest/`));

  const published = await simulatorFor(t, { publicUrl: 'https://pay.example' });
  t.true((await pageOf(published.url)).includes('https://pay.example/payment/rest/'));
});

test('a Host header that is no address does no harm', async (t) => {
  const { url } = await simulatorFor(t, {
    host: '0.0.0.0',
    controlPort: 0,
    demoShopUrl: () => 'http://localhost:4321',
  });
  for (const host of [':::', '[', 'a:b:c', '-', 'evil.example', 'x:99999']) {
    const { status } = await sendRaw(url, {
      line: 'GET / HTTP/1.1',
      headers: ['Connection: close', `Host: ${host}`, `Accept: ${browser.Accept}`],
    });

    t.is(status, 200, host);
  }
});

test('pages of other sites, and other names, get no further than before', async (t) => {
  const { url } = await simulatorFor(t);
  const { port } = new URL(url);

  t.is((await fetch(`${url}/sandbox`, { headers: { ...browser, 'Sec-Fetch-Site': 'cross-site' } })).status, 403);
  t.is(
    (await fetch(`${url}/`, { headers: { ...browser, Origin: 'https://evil.example' } })).headers.get(
      'access-control-allow-origin',
    ),
    null,
  );
  t.is(
    (await fetch(`http://127.0.0.1:${port}/`, { headers: browser })).headers.get('cross-origin-resource-policy'),
    'same-origin',
  );
});
