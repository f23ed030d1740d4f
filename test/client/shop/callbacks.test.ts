import { createHmac } from 'node:crypto';
import test, { type ExecutionContext } from 'ava';
import { markedElements, readHtml } from '../../../client/customer/read-html.ts';
import { hmacChecksum } from '../../../simulator/callbacks/write/sign-callback.ts';
import { asked, resultIn, type Status, shopFor } from '../../helpers/shop/shop.ts';

const token = 'c2hvcC10b2tlbg==';

type Fields = Readonly<Record<string, string>>;

const signed = (fields: Fields, key = token): URLSearchParams =>
  new URLSearchParams({ ...fields, checksum: hmacChecksum(Object.entries(fields), key) });

/** A shop with one order that was sent to the bank, and a bank that calls it. */
const calledShop = async (t: ExecutionContext) => {
  const shop = await shopFor(t, { callbackKey: { token } });
  await shop.buy('tea-bowl');
  const about: Fields = { mdOrder: 'md-1', orderNumber: shop.registered().get('orderNumber') ?? '' };
  const get = async (form: URLSearchParams) => (await fetch(`${shop.callbackUrl}?${form}`)).status;
  const post = async (body: URLSearchParams | string) =>
    (await fetch(shop.callbackUrl, { method: 'POST', body })).status;
  const seen = async () => {
    const page = await shop.page(shop.returnPath());
    return { result: resultIn(page), calls: markedElements(readHtml(page), 'data-call').map(({ value }) => value) };
  };
  const news = (operation: string, status: '0' | '1' = '1'): Fields => ({ ...about, operation, status });
  return { ...shop, about, get, post, seen, news };
};

const paid: Status = { orderStatus: 2, actionCode: 0 };

test('hears callbacks by GET and by POST, and then believes what the gateway answers', async (t) => {
  for (const way of ['get', 'post'] as const) {
    const shop = await calledShop(t);
    shop.bank(paid);

    t.is(await shop[way](signed(shop.news('deposited'))), 200);

    t.is(asked(shop.gateway.received).length, 1);
    const orders = await shop.page('/orders');
    t.is(resultIn(orders), 'paid');
    t.is(asked(shop.gateway.received).length, 1, 'the list has nothing to ask any more');
    t.deepEqual(await shop.seen(), { result: 'paid', calls: ['deposited'] });
  }
});

test('believes no callback that says more than the gateway itself', async (t) => {
  const shop = await calledShop(t);

  t.is(await shop.get(signed(shop.news('deposited'))), 200);

  t.deepEqual(await shop.seen(), { result: 'waiting', calls: ['deposited'] });
});

test('says on the order`s page when the bank called, and whether it went well', async (t) => {
  const shop = await calledShop(t);
  shop.bank({ orderStatus: 0, actionCode: 116, actionCodeDescription: 'No money' });

  await shop.get(signed(shop.news('deposited', '0')));

  t.regex(
    await shop.page(shop.returnPath()),
    /Bank called<\/dt><dd>payment refused, <span class="moment">\d\d:\d\d:\d\d UTC/,
  );
});

test('takes callbacks that come twice or in another order', async (t) => {
  const shop = await calledShop(t);
  shop.bank({ orderStatus: 4, actionCode: 0 });

  for (const operation of ['refunded', 'deposited', 'refunded', 'approved', 'deposited']) {
    t.is(await shop.post(signed(shop.news(operation))), 200);
  }

  t.deepEqual(await shop.seen(), { result: 'given-back', calls: ['refunded', 'deposited', 'approved'] });
});

test('wants a new callback again while the gateway cannot be asked, but not one that it knows', async (t) => {
  const shop = await calledShop(t);
  const form = signed(shop.news('deposited'));
  shop.bank({ status: 503 });

  t.is(await shop.get(form), 503);
  t.is(await shop.get(form), 503);
  shop.bank(paid);
  t.is(await shop.get(form), 200);
  shop.bank({ status: 503 });
  t.is(await shop.get(form), 200);
  shop.bank(paid);

  t.deepEqual(await shop.seen(), { result: 'paid', calls: ['deposited'] });
});

test('refuses what the gateway did not send, and asks nobody about it', async (t) => {
  const shop = await calledShop(t);
  const news = shop.news('deposited');
  const changed = signed(news);
  changed.set('status', '0');

  t.is(await shop.get(new URLSearchParams(news)), 403);
  t.is(await shop.get(signed(news, 'another')), 403);
  t.is(await shop.post(changed), 403);
  t.is(await shop.post(''), 403);
  t.is(await shop.post('a'.repeat(70_000)), 403);

  t.deepEqual(asked(shop.gateway.received), []);
  t.deepEqual(await shop.seen(), { result: 'waiting', calls: [] });
  t.false(shop.lines.join().includes('status=0'));
});

test('accepts callbacks about orders that are not its own, so that they are not repeated', async (t) => {
  const shop = await calledShop(t);

  t.is(await shop.get(signed({ ...shop.news('deposited'), orderNumber: 'another' })), 200);
  t.is(await shop.get(signed({ ...shop.news('deposited'), mdOrder: 'another' })), 200);
  t.is(
    await shop.get(signed({ operation: 'bindingActivityChanged', status: '1', bindingId: 'b', enabled: 'true' })),
    200,
  );

  t.deepEqual(asked(shop.gateway.received), []);
  t.is(shop.lines.length, 3);
});

test('hears tokens as BT iPay sends them', async (t) => {
  const shop = await calledShop(t);
  shop.bank(paid);
  const iat = Math.floor(Date.now() / 1000);
  const claims = { sub: 'callback_service', iat, nbf: iat - 2, exp: iat + 300, payload: shop.news('deposited') };
  const text = [{ typ: 'JWT', alg: 'HS256' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const signature = createHmac('sha256', Buffer.from(token, 'base64')).update(text).digest('base64url');

  t.is(await shop.post(`${text}.`), 403);
  t.is(await shop.post(`${text}.${signature}`), 200);

  t.deepEqual(await shop.seen(), { result: 'paid', calls: ['deposited'] });
});

test('hears nothing where it has no key to check with', async (t) => {
  const shop = await shopFor(t);

  t.is((await shop.get('/callback?mdOrder=1')).status, 404);
});
