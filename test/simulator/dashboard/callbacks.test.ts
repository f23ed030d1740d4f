import test, { type ExecutionContext } from 'ava';
import type { CallbackSettings } from '../../../simulator/domain/callback.ts';
import { visitorOf } from '../../helpers/dashboard/visitor.ts';
import { hold, payWith } from '../../helpers/payments/paid-order.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { controlOf } from '../../helpers/simulator/control.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

/** A gateway whose shop answers so, and a visitor. */
const shopWith = async (t: ExecutionContext, answers: readonly number[], settings: Partial<CallbackSettings> = {}) => {
  const shop = await receiverFor(t, ...answers);
  const callbacks = { url: `${shop.url}?shop=7`, token: 'top-secret', parameters: ['amount'], ...settings };
  const simulator = await simulatorFor(t, { callbacks });
  const visitor = visitorOf(simulator.url);
  const list = async () =>
    (await controlOf(t, simulator)('GET /merchants/test_user/callbacks')).json['callbacks'] as readonly {
      readonly id: string;
      readonly state: string;
      readonly copyOf?: string;
    }[];
  return {
    shop,
    simulator,
    visitor,
    list,
    pay: async (fields: Readonly<Record<string, string>> = {}) => {
      await payWith(simulator, plainCard.pan, fields);
      await simulator.settled();
      const [newest] = await list();
      return `/callbacks?callback=${newest?.id}`;
    },
  };
};

test('a merchant without callbacks is told how to get some', async (t) => {
  const simulator = await simulatorFor(t);

  const { status, text } = await visitorOf(simulator.url).open('/callbacks');

  t.is(status, 200);
  t.regex(text, /No address is set: only orders with one of their own have callbacks\./);
  t.regex(text, /No callbacks yet\. Each is written when a payment ends or changes\./);
});

test('the list has state, tries and the number in each state, and is filtered by state and order', async (t) => {
  const { simulator, visitor, pay } = await shopWith(t, [200, 500]);
  await pay({ orderNumber: 'A-1' });
  await pay({ orderNumber: 'A-2' });

  const { text, html } = await visitor.open('/callbacks');

  t.regex(text, /To http:\/\/127\.0\.0\.1:\d+\/\S*\?shop=7 by GET, signed with HMAC, tries: 3, 30 s apart\./);
  t.regex(text, /All 2 Waiting 1 Delivered 1 Given up 0 Lost 0/);
  t.regex(text, /deposited Waits 0:30 Order A-2 · 13:00:00 HTTP 500, 1 of 3 tries/);
  t.regex(text, /deposited Delivered Order A-1 · 13:00:00 first try/);
  t.true(html.includes(`data-due="${simulator.clockOf('test_user').now() + 30_000}"`));

  const delivered = await visitor.open('/callbacks?state=delivered');
  t.true(delivered.text.includes('Order A-1') && !delivered.text.includes('Order A-2'));
  const ofOrder = await visitor.open('/callbacks?order=A-2');
  t.true(!ofOrder.text.includes('Order A-1') && ofOrder.text.includes('Order A-2'));
  t.regex((await visitor.open('/callbacks?state=lost')).text, /No callback is like this\. Clear filters/);
  t.is((await visitor.open('/callbacks?state=other&before=none')).status, 200);
});

test('older callbacks are a link away', async (t) => {
  const { visitor, simulator } = await shopWith(
    t,
    Array.from({ length: 60 }, () => 200),
  );
  for (let count = 0; count < 17; count++) {
    const orderId = await hold(simulator, { orderNumber: `N-${count}` });
    await simulator.call('deposit.do', { orderId, amount: '1000' });
    await simulator.call('refund.do', { orderId, amount: '1000' });
  }
  await simulator.settled();

  const first = await visitor.open('/callbacks');
  t.is(first.html.match(/class="callback-link"/g)?.length, 50);
  const [, older = ''] = /href="([^"]*before=[^"]*)"[^>]*>Older/.exec(first.html) ?? [];
  const second = await visitor.open(older.replaceAll('&amp;', '&'));

  t.is(second.html.match(/class="callback-link"/g)?.length, 1);
  t.regex(second.text, /Newest/);
});

