import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { markedElements, readHtml } from '../../../client/customer/read-html.ts';
import { Payer } from '../../../client/index.ts';
import { startShop } from '../../../client/shop/start-shop.ts';

/**
 * The tests of the demo shop for `tillbox mutate`, as a program: what the shop's pages say after each step, and every answer
 * of the gateway to the shop with its status, its type and its content. `--write` keeps the answers as they are now:
 * `tillbox mutate --only bk -- node test/helpers/tested-shop/demo-shop-tests.ts --write`, with breaks that these tests do not reach.
 */
const { TILLBOX_REST_URL = '', TILLBOX_LOGIN: userName = '', TILLBOX_PASSWORD: password = '' } = process.env;

const kept = new URL('demo-shop-answers.json', import.meta.url);

const answers: {
  readonly call: string;
  readonly status: number;
  readonly type: string | null;
  readonly body: unknown;
}[] = [];

const send = globalThis.fetch;
const begunMs = Date.now();
const dayMs = 86_400_000;

/** What is another one in each run. */
const changing: readonly (readonly [pattern: RegExp, shown: string])[] = [
  [/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<id>'],
  [/shop-[0-9a-z]+-[0-9a-f]{8}/g, '<number>'],
  [/127\.0\.0\.1:\d+/g, '<host>'],
  [/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/, '<time>'],
  [/^\d{12}$/, '<reference>'],
  [/^\d{6}$/, '<approval>'],
  [/^[\w+/]{27}=$/, '<cavv>'],
];

const withoutChanging = (name: string, value: unknown): unknown => {
  if (typeof value === 'number' && Math.abs(value - begunMs) < dayMs) return '<now, in milliseconds>';
  if (value === userName) return '<login>';
  if (typeof value !== 'string' || name === 'expiration') return value;
  return changing.reduce((text, [pattern, shown]) => text.replace(pattern, shown), value);
};

globalThis.fetch = async (input, init) => {
  const answer = await send(input, init);
  const url = String(input);
  if (!url.startsWith(TILLBOX_REST_URL)) return answer;
  const text = await answer.clone().text();
  const body = /^[{[]/.test(text) ? JSON.parse(text, withoutChanging) : text;
  const type = answer.headers.get('content-type');
  answers.push({ call: url.slice(TILLBOX_REST_URL.length).replace(/\?.*/, ''), status: answer.status, type, body });
  return answer;
};

const shop = await startShop({
  gatewayUrl: TILLBOX_REST_URL,
  userName,
  password,
  port: 0,
  host: '127.0.0.1',
  name: async () => 'Demo Store',
  amountText: (amountMinor) => String(amountMinor),
});

const open = async (path: string, form?: Readonly<Record<string, string>>): Promise<Response> =>
  send(new URL(path, shop.url), {
    redirect: 'manual',
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
  });

const resultOf = (html: string): string => markedElements(readHtml(html), 'data-result')[0]?.value ?? 'none';

const numbers: string[] = [];

/** Buys something and pays for it; the shop's page after that. */
const buy = async (form: Readonly<Record<string, string>>, card?: string, isPaid = true) => {
  const formUrl = (await open('/buy', form)).headers.get('location') ?? '';
  const { url, end } = await new Payer().pay(formUrl, card === undefined ? {} : { card: { pan: card } });
  if (isPaid) assert.equal(end, 'shop');
  const number = isPaid ? (/\/orders\/([^/]+)\//.exec(url)?.[1] ?? '') : '';
  if (isPaid) {
    numbers.push(number);
    assert.equal(new URL(url).searchParams.get('orderId'), new URL(formUrl).searchParams.get('mdOrder'));
  }
  return { number, url, page: isPaid ? await (await open(new URL(url).pathname)).text() : '' };
};

const act = async (number: string, kind: string, form: Readonly<Record<string, string>>) => {
  const { status, headers } = await open(`/orders/${number}/${kind}`, form);
  assert.equal(status, 303);
  return (await open(headers.get('location') ?? '/')).text();
};

try {
  const paid = await buy({ product: 'camel-scarf', quantity: '2' });
  assert.equal(resultOf(paid.page), 'paid');
  assert.equal(resultOf(await act(paid.number, 'refund', { after: '0', amount: '1000' })), 'partly-refunded');
  assert.equal(resultOf(await act(paid.number, 'refund', { after: '1', amount: '99999999' })), 'partly-refunded');

  const reserved = await buy({ product: 'tea-bowl', way: 'reserve' }, '4444555511113333');
  assert.equal(resultOf(reserved.page), 'held');
  assert.equal(resultOf(await act(reserved.number, 'capture', { after: '0', amount: '1500' })), 'paid');

  const undone = await buy({ product: 'tea-bowl' });
  assert.equal(resultOf(await act(undone.number, 'undo', { after: '0' })), 'given-back');

  await buy({ product: 'felt-slippers' }, '4000000001160008', false);
  const list = await (await open('/orders')).text();
  assert.match(list, /Camel wool scarf/);
} finally {
  await shop.stop();
}

if (process.argv.includes('--write')) writeFileSync(kept, `${JSON.stringify(answers, undefined, 2)}\n`);
assert.deepEqual(answers, JSON.parse(readFileSync(kept, 'utf8')));
