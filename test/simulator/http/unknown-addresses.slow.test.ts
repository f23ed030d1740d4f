import test from 'ava';
import { banks } from '../../../simulator/banks/all.ts';
import { eventually } from '../../helpers/ava/eventually.ts';
import { sendRaw } from '../../helpers/http/raw-request.ts';
import { ownProcessFor } from '../../helpers/process/own-process.ts';
import { type Json, simulatorFor } from '../../helpers/simulator/simulator.ts';
import { close } from './raw-calls.ts';

const browser = { Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

/** Whether the answer to a program is that of a call: JSON with errorCode 7. */
const isCall = (path: string): boolean => path.startsWith('/payment/') && /\.do\/?$/i.test(path);

const callIn = (path: string): string => path.replace(/^\/payment\/(?:rest\/)?/, '');

/** Addresses where nothing is, and those that they were meant for. */
const meant: readonly (readonly [wrong: string, right: string])[] = [
  ['/payment/payment/rest/register.do', '/payment/rest/register.do'],
  ['/payment/rest/rest/register.do', '/payment/rest/register.do'],
  ['/payment/rest/payment/rest/register.do', '/payment/rest/register.do'],
  ['/rest/register.do', '/payment/rest/register.do'],
  ['/register.do', '/payment/rest/register.do'],
  ['/payment/register.do', '/payment/rest/register.do'],
  ['/payment/rest/register', '/payment/rest/register.do'],
  ['/payment/rest/register.do/', '/payment/rest/register.do'],
  ['/payment/rest/Register.do', '/payment/rest/register.do'],
  ['/PAYMENT/REST/REGISTER.DO', '/payment/rest/register.do'],
  ['/payment/rest/regster.do', '/payment/rest/register.do'],
  ['/payment/rest/registerr.do', '/payment/rest/register.do'],
  ['/regster.do', '/payment/rest/register.do'],
  ['/payment/rest/registerPreauth.do', '/payment/rest/registerPreAuth.do'],
  ['/payment/rest/getOrderStatusExtnded.do', '/payment/rest/getOrderStatusExtended.do'],
  ['/payment/rest/templates/creat.do', '/payment/rest/templates/create.do'],
  ['/payment/rest/google/payment.do', '/payment/google/payment.do'],
  ['/testpayment/rest/register.do', '/payment/rest/register.do'],
  ['/ab/rest/refund.do', '/payment/rest/refund.do'],
  ['/epg/rest/regster.do', '/payment/rest/register.do'],
  ['/merchants/payment_en.html', '/payment/merchants/payment_en.html'],
  ['/payment/payment/merchants/payment_en.html', '/payment/merchants/payment_en.html'],
  ['/payment/payment_ru.html', '/payment/merchants/payment_ru.html'],
  ['/payment/merchants/shop/more/payment_ru.html', '/payment/merchants/more/payment_ru.html'],
  ['/sandbx/health', '/sandbox/health'],
  ['/Sandbx/health', '/sandbox/health'],
  ['/api/sandbox/health', '/sandbox/health'],
  ['/payment/sandbox/merchants', '/sandbox/merchants'],
  ['/healthz', '/sandbox/health'],
  ['/ready', '/sandbox/ready'],
  ['/metrics', '/sandbox/metrics'],
  ['/openapi.json', '/sandbox/openapi/merchant.json'],
  ['/swagger/', '/sandbox/openapi/merchant.json'],
  ['/index.html', '/'],
  ['/payment', '/'],
  ['/payment/rest/', '/'],
];

for (const [wrong, right] of meant)
  test(`at ${wrong}, ${right} was meant`, async (t) => {
    const { url } = await simulatorFor(t, { logLevel: 'silent' });

    const plain = await fetch(url + wrong);
    if (isCall(wrong)) {
      t.is(plain.status, 200);
      t.like(await plain.json(), {
        errorCode: '7',
        errorMessage: `System error: tillbox does not imitate ${callIn(wrong)} (Did you mean: ${callIn(right)})`,
      });
    } else {
      t.is(plain.status, 404);
      t.is(plain.headers.get('content-type'), 'text/plain; charset=utf-8');
      t.is(await plain.text(), `Not Found: there is no ${wrong}; did you mean ${right}?\n`);
    }

    const page = await fetch(url + wrong, { headers: browser });
    t.is(page.status, 404);
    t.is(page.headers.get('content-type'), 'text/html; charset=utf-8');
    const html = await page.text();
    t.true(html.includes(`href="${right}"`), html);
    t.notRegex(html, /<script|\son\w+=|style="/);
    const policy = page.headers.get('content-security-policy') ?? '';
    t.regex(policy, /default-src 'none'/);
  });

const unlike = ['/nothing', '/robots.txt', '/wp-login.php', '/rest/zzzzzz.do', '/acs/x', '/a/b/refnd'];
for (const path of unlike)
  test(`at ${path}, nothing is suggested`, async (t) => {
    const { url } = await simulatorFor(t);

    t.is(await (await fetch(url + path)).text(), `Not Found: there is no ${path}\n`);
    t.true((await (await fetch(url + path, { headers: browser })).text()).includes('data-page="unknown-address"'));
  });

test('a very long address is cut off, and nothing is suggested', async (t) => {
  const { url } = await simulatorFor(t);

  const text = await (await fetch(`${url}/payments${'/rest'.repeat(2_000)}/register.do`)).text();

  t.regex(text, /^Not Found: there is no \/payments(?:\/[rest]*)+\n$/);
  t.true(text.length < 300);
});

test('a program that wants JSON gets a problem document, but never below the merchant API, whose calls have JSON of their own', async (t) => {
  const { url } = await simulatorFor(t, { logLevel: 'silent' });
  const headers = { Accept: 'application/json' };

  const answer = await fetch(`${url}/healthz`, { headers });

  t.is(answer.status, 404);
  t.is(answer.headers.get('content-type'), 'application/problem+json');
  t.like(await answer.json(), {
    type: 'urn:tillbox:problem:not-found',
    status: 404,
    detail: 'there is no /healthz; did you mean /sandbox/health?',
  });
  for (const path of ['/payment/rest/deposit', '/rest/deposit.do', '/deposit.do', '/ab/rest/deposit.do', '/payment/x'])
    for (const method of ['GET', 'POST'])
      t.regex(
        (await fetch(url + path, { method, headers })).headers.get('content-type') ?? '',
        /^text\/plain/,
        `${method} ${path}`,
      );
});

for (const bank of banks)
  test(`${bank.name} refuses a call that nobody knows with its name, as JSON with errorCode 7`, async (t) => {
    const { url } = await simulatorFor(t, { bank, logLevel: 'silent' });
    const unknown = [
      ['rest/payoutToWallet.do', 'payoutToWallet.do'],
      ['rest/some/newer.do', 'some/newer.do'],
      ['PayByMail.DO', 'PayByMail.DO'],
      ['rest/4444555511113333.do', '444455**3333.do'],
      ['rest/%3Cscript%3E.do', '%3Cscript%3E.do'],
    ] as const;
    for (const [path, shown] of unknown)
      for (const method of ['GET', 'POST']) {
        const body = method === 'POST' ? new URLSearchParams({ userName: 'test_user', password: 'hunter2' }) : null;
        const answer = await fetch(`${url}${bank.basePath}/${path}?password=hunter2`, { method, body });

        t.is(answer.status, 200);
        t.is(answer.headers.get('content-type'), bank.contentType);
        const { errorCode, errorMessage } = (await answer.json()) as Json;
        t.is(String(errorCode), '7', path);
        t.true(errorMessage.includes(shown), errorMessage);
      }
  });

test('the journal has a call that nobody knows, without its password', async (t) => {
  const { restUrl, controlUrl } = await simulatorFor(t, { logLevel: 'silent', journalSize: 10 });
  const body = new URLSearchParams({ userName: 'test_user', password: 'hunter2', pan: '4444555511113333' });

  await fetch(`${restUrl}payoutToWallet.do`, { method: 'POST', body });

  const answer = await fetch(`${controlUrl}/merchants/test_user/journal?caller=unknown`);
  const { entries } = (await answer.json()) as Json;
  t.like(entries[0], { path: '/payment/rest/payoutToWallet.do', httpStatus: 200 });
  t.regex(JSON.stringify(entries), /does not imitate payoutToWallet\.do/);
  t.notRegex(JSON.stringify(entries), /hunter2|4444555511113333/);
});

test('an address that takes another method says which', async (t) => {
  const { url, restUrl } = await simulatorFor(t);
  for (const [method, path, allow] of [
    ['GET', '/acs/answer', 'POST'],
    ['GET', '/mportal/mvc/public/merchant/update/test_user', 'POST'],
    ['DELETE', '/', 'GET, HEAD, POST'],
    ['DELETE', '/sandbox', 'GET, HEAD'],
  ] as const) {
    const plain = await fetch(url + path, { method });
    t.is(plain.status, 405);
    t.is(plain.headers.get('allow'), allow);
    t.is(await plain.text(), `Method Not Allowed: ${path} takes ${allow}, not ${method}\n`);
    const html = await (await fetch(url + path, { method, headers: browser })).text();
    t.true(html.includes('data-page="unknown-address"') && html.includes(allow), html);
  }
  const call = await fetch(`${restUrl}register.do`, { method: 'PUT' });
  t.is(await call.text(), 'Method Not Allowed: /payment/rest/register.do takes GET, POST, not PUT\n');
});

/** Misspelt calls of the control API, and the right ones. */
const control: readonly (readonly [method: string, wrong: string, right: string])[] = [
  ['GET', '/sandbox/helth', '/sandbox/health'],
  ['GET', '/sandbox/merchants/', '/sandbox/merchants'],
  ['GET', '/Sandbox/merchants', '/sandbox/merchants'],
  ['GET', '/sandbox/merchant', '/sandbox/merchants'],
  ['GET', '/sandbox/merchants/a%20b/ordrs', '/sandbox/merchants/a%20b/orders'],
  ['PUT', '/sandbox/merchants/shop/scenarios', '/sandbox/merchants/shop/scenario'],
  ['GET', '/sandbox/openapi.json', '/sandbox/openapi/control.json'],
];
for (const [method, wrong, right] of control)
  test(`the control API has no ${wrong} and suggests ${right}`, async (t) => {
    const { url } = await simulatorFor(t);

    const answer = await fetch(url + wrong, { method });
    t.is(answer.status, 404);
    t.is(answer.headers.get('content-type'), 'application/problem+json');
    t.is(((await answer.json()) as { detail: string }).detail, `there is no ${wrong}; did you mean ${right}?`);

    const page = await fetch(url + wrong, { method, headers: browser });
    t.is(page.status, 404);
    t.true((await page.text()).includes(`href="${right}"`));
  });

test('the control API answers a browser that uses the wrong method with a page', async (t) => {
  const { url } = await simulatorFor(t);

  const page = await fetch(`${url}/sandbox/reset`, { headers: browser });

  t.is(page.status, 405);
  t.is(page.headers.get('allow'), 'POST');
  t.regex(await page.text(), /data-page="unknown-address"[\s\S]*POST/);
});

test('the page speaks the language that the browser prefers', async (t) => {
  const { url, bank } = await simulatorFor(t);
  for (const [accept, language] of [
    ['ru-RU,ru;q=0.9,en;q=0.8', 'ru'],
    ['kk', 'kk'],
    ['en;q=0.5, kk;q=0.7, ru;q=0', 'kk'],
    ['fr, en-GB;q=0.3', 'en'],
    ['*', bank.defaultLanguage],
    ['', bank.defaultLanguage],
  ] as const)
    for (const path of ['/nothing', '/payment/rest/regster.do', '/sandbox/helth', '/', '/sandbox']) {
      const answer = await fetch(url + path, { headers: { ...browser, 'Accept-Language': accept } });

      t.true((await answer.text()).includes(`<html lang="${language}">`), `${accept} ${path}`);
    }
});

test('shows no part of an address as HTML, no card number, and leads to no other host', async (t) => {
  const { url } = await simulatorFor(t, { logLevel: 'silent' });
  const paths = [
    '/<script>alert(1)</script>',
    '/payment/rest/"onload="x".do',
    '/sandbox/<img>',
    '//evil.example/sandbox/health',
    '/\\evil.example/sandbox/health',
    '/x/sandbox//evil.example',
    '/merchants//evil.example/payment_en.html',
    '/payment_en.html?mdOrder="><script>',
    '/payment/4444555511113333',
    '/sandbox/4444555511113333',
  ];
  for (const path of paths) {
    const { head, body } = await sendRaw(url, {
      line: `GET ${path} HTTP/1.1`,
      headers: [...close, `Accept: ${browser.Accept}`],
    });

    const text = `${head}${body}`;
    t.notRegex(text, /<script|<img|"onload|4444555511113333/, path);
    for (const [, href = ''] of text.matchAll(/href="([^"]*)"/g)) t.regex(href, /^\/(?![/\\])/, path);
  }
});

test('names a wrong address of the merchant API in the log, without its query', async (t) => {
  const { url, output } = await ownProcessFor(t, { LOG_LEVEL: 'warn', LOG_FORMAT: 'json' });
  await fetch(`${url}/payment/rest/regster.do?password=hunter2`);
  await fetch(`${url}/payment/rest/payoutToWallet.do?password=hunter2`);

  await eventually(
    t,
    () => output.out,
    (out) =>
      /"msg":"there is no \/payment\/rest\/regster\.do; did you mean [^"]+"/.test(out) &&
      out.includes('"msg":"there is no /payment/rest/payoutToWallet.do"'),
  );

  t.false(output.out.includes('hunter2'));
});