test('an opened callback shows its request letter by letter, the signed text and the proof of its checksum', async (t) => {
  const { shop, visitor, pay } = await shopWith(t, [500, 200]);

  const { text, html } = await visitor.open(await pay({ orderNumber: 'A-1' }));

  const sent = shop.received.at(-1)?.url ?? '';
  const plain = html.replaceAll(/<\/?span[^>]*>/g, '').replaceAll('&amp;', '&');
  t.true(plain.includes(sent), sent);
  t.regex(text, /deposited of order A-1/);
  t.regex(text, /13:00:00 HTTP 500/);
  t.regex(plain, /<code>amount;1500000;mdOrder;[\w-]+;operation;deposited;orderNumber;A-1;status;1;<\/code>/);
  t.regex(text, /Is the checksum right\? Yes, with the token in the settings/);
  const [, computed, given] = /Computed (\w+) Sent (\w+)/.exec(text) ?? [];
  t.is(computed, given);
  t.true(sent.endsWith(`checksum=${given}`));
  t.false(html.includes('top-secret'));
  t.regex(text, /curl http:\/\/127\.0\.0\.1:\d+\/sandbox\/merchants\/test_user\/callbacks\/[\w-]+\/resend/);
});

test('the body of a POST is shown as it was sent, and so is a token', async (t) => {
  const { shop, visitor, pay } = await shopWith(t, [200, 200], { method: 'POST' });
  const posted = await visitor.open(await pay());
  t.true(
    posted.html
      .replaceAll(/<\/?span[^>]*>/g, '')
      .replaceAll('&amp;', '&')
      .includes(`<code>${shop.received.at(-1)?.body}</code>`),
  );

  const token = Buffer.from('key').toString('base64');
  const signed = await shopWith(t, [200], { method: 'POST', checksum: 'jwt', token });
  const { text } = await signed.visitor.open(await signed.pay());
  t.regex(text, /The signed text is the token up to its last dot:/);
  t.true(text.includes(signed.shop.received.at(-1)?.body ?? 'none'));
  t.regex(text, /Yes, with the token in the settings/);
});

for (const [language, words] of [
  ['en', 'Scenario callback-late: the callback comes 10m late.'],
  ['ru', 'Сценарий callback-late: уведомление опаздывает на 10 мин.'],
  ['kk', 'callback-late сценарийі: хабарлама 10 минут кешігеді.'],
] as const)
  test(`what a scenario has done to a callback is told in ${language}`, async (t) => {
    const { simulator, pay } = await shopWith(t, [200]);
    await simulator.setScenario('test_user', 'callback-late');
    const page = await pay();

    const { text } = await visitorOf(simulator.url, { language }).open(page);

    t.true(text.includes(words), text.slice(text.indexOf('callback-late'), text.indexOf('callback-late') + 400));
  });

test('a callback is sent again, and the answer of the shop is told', async (t) => {
  const { shop, visitor, pay } = await shopWith(t, [500, 200]);
  const page = await pay();

  const { text } = await visitor.submit(page, 'resend');

  t.regex(text, /The callback was sent: the answer is HTTP 200\./);
  t.regex(text, /HTTP 200 by hand/);
  t.is(shop.received.length, 2);
});

