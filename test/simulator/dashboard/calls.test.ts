import test, { type ExecutionContext } from 'ava';
import { callCurl } from '../../../simulator/dashboard/pages/calls/call-curl.ts';
import { textOf, visitorOf } from '../../helpers/dashboard/visitor.ts';
import { challengeCard, pay, plainCard } from '../../helpers/payments/pay.ts';
import { type Fields, simulatorFor } from '../../helpers/simulator/simulator.ts';

/** A gateway with a journal, and a visitor. */
const shopFor = async (t: ExecutionContext, journalSize = 200) => {
  const simulator = await simulatorFor(t, { journalSize });
  const visitor = visitorOf(simulator.url);
  const open = async (path: string) => visitor.open(path);
  /** The page of the newest call of the list. */
  const openNewest = async (query = '') => {
    const { html } = await open(`/calls?${query}`);
    const [, href = ''] = /class="callback-link" href="([^"]*)"/.exec(html) ?? [];
    return open(href.replaceAll('&amp;', '&'));
  };
  return { ...simulator, visitor, open, openNewest };
};

const returnUrl = 'https://shop.example/return';

test('without a journal, without calls, and after wrong logins the page says what to do', async (t) => {
  const off = await simulatorFor(t);
  t.regex((await visitorOf(off.url).open('/calls')).text, /The journal is off, so no calls are kept\./);

  const { open, call, openNewest } = await shopFor(t);
  t.regex((await open('/calls')).text, /No calls yet\. If your shop has made some, look at those of no known merchant/);
  t.regex((await open('/calls?caller=unknown')).text, /Every caller is known/);

  await call('register.do', { userName: 'live-api', amount: '1' });
  t.regex((await open('/calls?caller=unknown')).text, /register\.do Refused 5 .* live-api/);
  t.regex((await openNewest('caller=unknown')).text, /There is no merchant live-api\./);
});

test('calls are listed newest first, and filtered by endpoint, order, refusal, errorCode and method', async (t) => {
  const { open, register, call, restUrl } = await shopFor(t);
  const { orderId } = await register({ orderNumber: 'A-1' });
  await call('register.do', { amount: '12.50', returnUrl });
  await fetch(`${restUrl}getOrderStatusExtended.do?userName=test_user&password=test_user_password&orderId=${orderId}`);
  await call('reverse.do', { orderId: 'none' });

  const listed = async (query: string) =>
    [...(await open(`/calls?${query}`)).html.matchAll(/class="callback-link"[^>]*>(.*?)<\/a>/gs)].map(
      ([, row = '']) => textOf(row).split(' ')[0],
    );
  t.deepEqual(await listed(''), ['reverse.do', 'getOrderStatusExtended.do', 'register.do', 'register.do']);
  t.deepEqual(await listed('path=register.do'), ['register.do', 'register.do']);
  t.deepEqual(await listed('order=A-1'), ['getOrderStatusExtended.do', 'register.do']);
  t.deepEqual(await listed('refused=true'), ['reverse.do', 'register.do']);
  t.deepEqual(await listed('errorCode=5'), ['register.do']);
  t.deepEqual(await listed('method=GET'), ['getOrderStatusExtended.do']);
  t.deepEqual(await listed('method=GET&refused=true'), []);
  t.is((await listed('errorCode=x&until=y&call=z&refused=maybe&caller=me')).length, 4);
});

test('an opened call has request and answer side by side, without secrets, and hints', async (t) => {
  const { call, openNewest } = await shopFor(t);
  await call('register.do', { ammount: '100', amount: '12.50', returnUrl });

  const { text, html } = await openNewest();

  t.regex(text, /register\.do Refused 5/);
  t.regex(text, /tillbox does not know ammount and ignores it\. Did you mean amount\?/);
  t.regex(text, /amount would be refused: expected minor units in at most 12 digits/);
  t.regex(text, /ammount = 100/);
  t.regex(text, /password = \*\*\*/);
  t.regex(text, /HTTP 200 \d+ ms .*"errorCode" : "5"/);
  t.false(html.includes('test_user_password'));
});

test('no card number, security code or password is in any page of the calls', async (t) => {
  const { open, register } = await shopFor(t);
  for (const card of [plainCard, challengeCard]) {
    const { formUrl } = await register({ description: `card ${card.pan}` });
    await pay(formUrl, { card });
  }
  const { html } = await open('/calls');
  const hrefs = [...html.matchAll(/class="callback-link" href="([^"]*)"/g)].map(([, href = '']) => href);
  t.true(hrefs.length > 4);
  for (const href of hrefs) {
    const page = (await open(href.replaceAll('&amp;', '&'))).html;
    for (const secret of [plainCard.pan, challengeCard.pan, 'test_user_password']) t.false(page.includes(secret), href);
    t.notRegex(page, /\bcvc[^<]*<\/span>=<span class="c-t">\d/i);
  }
});

test('the list stands still while it is paused, and older calls are a link away', async (t) => {
  const { open, register } = await shopFor(t);
  for (let count = 0; count < 52; count++) await register({ orderNumber: `N-${count}` });

  const first = await open('/calls');
  t.is(first.html.match(/class="callback-link"/g)?.length, 50);
  const hrefOf = (html: string, word: string): string =>
    (new RegExp(`href="([^"]*)"[^>]*>(?:<svg.*?</svg>)?${word}`).exec(html)?.[1] ?? '').replaceAll('&amp;', '&');
  const pause = hrefOf(first.html, 'Pause');
  t.regex(pause, /until=\d+/);
  await register({ orderNumber: 'later' });

  const paused = await open(pause);
  t.false(paused.text.includes('later'));
  t.regex(paused.text, /The list stands still\. Newer calls: 1\./);
  const older = await open(hrefOf(paused.html, 'Older'));
  t.is(older.html.match(/class="callback-link"/g)?.length, 2);
  t.true((await open(hrefOf(paused.html, 'Follow again'))).text.includes('later'));
});

