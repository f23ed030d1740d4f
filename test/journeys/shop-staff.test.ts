import test, { type ExecutionContext } from 'ava';
import { type PageForm, readForms } from '../../client/customer/read-form.ts';
import { markedElements, readHtml } from '../../client/customer/read-html.ts';
import { startDemoShop } from '../../simulator/commands/demo-shop.ts';
import { readConfig } from '../../simulator/commands/read-config.ts';
import { createClock } from '../../simulator/runtime/clock.ts';
import { pay, plainCard } from '../helpers/payments/pay.ts';
import { simulatorFor } from '../helpers/simulator/simulator.ts';

/** The demo shop, as somebody uses it who has a browser without scripts. */
const shopWithStaff = async (t: ExecutionContext) => {
  const simulator = await simulatorFor(t, { clock: createClock(), merchantName: 'Dala Books' });
  const shop = await startDemoShop(readConfig({ SHOP_PORT: '0' }), simulator);
  t.teardown(shop.stop);
  let page = '';
  const post = (url: string, fields: Readonly<Record<string, string>>) =>
    fetch(url, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) });
  const open = async (path: string) => {
    await simulator.settled();
    page = await (await fetch(new URL(path, shop.url))).text();
    return page;
  };
  /** Buys something, and opens the page of the order after the payment. */
  const buy = async (product: string, way = 'pay') => {
    const bought = await post(`${shop.url}/buy`, { product, way, quantity: '1' });
    const formUrl = bought.headers.get('location') ?? '';
    await pay(formUrl, { card: plainCard });
    const [{ value } = { value: '' }] = markedElements(readHtml(await open('/orders')), 'data-order');
    await open(`/orders/${value}`);
    return { orderId: new URL(formUrl).searchParams.get('mdOrder') ?? '', path: `/orders/${value}` };
  };
  /** Presses a button, and opens the page that it leads to. */
  const press = async (isMeant: (form: PageForm) => boolean, fields: Readonly<Record<string, string>> = {}) => {
    const form = readForms(readHtml(page), shop.url).find(isMeant);
    const own = Object.fromEntries((form?.fields ?? []).map(({ name, value }) => [name, value]));
    const answer = await post(form?.action ?? '', { ...own, ...fields });
    return open(answer.headers.get('location') ?? '');
  };
  const act = (name: string, fields: Readonly<Record<string, string>> = {}) =>
    press(({ action }) => action.endsWith(`/${name}`), fields);
  const result = () => markedElements(readHtml(page), 'data-result')[0]?.value;
  const calls = () => markedElements(readHtml(page), 'data-call').map(({ value }) => value);
  return { simulator, open, buy, press, act, result, calls, page: () => page };
};

test('the shop holds money, takes a part of it, and returns a part of that', async (t) => {
  const { simulator, buy, act, result, calls } = await shopWithStaff(t);

  const { orderId } = await buy('camel-scarf', 'reserve');
  t.is(result(), 'held');
  await act('capture', { amount: '20000' });
  t.is(result(), 'paid');
  const page = await act('refund', { amount: '5 000,50' });
  t.is(result(), 'partly-refunded');

  t.like((await simulator.status(orderId))['paymentAmountInfo'], {
    depositedAmount: 1_499_950,
    refundedAmount: 500_050,
  });
  t.deepEqual(calls(), ['approved', 'deposited', 'refunded']);
  t.true(/14,999\.50(?:\u00a0|&nbsp;)₸/.test(page));
  await act('refund');
  t.is(result(), 'given-back');
});

test('the shop frees a hold, undoes a payment, and closes an order that nobody has paid', async (t) => {
  const { simulator, buy, act, result } = await shopWithStaff(t);

  const hold = await buy('tea-bowl', 'reserve');
  await act('release');
  t.is(result(), 'given-back');
  t.is((await simulator.status(hold.orderId))['orderStatus'], 3);
  const payment = await buy('tea-bowl');
  await act('undo');
  t.is(result(), 'given-back');
  t.is((await simulator.status(payment.orderId))['orderStatus'], 3);
});

test('a bank that refuses is quoted on the order`s page', async (t) => {
  const { buy, act } = await shopWithStaff(t);

  await buy('tea-bowl');
  const page = await act('refund', { amount: '99999' });

  t.regex(page, /data-refusal="refused">The bank refused: /);
});

test('a subscription stores the card, charges it for the next month, and ends', async (t) => {
  const { simulator, open, buy, act, result, press } = await shopWithStaff(t);

  const first = await buy('tea-club');
  t.is(result(), 'paid');
  const renewal = await act('renew');
  t.is(result(), 'paid');
  t.true(renewal.includes(`href="${first.path}"`));
  t.is((await simulator.orders('test_user')).total, 2);

  const cards = await open('/cards');
  t.is(markedElements(readHtml(cards), 'data-card').length, 1);
  t.regex(cards, /444455\*\*3333/);
  const removed = await press(({ action }) => action.endsWith('/cards/remove'));
  t.is(markedElements(readHtml(removed), 'data-card').length, 0);
  t.is(markedElements(readHtml(removed), 'data-removed').length, 1);

  await open(first.path);
  t.regex(await act('renew'), /data-refusal="refused"/);
  t.regex(await act('endSubscription'), /The subscription has ended\./);
  t.notRegex(await open(first.path), /\/renew"/);
});

test('a renewal whose card has no money is an order of its own, which was not paid', async (t) => {
  const { simulator, buy, act, result } = await shopWithStaff(t);
  await buy('tea-club');
  await simulator.setScenario('test_user', 'declined-insufficient-funds');

  await act('renew');

  t.is(result(), 'not-paid');
});

test('the shop has the name of its merchant at the gateway, also when it changes', async (t) => {
  const { simulator, open } = await shopWithStaff(t);

  t.regex(await open('/'), /<title>[^<]* - Dala Books</);
  await simulator.changeMerchant('test_user', { name: 'Алма' });
  t.regex(await open('/'), /class="brand" href="\/">Алма</);
});
