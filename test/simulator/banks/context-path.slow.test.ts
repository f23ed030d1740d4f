import test from 'ava';
import { fetchDocument } from '../../helpers/http/documented-answers.ts';
import { challengeCard, pay, plainCard } from '../../helpers/payments/pay.ts';
import { payForm } from '../../helpers/payments/pay-form.ts';
import { type Json, simulatorFor } from '../../helpers/simulator/simulator.ts';
import { merchant, order } from './bank-orders.ts';

const contextPath = '/ab_by';

test('with CONTEXT_PATH the calls, the card page and what it loads are below it', async (t) => {
  const simulator = await simulatorFor(t, { contextPath });
  const { formUrl, orderId } = await simulator.call('register.do', order);

  t.is(simulator.restUrl, `${simulator.url}/ab_by/rest/`);
  t.true(formUrl.startsWith(`${simulator.url}/ab_by/merchants/`), formUrl);
  const page = await (await fetch(formUrl)).text();
  t.false(page.includes('/payment/'), 'no address of the page has the usual path');
  for (const [, address = ''] of page.matchAll(/(?:src|href)="(\/ab_by\/[^"]+)"/g))
    t.is((await fetch(new URL(address.replaceAll('&amp;', '&'), formUrl))).status, 200, address);
  await payForm(simulator, orderId, plainCard);
  t.like(await simulator.status(orderId), { orderStatus: 2 });
});

test('a challenge comes back to it', async (t) => {
  const simulator = await simulatorFor(t, { contextPath });
  const { formUrl, orderId } = await simulator.call('register.do', order);

  const outcome = await pay(formUrl, { card: challengeCard });

  t.true(outcome.url?.startsWith('https://shop.example/'), JSON.stringify(outcome));
  t.like(await simulator.status(orderId), { orderStatus: 2 });
});

test('a merchant with a bank of its own is found at the path of the process', async (t) => {
  const own = { login: 'other', password: 'other', bank: 'arca' };
  const simulator = await simulatorFor(t, { contextPath, merchants: [merchant, own] });

  const { formUrl } = await simulator.callBare('register.do', { ...order, userName: 'other', password: 'other' });

  t.true(formUrl.startsWith(`${simulator.url}/ab_by/`), formUrl);
  t.is((await fetch(formUrl)).status, 200);
});

/** Documents and pages that name addresses of the merchant API, of every bank. */
const places = [
  '/sandbox/openapi/merchant.json',
  '/sandbox/openapi/merchant.json?bank=bereke',
  '/sandbox/openapi/merchant.json?bank=dsk',
  '/',
  '/api',
  '/api?call=register.do',
  '/api?call=register.do&merchant=other',
];

for (const place of places)
  test(`with CONTEXT_PATH ${place} names no address at the usual path`, async (t) => {
    const own = { login: 'other', password: 'other', bank: 'dsk' };
    const simulator = await simulatorFor(t, { contextPath, merchants: [merchant, own] });

    const answer = await fetch(simulator.url + place, { headers: { Accept: 'text/html' } });
    const text = await answer.text();

    t.is(answer.status, 200);
    t.notRegex(text, /\/payment\/(?:rest|merchants)\//);
    t.regex(text, /\/ab_by\//);
  });

test('with CONTEXT_PATH the examples of the documents are there, with addresses at that path', async (t) => {
  const simulator = await simulatorFor(t, { contextPath });

  for (const query of ['', '?bank=bereke', '?bank=satim']) {
    const document = await fetchDocument(`${simulator.controlUrl}/openapi/merchant.json${query}`);
    const { requestBody, responses } = document['paths']['/ab_by/rest/register.do'].post;
    t.true(Number(requestBody.content['application/x-www-form-urlencoded'].example.amount) > 0, query);
    const [answer] = Object.values<Json>(responses['200'].content);
    t.regex(answer?.['examples'].success.value.formUrl, /^http:\/\/127\.0\.0\.1:8080\/ab_by\//, query);
  }
});

test('the document of a bank by its name has the profile, whatever the settings of the process are', async (t) => {
  const simulator = await simulatorFor(t, { statusVersion: 12 });

  const hasExample = async (query: string): Promise<boolean> => {
    const { paths } = await fetchDocument(`${simulator.controlUrl}/openapi/merchant.json${query}`);
    return (
      'example' in paths['/payment/rest/register.do'].post.requestBody.content['application/x-www-form-urlencoded']
    );
  };
  t.deepEqual([await hasExample('?bank=bereke'), await hasExample('')], [true, false]);
});

test('the page of another bank names this gateway at its own path, and the bank at that of the bank', async (t) => {
  const simulator = await simulatorFor(t, { contextPath });

  const page = await (await fetch(`${simulator.url}/bank?bank=dsk`, { headers: { Accept: 'text/html' } })).text();

  t.true(page.includes(`${simulator.url}/ab_by/rest/`));
  t.regex(page, /https:\/\/[\w.]*(?:dsk|uat)[\w.]*\/payment\/rest\//);
  const { banks } = (await (await fetch(`${simulator.url}/sandbox/banks`)).json()) as {
    banks: readonly { readonly name: string; readonly basePath: string; readonly isOwn: boolean }[];
  };
  t.deepEqual(
    banks.filter(({ basePath }) => basePath === contextPath).map(({ name, isOwn }) => [name, isOwn]),
    [['bereke', true]],
  );
});

test('who calls the usual path is told the right one', async (t) => {
  const simulator = await simulatorFor(t, { contextPath });

  const answer = await fetch(`${simulator.url}/payment/rest/register.do`, { method: 'POST' });

  t.is(answer.status, 404);
  t.regex(await answer.text(), /\/ab_by\/rest\/register\.do/);
});

for (const wrong of [
  'ab_by',
  '/sandbox',
  '/acs',
  '/sandbox/x',
  '/a b',
  '/a?b',
  '/../a',
  '//a',
  '/a/',
  '/',
  '/%2e',
  'https://x/a',
])
  test(`CONTEXT_PATH=${wrong} is refused by name`, async (t) => {
    await t.throwsAsync(simulatorFor(t, { contextPath: wrong }), { message: /contextPath/ });
  });