test('the journal is a file to keep, with the filter', async (t) => {
  const { visitor, register, call } = await shopFor(t);
  const { orderId } = await register();
  await call('reverse.do', { orderId });

  const answer = await visitor.send('/calls?path=reverse.do&har=1');

  t.regex(answer.headers.get('content-disposition') ?? '', /attachment; filename="test_user\.har"/);
  const { log } = (await answer.json()) as { log: { entries: readonly { request: { url: string } }[] } };
  t.is(log.entries.length, 1);
  t.regex(log.entries[0]?.request.url ?? '', /reverse\.do$/);
});

test('a verification is built by ticking parameters, with its result', async (t) => {
  const { open, openNewest, register } = await shopFor(t);
  await register({ orderNumber: 'A-1' });
  const { html, text } = await openNewest();
  t.regex(text, /The shop must have called register\.do with/);
  const [, call = ''] = /name="call" value="(\d+)"/.exec(html) ?? [];
  const path = `/calls?call=${call}&verify=1`;

  const right = await open(`${path}&want=orderNumber&want=amount&count=exactly`);
  t.regex(right.text, /Result The shop did so/);
  t.regex(
    right.text,
    /\{ "path" : "register\.do", "parameters" : \{ "amount" : "1500000", "orderNumber" : "A-1" \}, "times" : 1 \}/,
  );
  t.regex(right.text, /curl \S+\/sandbox\/merchants\/test_user\/verifications/);

  await register({ orderNumber: 'A-2' });
  t.regex((await open(`${path}&want=amount&count=exactly`)).text, /Result The shop did not .*Calls that match: 2/);
  t.regex((await open(`${path}&want=amount&method-too=1`)).text, /"method" : "POST"/);
  t.regex((await open(`${path}&want=none&want=password&count=never`)).text, /Result The shop did not/);
});

const entry = {
  number: 1,
  at: '',
  tookMs: 0,
  surface: 'api',
  method: 'POST',
  path: '/payment/rest/x.do',
  parameters: {},
  httpStatus: 200,
  contentType: '',
  isRefused: false,
  answer: '',
} as const;

test('a copied command has variables for what is masked, and runs nothing that a shop has sent', (t) => {
  const url = 'http://a/x.do';
  const curlOf = (parameters: Fields, more: object = {}) => callCurl(url, { ...entry, ...more, parameters });

  t.is(
    curlOf({ password: '***', $PAN: '444455**3333', orderNumber: "it's $(id)", '`id`': 'x' }),
    [
      'curl http://a/x.do',
      `--data-urlencode 'password='"$PASSWORD"`,
      `--data-urlencode '$PAN='"$PAN"`,
      `--data-urlencode 'orderNumber=it'\\''s $(id)'`,
      "--data-urlencode '`id`=x'",
    ].join(' \\\n    '),
  );
  t.regex(curlOf({ a: '1' }, { method: 'GET' }), /^curl -G http/);
  t.is(
    curlOf({ password: '***', name: "it's", list: '[{"a":1}]' }, { body: 'json' }).split('\n').at(-1)?.trim(),
    `-d '{"password":"'"$PASSWORD"'","name":"it'\\''s","list":[{"a":1}]}'`,
  );
});

test('texts of callers are text on the page, in every field', async (t) => {
  const { open, openNewest, callBare, restUrl } = await shopFor(t);
  const planted = `"'><b onx=1>&`;
  await callBare('register.do', { userName: planted, [planted]: planted, amount: planted });
  await callBare('register.do', {
    userName: 'test_user',
    password: 'test_user_password',
    [planted]: planted,
    orderNumber: planted,
  });
  await fetch(
    `${restUrl}getOrderStatusExtended.do?userName=test_user&password=test_user_password&orderId=${encodeURIComponent(planted)}`,
  );

  const query = encodeURIComponent(planted);
  const pages = [
    await open('/calls'),
    await open('/calls?caller=unknown'),
    await openNewest(),
    await openNewest('path=register.do'),
    await openNewest('caller=unknown'),
    ...(await Promise.all(
      ['path', 'order', 'errorCode', 'method', 'refused', 'caller', 'until', 'call', 'want'].map((name) =>
        open(`/calls?verify=1&call=2&${name}=${query}`),
      ),
    )),
  ];
  for (const { html } of pages) t.notRegex(html, /<b onx|"'>/);
});

test('a call that has left the journal is said to be gone', async (t) => {
  const { open } = await shopFor(t);
  const { status, text } = await open('/calls?call=99');
  t.is(status, 404);
  t.regex(text, /The journal does not have this call any more\./);
});

for (const [language, words] of [
  ['ru', 'Может быть, amount?'],
  ['kk', 'Мүмкін, amount?'],
] as const)
  test(`hints are in ${language}, too`, async (t) => {
    const { call, url } = await shopFor(t);
    await call('register.do', { ammount: '100', returnUrl });
    const visitor = visitorOf(url, { language });
    const { html } = await visitor.open('/calls');
    const [, href = ''] = /class="callback-link" href="([^"]*)"/.exec(html) ?? [];
    t.true((await visitor.open(href.replaceAll('&amp;', '&'))).text.includes(words));
  });