test('spoilt copies: twice, late, with a wrong or missing checksum, another amount, another address', async (t) => {
  const { shop, simulator, visitor, pay, list } = await shopWith(
    t,
    Array.from({ length: 9 }, () => 200),
  );
  const page = await pay();
  const spoil = (fields: Readonly<Record<string, string>>) => visitor.submit(page, 'spoil', fields);

  t.regex((await spoil({ how: 'twice' })).text, /A copy that was sent by hand\..*it comes twice/);
  t.is(shop.received.length, 3);

  t.regex((await spoil({ how: 'wrong-checksum' })).text, /Is the checksum right\? No/);
  t.regex((await spoil({ how: 'missing-checksum' })).text, /Is the checksum right\? It was left out/);
  t.false(shop.received.at(-1)?.url.includes('checksum='));

  const amount = await spoil({ how: 'amount', amount: '1' });
  t.regex(shop.received.at(-1)?.url ?? '', /amount=1&/);
  t.regex(amount.text, /Yes, with the token in the settings/);

  const other = await receiverFor(t, 200);
  await spoil({ how: 'address', to: other.url });
  t.is(other.received.length, 1);

  const count = shop.received.length;
  const late = await spoil({ how: 'late', delay: '5m' });
  t.regex(late.text, /A copy waits\..*Waits 5:00/);
  await simulator.clockOf('test_user').advance(5 * 60_000);
  await simulator.settled();
  t.is(shop.received.length, count + 1);
  t.is((await list()).filter(({ copyOf }) => copyOf !== undefined).length, 6);
});

test('a refusal is told in the words of the control API', async (t) => {
  const { simulator, visitor, pay } = await shopWith(t, [200]);
  const page = await pay();

  t.regex((await visitor.submit(page, 'spoil', { how: 'late', delay: 'soon' })).text, /delay: expected/);
  t.regex((await visitor.submit(page, 'spoil', { how: 'address', to: 'nowhere' })).text, /to: expected an address/);
  t.regex(
    (await visitor.submit(page, 'spoil', { how: 'address', to: `${simulator.url}/payment/rest/reverse.do` })).text,
    /this gateway, which does not call itself/,
  );
  t.regex((await visitor.submit('/callbacks', 'set-address', { url: 'nowhere' })).text, /callbacks\.url: expected/);
});

test('sending is paused and goes on', async (t) => {
  const { shop, visitor, pay } = await shopWith(t, [200]);

  t.regex((await visitor.submit('/callbacks', 'pause')).text, /Sending is paused: callbacks wait/);
  await pay();
  t.is(shop.received.length, 0);
  t.regex((await visitor.submit('/callbacks', 'run')).text, /Callbacks are sent again\..*Delivered 1/);
  t.is(shop.received.length, 1);
});

test('the address is changed and removed, and a test callback tells what came back', async (t) => {
  const simulator = await simulatorFor(t);
  const visitor = visitorOf(simulator.url);
  const shop = await receiverFor(t, 200, 404);

  const set = await visitor.submit('/callbacks', 'set-address', { url: shop.url, method: 'POST' });
  t.regex(set.text, /The address is changed\..*by POST, not signed/);
  t.regex((await visitor.submit('/callbacks', 'test')).text, /The test callback was sent: the answer is HTTP 200\./);
  t.is(shop.received[0]?.method, 'POST');
  t.regex(
    (await visitor.submit('/callbacks', 'test', { to: `${shop.url}/other` })).text,
    /The test callback was sent: the answer is HTTP 404\./,
  );
  t.regex((await visitor.submit('/callbacks', 'set-address', { url: '' })).text, /The address is removed\./);
  t.regex((await visitor.submit('/callbacks', 'test', { to: '' })).text, /has no callback address/);
});

test('the token is in no page but the answer to Show, and neither is a password in an address', async (t) => {
  const { visitor, pay, shop } = await shopWith(t, [200, 200]);
  const page = await pay();
  const shown = await visitor.submit(page, 'show-token');
  t.regex(shown.text, /The callback token is top-secret/);
  t.false((await visitor.open(page)).html.includes('top-secret'));

  const url = shop.url.replace('//', '//user:hunter2@');
  await visitor.submit('/callbacks', 'set-address', { url });
  const opened = await visitor.open(await pay());
  t.false(opened.html.includes('hunter2'));
  t.regex(opened.text, /\*\*\*@127\.0\.0\.1/);
});

