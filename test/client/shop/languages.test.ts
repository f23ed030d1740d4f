import test from 'ava';
import { markedElements, readHtml } from '../../../client/customer/read-html.ts';
import { formatAmount } from '../../../simulator/data/currencies.ts';
import { shopFor } from '../../helpers/shop/shop.ts';
import { ask } from '../../helpers/simulator/ask.ts';

type Shop = Awaited<ReturnType<typeof shopFor>>;

const open = async ({ port }: Shop, path: string, headers: Readonly<Record<string, string>>) => {
  const answer = await ask(`http://127.0.0.1:${port}${path}`, { method: 'GET', headers });
  return { ...answer, language: /<html lang="(\w+)"/.exec(answer.text)?.[1] };
};

const preferences = [
  ['', 'en'],
  ['ru', 'ru'],
  ['kk-KZ,kk;q=0.9,ru;q=0.8', 'kk'],
  ['de-DE,de;q=0.9,ru;q=0.7,en;q=0.3', 'ru'],
  ['en;q=0.1,kk;q=0.9', 'kk'],
  ['ru;q=0,en', 'en'],
  ['fr', 'en'],
] as const;
for (const [accepted, language] of preferences)
  test(`the shop speaks ${language} to a browser that prefers "${accepted}"`, async (t) => {
    const shop = await shopFor(t);

    t.is((await open(shop, '/', { 'accept-language': accepted })).language, language);
  });

test('a customer chooses another language, which stays, and comes back to the same page', async (t) => {
  const shop = await shopFor(t);

  const chosen = await open(shop, '/orders?page=1&language=kk', { 'accept-language': 'ru' });
  const cookie = String(chosen.headers['set-cookie']);

  t.is(chosen.status, 303);
  t.is(chosen.headers.location, '/orders?page=1');
  t.regex(cookie, /; SameSite=Lax; HttpOnly$/);
  const later = await open(shop, '/', { 'accept-language': 'ru', cookie: `a=b; ${cookie.split(';')[0]}` });
  t.is(later.language, 'kk');
});

for (const path of [
  '//evil.example/?language=ru',
  '/\\evil.example?language=ru',
  '/?language=fr',
  '/?language=__proto__',
])
  test(`no choice of a language, and no way to another site: ${path}`, async (t) => {
    const shop = await shopFor(t);

    const { status, headers } = await open(shop, path, {});

    t.not(status, 303);
    t.is(headers.location, undefined);
    t.is(headers['set-cookie'], undefined);
  });

test('the order goes to the gateway in the language of the customer, if the gateway has it', async (t) => {
  const has = await shopFor(t);
  const lacks = await shopFor(t, { gatewayLanguage: () => 'hy' });
  for (const shop of [has, lacks])
    await ask(`http://127.0.0.1:${shop.port}/buy`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'kk' },
      body: 'product=tea-bowl&quantity=2',
    });

  t.like(Object.fromEntries(has.registered()), { language: 'kk', description: 'Кесе, 2 дана' });
  t.is(lacks.registered().get('language'), 'hy');
});

test('amounts look as on the payment page', async (t) => {
  const shop = await shopFor(t);

  for (const language of ['en', 'ru', 'kk'] as const) {
    const { text } = await open(shop, '/', { 'accept-language': language });
    t.true(text.includes(formatAmount(2_475_050, '398', language)), language);
  }
});

test('the shop has the name that the gateway tells', async (t) => {
  const shop = await shopFor(t, { name: async () => 'Қазан & <Books>' });

  const page = await shop.page('/');

  t.regex(page, /<title>Things from the steppe - Қазан &amp; &lt;Books&gt;<\/title>/);
  t.regex(page, /<a class="brand" href="\/">Қазан &amp; &lt;Books&gt;<\/a>/);
});

test('the story of an order is linked where there is a page for it', async (t) => {
  const shop = await shopFor(t, { orderPage: async (orderId) => `http://127.0.0.1:1/orders/${orderId}?login=a&b` });
  const without = await shopFor(t);
  for (const each of [shop, without]) await each.buy('tea-bowl');

  const page = await shop.page(shop.returnPath());

  t.is(markedElements(readHtml(page), 'data-story').length, 1);
  t.regex(page, /href="http:\/\/127\.0\.0\.1:1\/orders\/md-1\?login=a&amp;b"/);
  t.is(markedElements(readHtml(await without.page(without.returnPath())), 'data-story').length, 0);
});
