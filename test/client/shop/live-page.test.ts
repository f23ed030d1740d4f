import test from 'ava';
import { hmacChecksum } from '../../../simulator/callbacks/write/sign-callback.ts';
import { asked, resultIn, shopFor } from '../../helpers/shop/shop.ts';

const token = 'c2hvcC10b2tlbg==';

test('the script of an order`s page gets new content when the order has changed, and only then', async (t) => {
  const shop = await shopFor(t, { callbackKey: { token } });
  await shop.buy('tea-bowl');
  const page = await shop.page(shop.returnPath());
  const [, part = '', version = ''] = /data-part="([^"]+)" data-version="([^"]+)"/.exec(page) ?? [];
  const look = async (known: string) => {
    const answer = await fetch(new URL(part, shop.url), { headers: { 'If-None-Match': known } });
    return { status: answer.status, version: answer.headers.get('etag') ?? '', html: await answer.text() };
  };

  const before = await look(version.replaceAll('&#34;', '"'));
  t.is(before.status, 304);
  shop.bank({ orderStatus: 2, actionCode: 0 });
  const after = await look(before.version);
  t.is(after.status, 200);
  t.is(resultIn(after.html), 'paid');
  t.notRegex(after.html, /<html/);
  t.is((await look(after.version)).status, 304);
});

test('a settled order is not asked about again: a callback brings the news', async (t) => {
  const shop = await shopFor(t, { callbackKey: { token } });
  await shop.buy('tea-bowl');
  shop.bank({ orderStatus: 2, actionCode: 0 });
  await shop.page(shop.returnPath());
  const part = `${shop.returnPath().replace(/return$/, '')}part`;
  const questions = asked(shop.gateway.received).length;

  shop.bank({ orderStatus: 4, actionCode: 0 });
  t.is(resultIn(await shop.page(part)), 'paid');
  t.is(asked(shop.gateway.received).length, questions);
  const fields = { mdOrder: 'md-1', orderNumber: shop.registered().get('orderNumber') ?? '', operation: 'refunded' };
  const news = { ...fields, status: '1' };
  const form = new URLSearchParams({ ...news, checksum: hmacChecksum(Object.entries(news), token) });
  await fetch(`${shop.callbackUrl}?${form}`);

  t.is(resultIn(await shop.page(part)), 'given-back');
});

test('while the gateway is away the script shows what was last known', async (t) => {
  const shop = await shopFor(t);
  await shop.buy('tea-bowl');
  shop.bank({ status: 503 });

  const answer = await shop.get(`${shop.returnPath().replace(/return$/, '')}part`);

  t.is(answer.status, 200);
  t.is(resultIn(await answer.text()), 'waiting');
});