test('the inbox is set with a button, and tells what came and whether its checksum is right', async (t) => {
  const simulator = await simulatorFor(t, { journalSize: 100, callbacks: { token: 'top-secret' } });
  const visitor = visitorOf(simulator.url);
  t.regex((await visitor.open('/callbacks')).text, /Inbox Send callbacks to the inbox .* Nothing has come yet\./);

  t.regex(
    (await visitor.submit('/callbacks', 'use-inbox')).text,
    /Callbacks go to the inbox now\..*Inbox Callbacks go there/,
  );
  await payWith(simulator, plainCard.pan, { orderNumber: 'A-1' });
  await simulator.settled();
  const [{ id } = { id: '' }] = (await simulator.callbacks('test_user')).callbacks;
  await visitor.submit(`/callbacks?callback=${id}`, 'spoil', { how: 'wrong-checksum' });
  await visitor.submit(`/callbacks?callback=${id}`, 'spoil', { how: 'missing-checksum' });
  await fetch(`${simulator.url}/sandbox/inbox/test_user?${encodeURIComponent('"><b onx=1>')}=1`);

  const { text, html } = await visitor.open('/callbacks');
  t.regex(
    text,
    /no callback No checksum .*deposited A-1 No checksum .*deposited A-1 Checksum is wrong .*deposited A-1 Checksum is right/,
  );
  t.notRegex(html, /<b onx|top-secret/);
});

test('the inbox checks RSA checksums and tokens, too', async (t) => {
  for (const settings of [
    { checksum: 'rsa' },
    { checksum: 'jwt', method: 'POST', token: Buffer.from('key').toString('base64') },
  ] as const) {
    const simulator = await simulatorFor(t, { journalSize: 100, callbacks: settings });
    const visitor = visitorOf(simulator.url);
    await visitor.submit('/callbacks', 'use-inbox');
    // A signature may have digits that look like a card number, but hardly each of three.
    for (let count = 0; count < 3; count++) await payWith(simulator, plainCard.pan);
    await simulator.settled();
    const { text } = await visitor.open('/callbacks');
    t.regex(text, /Checksum is right/, settings.checksum);
    t.notRegex(text, /Checksum is wrong/, settings.checksum);
  }
});

test('texts of shops are text on the page, in every field', async (t) => {
  const planted = `"'><b onx=1>&`;
  const { simulator, visitor, pay } = await shopWith(t, [200], { headers: { 'X-Own': planted } });
  await simulator.setCallbacks('test_user', {
    url: `http://127.0.0.1:1/${encodeURI(planted)}?x=${planted.replaceAll(' ', '+')}`,
  });
  const pages = [await pay({ orderNumber: `A'"&;` }), '/callbacks', `/callbacks?order=${encodeURIComponent(planted)}`];

  for (const page of [
    ...pages,
    `/callbacks?state=${encodeURIComponent(planted)}`,
    `/callbacks?callback=${encodeURIComponent(planted)}`,
  ])
    t.notRegex((await visitor.open(page)).html, /<b onx|A'"&;/, page);
});

test('a callback that is not there is said to be not there', async (t) => {
  const simulator = await simulatorFor(t);
  const { status, text } = await visitorOf(simulator.url).open('/callbacks?callback=none');
  t.is(status, 404);
  t.regex(text, /This merchant has no callback with this id\./);
});

for (const [language, words] of [
  ['ru', 'Куда идут уведомления'],
  ['kk', 'Хабарламалар қайда барады'],
] as const)
  test(`the page of callbacks is there in ${language}`, async (t) => {
    const simulator = await simulatorFor(t);
    t.true((await visitorOf(simulator.url, { language }).open('/callbacks')).text.includes(words));
  });
