import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { simulatorFor } from '../helpers/simulator/simulator.ts';
import { testsInBrowser } from './browser-test.ts';

const browserTest = testsInBrowser({
  flags: ['--host-resolver-rules=MAP evil.example 127.0.0.1'],
  // What the browser of a developer does.
  isWhole: true,
});

/** Every way of a page to call an address. Each resolves with what the page could read: nothing. */
const ways: Readonly<Record<string, string>> = {
  fetch: `fetch(url).then((answer) => answer.text(), () => '')`,
  'fetch without CORS': `fetch(url, { mode: 'no-cors' }).then((answer) => answer.text(), () => '')`,
  'fetch POST of a form': `fetch(url, { method: 'POST', mode: 'no-cors', body: new URLSearchParams(fields) }).then((answer) => answer.text(), () => '')`,
  'fetch POST of JSON': `fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(fields) }).then((answer) => answer.text(), () => '')`,
  'fetch POST of JSON as text': `fetch(url, { method: 'POST', mode: 'no-cors', body: JSON.stringify(fields) }).then((answer) => answer.text(), () => '')`,
  'a beacon': `Promise.resolve(navigator.sendBeacon(url, new URLSearchParams(fields))).then(() => '')`,
  'an image': `new Promise((resolve) => { const image = new Image(); image.onload = () => resolve('loaded'); image.onerror = () => resolve(''); image.src = url; })`,
  'a script': `new Promise((resolve) => { const script = document.createElement('script'); script.onload = () => resolve('loaded'); script.onerror = () => resolve(''); script.src = url; document.head.append(script); })`,
  EventSource: `new Promise((resolve) => { const source = new EventSource(url); source.onmessage = source.onopen = () => resolve('open'); source.onerror = () => { source.close(); resolve(''); }; })`,
  'a frame': `new Promise((resolve) => { const frame = document.createElement('iframe'); frame.onload = () => { let text = ''; try { text = frame.contentDocument?.body.innerText ?? ''; } catch {} resolve(text); }; frame.src = url; document.body.append(frame); })`,
  'a form in a frame': `new Promise((resolve) => { const frame = document.createElement('iframe'); frame.name = 'f' + Math.random(); document.body.append(frame); const form = document.createElement('form'); form.method = 'post'; form.action = url; form.target = frame.name; for (const [name, value] of Object.entries(fields)) { const input = document.createElement('input'); input.name = name; input.value = value; form.append(input); } document.body.append(form); frame.onload = () => { let text = ''; try { text = frame.contentDocument?.body.innerText ?? ''; } catch {} resolve(text); }; form.submit(); })`,
};

const fields = {
  userName: 'test_user',
  password: 'test_user_password',
  amount: '100',
  returnUrl: 'https://shop.example',
};

const query = new URLSearchParams(fields).toString();

/** What a page of another site would like to reach. */
const targets = [
  `/payment/rest/register.do?${query}`,
  '/payment/rest/templates/create.do',
  '/mportal/mvc/public/merchant/update/test_user',
  '/sandbox/merchants',
  '/sandbox/merchants/test_user/reset',
  '/sandbox/wallet-tokens',
  '/sandbox/events',
  '/sandbox/health',
];

const serve = (): Promise<{ readonly port: number; readonly close: () => void }> =>
  new Promise((resolve) => {
    const server = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(
        '<!doctype html><html lang="en"><head><title>A page of another site</title></head><body></body></html>',
      );
    });
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({ port, close: () => void server.close() });
    });
  });

const tryAll = async (page: Page, base: string): Promise<readonly string[]> => {
  const read: string[] = [];
  for (const target of targets)
    for (const [name, way] of Object.entries(ways)) {
      const text = await page.evaluate<string>(
        `((url, fields) => Promise.race([${way}, new Promise((resolve) => setTimeout(resolve, 3000, ''))]))(${JSON.stringify(base + target)}, ${JSON.stringify(fields)})`,
      );
      if (text !== '') read.push(`${name} read ${target}: ${text.slice(0, 100)}`);
    }
  return read;
};

for (const host of ['127.0.0.1', 'localhost', 'evil.example'])
  browserTest(`a page of another site at ${host} does nothing and reads nothing`, async ({ t, newPage }) => {
    const simulator = await simulatorFor(t);
    const site = await serve();
    t.teardown(site.close);
    const page = await newPage({ mayReport: /./s });
    await page.goto(`http://${host}:${site.port}/`);
    t.deepEqual(await tryAll(page, simulator.url), []);
    t.is((await simulator.orders('test_user')).total, 0);
  });

browserTest(
  'a name of another site that is pointed at the gateway does nothing and reads nothing',
  async ({ t, newPage }) => {
    const simulator = await simulatorFor(t);
    const base = `http://evil.example:${new URL(simulator.url).port}`;
    const page = await newPage({ mayReport: /./s });
    const answer = await page.goto(`${base}/`);
    t.is(answer?.status(), 421);
    const read = await tryAll(page, base);
    t.deepEqual(
      read.filter((line) => !/problem:misdirected/.test(line)),
      [],
    );
    t.is((await simulator.orders('test_user')).total, 0);
  },
);
