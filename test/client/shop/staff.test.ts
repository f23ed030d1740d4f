import test from 'ava';
import { readForms } from '../../../client/customer/read-form.ts';
import { markedElements, readHtml } from '../../../client/customer/read-html.ts';
import { plainAmount, readAmount } from '../../../client/shop/staff-acts.ts';
import { type Status, shopFor } from '../../helpers/shop/shop.ts';

type Shop = Awaited<ReturnType<typeof shopFor>>;

const buttonsOf = async (shop: Shop) => {
  const html = await shop.page(shop.returnPath());
  const forms = readForms(readHtml(html), `${shop.url}/`);
  return { html, forms, acts: forms.map(({ action }) => action.split('/').at(-1)) };
};

/** Presses a button of the order's page as it is now. */
const press = async (shop: Shop, act: string, amount?: string) => {
  const { forms } = await buttonsOf(shop);
  const form = forms.find(({ action }) => action.endsWith(`/${act}`));
  const fields = Object.fromEntries((form?.fields ?? []).map(({ name, value }) => [name, value]));
  const body = new URLSearchParams({ ...fields, ...(amount !== undefined && { amount }) });
  return { body, answer: await fetch(form?.action ?? '', { method: 'POST', redirect: 'manual', body }) };
};

const calls = ({ gateway }: Shop, endpoint: string) => gateway.received.filter(({ path }) => path.endsWith(endpoint));

const amounts = { approvedAmount: 450_000, depositedAmount: 450_000, refundedAmount: 0 };
const paid: Status = { orderStatus: 2, actionCode: 0, paymentAmountInfo: amounts };
const held: Status = { orderStatus: 1, actionCode: 0, paymentAmountInfo: { ...amounts, depositedAmount: 0 } };

const states: readonly (readonly [string, Status, readonly string[]])[] = [
  ['a hold', held, ['capture', 'release']],
  ['a payment', paid, ['refund', 'undo']],
  [
    'a refund in part',
    { orderStatus: 4, actionCode: 0, paymentAmountInfo: { ...amounts, depositedAmount: 1, refundedAmount: 2 } },
    ['refund'],
  ],
  ['a refund', { orderStatus: 4, actionCode: 0 }, []],
  ['an order that waits', { orderStatus: 0, actionCode: -100 }, ['decline']],
  ['a decline with tries left', { orderStatus: 0, actionCode: 116 }, ['decline']],
  ['a decline', { orderStatus: 6, actionCode: 116 }, []],
];
for (const [name, status, acts] of states)
  test(`the shop's buttons for ${name}: ${acts.join(', ') || 'none'}`, async (t) => {
    const shop = await shopFor(t);
    await shop.buy('tea-bowl');
    shop.bank(status);

    t.deepEqual((await buttonsOf(shop)).acts, acts as string[]);
  });

const deeds: readonly (readonly [string, Status, string | undefined, string, object])[] = [
  ['capture', held, '1 290,5', 'deposit.do', { amount: '129050' }],
  ['capture', held, undefined, 'deposit.do', { amount: '450000' }],
  ['release', held, undefined, 'reverse.do', { orderId: 'md-1' }],
  ['refund', paid, '1000', 'refund.do', { amount: '100000' }],
  ['refund', paid, '', 'refund.do', { amount: '0' }],
  ['undo', paid, undefined, 'reverse.do', { orderId: 'md-1' }],
  ['decline', { orderStatus: 0, actionCode: -100 }, undefined, 'decline.do', { orderId: 'md-1' }],
];
for (const [act, status, amount, endpoint, sent] of deeds)
  test(`the button "${act}" with ${amount ?? 'what is in the form'} calls ${endpoint} once, however often it is sent`, async (t) => {
    const shop = await shopFor(t);
    await shop.buy('tea-bowl');
    shop.bank(status);

    const { answer, body } = await press(shop, act, amount);
    const again = await fetch(answer.url, { method: 'POST', redirect: 'manual', body });

    t.is(answer.status, 303);
    t.is(new URL(answer.headers.get('location') ?? '', shop.url).pathname, shop.returnPath().replace('/return', ''));
    t.is(again.status, 303);
    t.is(calls(shop, endpoint).length, 1);
    t.like(Object.fromEntries(calls(shop, endpoint)[0]?.form ?? []), { orderId: 'md-1', ...sent });
  });

test('a reserved order is registered as one whose money is held first', async (t) => {
  const shop = await shopFor(t);

  await fetch(`${shop.url}/buy`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ product: 'tea-bowl', way: 'reserve' }),
  });

  t.is(calls(shop, '/registerPreAuth.do').length, 1);
  t.is(calls(shop, '/register.do').length, 0);
});

test('shows the bank`s refusal of an act, as text, until the next act', async (t) => {
  const shop = await shopFor(t);
  await shop.buy('tea-bowl');
  shop.bank(paid);
  const { forms } = await buttonsOf(shop);
  const url = forms[0]?.action ?? '';
  shop.bank({ body: { errorCode: '7', errorMessage: 'Too <much>' } });
  const send = (after: string) =>
    fetch(url, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ after }) });
  await send('0');
  shop.bank(paid);

  const { html } = await buttonsOf(shop);
  t.is(markedElements(readHtml(html), 'data-refusal')[0]?.value, 'refused');
  t.regex(html, /The bank refused: Too &lt;much&gt;/);
  await send('1');
  t.notRegex((await buttonsOf(shop)).html, /data-refusal/);
});

test('an amount that is none is not sent', async (t) => {
  const shop = await shopFor(t);
  await shop.buy('tea-bowl');
  shop.bank(paid);

  await press(shop, 'refund', 'all');

  t.is(calls(shop, 'refund.do').length, 0);
  t.regex((await buttonsOf(shop)).html, /data-refusal="badAmount"/);
});

test('an act that the order`s state does not have, or that there is not, changes nothing', async (t) => {
  const shop = await shopFor(t);
  await shop.buy('tea-bowl');
  shop.bank(paid);
  const order = new URL((await buttonsOf(shop)).forms[0]?.action ?? '').pathname.replace(/\/\w+$/, '');
  const before = shop.gateway.received.length;

  for (const act of ['capture', 'renew', 'constructor', '__proto__'])
    await fetch(`${shop.url}${order}/${act}`, { method: 'POST', redirect: 'manual', body: 'after=0' });
  const unknown = await fetch(`${shop.url}/orders/nobody/refund`, { method: 'POST', body: 'after=0' });

  t.is(shop.gateway.received.length, before);
  t.is(unknown.status, 404);
});

for (const [text, amount] of [
  ['1290.50', 129_050],
  ['1 290,5', 129_050],
  ['1\u00a0290', 129_000],
  ['0.01', 1],
  ['0', undefined],
  ['-1', undefined],
  ['1.234', undefined],
  ['1,000.00', undefined],
  ['1e3', undefined],
  ['', undefined],
] as const)
  test(`reads the amount "${text}" as ${amount} minor units`, (t) => {
    t.is(readAmount(text), amount);
    if (amount !== undefined) t.is(readAmount(plainAmount(amount)), amount);
  });
