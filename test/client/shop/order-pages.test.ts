import test, { type ExecutionContext } from 'ava';
import { markedElements, readHtml } from '../../../client/customer/read-html.ts';
import { pageOfOrders } from '../../../client/shop/pages-of-orders.ts';
import { startShop } from '../../../client/shop/start-shop.ts';
import { stubServer } from '../../helpers/http/stub-server.ts';
import { gatewayLook } from '../../helpers/shop/shop.ts';

/** A shop with so many open orders before a gateway that knows all of them. */
const shopWith = async (t: ExecutionContext, orders: number) => {
  const registered = new Map<string, URLSearchParams>();
  let atOnce = 0;
  let mostAtOnce = 0;
  const gateway = await stubServer(t, async ({ path, form }) => {
    if (path.endsWith('/register.do')) {
      const orderId = `md-${registered.size + 1}`;
      registered.set(orderId, form);
      return { body: { orderId, formUrl: `${gateway.origin}/page?mdOrder=${orderId}` } };
    }
    mostAtOnce = Math.max(mostAtOnce, ++atOnce);
    await new Promise((resolve) => setImmediate(resolve));
    atOnce--;
    const order = registered.get(form.get('orderId') ?? '');
    const facts = { orderNumber: order?.get('orderNumber'), amount: Number(order?.get('amount')), currency: '398' };
    return { body: { errorCode: '0', orderStatus: 0, actionCode: -100, ...facts } };
  });
  const login = { userName: 'test_user', password: 'shop-secret', port: 0, host: '127.0.0.1' };
  const shop = await startShop({ ...gatewayLook, gatewayUrl: `${gateway.origin}/payment/rest/`, ...login });
  t.teardown(shop.stop);
  const body = () => new URLSearchParams({ product: 'tea-bowl', quantity: '1' });
  for (let count = 0; count < orders; count++)
    await fetch(`${shop.url}/buy`, { method: 'POST', redirect: 'manual', body: body() });
  const newestFirst = [...registered.keys()].reverse();
  const open = async (path: string) => {
    const from = gateway.received.length;
    mostAtOnce = 0;
    const answer = await fetch(shop.url + path);
    const html = await answer.text();
    const asked = gateway.received.slice(from).map(({ form }) => form.get('orderId'));
    return {
      status: answer.status,
      html,
      shown: markedElements(readHtml(html), 'data-order').map(({ value }) => value),
      asked: newestFirst.filter((id) => asked.includes(id)),
      questions: asked.length,
      mostAtOnce,
    };
  };
  const numbersOf = (ids: readonly string[]) => ids.map((id) => registered.get(id)?.get('orderNumber'));
  return { open, newestFirst, numbersOf };
};

test('the page of orders shows 20 at a time and asks about the newest 50 only', async (t) => {
  const { open, newestFirst, numbersOf } = await shopWith(t, 65);

  for (const [path, from, to, asked] of [
    ['/orders', 0, 20, 20],
    ['/orders?page=1', 0, 20, 20],
    ['/orders?page=2', 20, 40, 20],
    ['/orders?page=3', 40, 60, 10],
    ['/orders?page=4', 60, 65, 0],
  ] as const) {
    const page = await open(path);
    t.is(page.status, 200, path);
    t.deepEqual(page.shown, numbersOf(newestFirst.slice(from, to)) as string[], path);
    t.deepEqual(page.asked, newestFirst.slice(from, from + asked), path);
    t.is(page.questions, asked, path);
    t.true(page.mostAtOnce <= 20, path);
    t.is(/The gateway is asked about the newest 50 orders/.test(page.html), from >= 40, path);
  }
});

test('links lead to newer and older orders, as far as there are some', async (t) => {
  const { open } = await shopWith(t, 41);
  const linksOf = async (path: string) =>
    [...(await open(path)).html.matchAll(/href="(\/orders\?page=\d+)" rel="(\w+)"/g)].map(([, to, rel]) => [rel, to]);

  t.deepEqual(await linksOf('/orders'), [['next', '/orders?page=2']]);
  t.deepEqual(await linksOf('/orders?page=2'), [
    ['prev', '/orders?page=1'],
    ['next', '/orders?page=3'],
  ]);
  t.deepEqual(await linksOf('/orders?page=3'), [['prev', '/orders?page=2']]);
  t.regex((await open('/orders?page=2')).html, /Page 2 of 3/);
});

test('a shop with few orders has one page without links', async (t) => {
  const { open } = await shopWith(t, 20);

  const { html, shown } = await open('/orders');

  t.is(shown.length, 20);
  t.notRegex(html, /page=/);
  t.is((await open('/orders?page=2')).status, 404);
});

test('a page that there is not is not found, and asks nothing', async (t) => {
  const { open } = await shopWith(t, 1);

  for (const asked of [
    '0',
    '-1',
    '2',
    '1.5',
    '1e0',
    '01',
    ' 1',
    '١',
    'one',
    '',
    '999999999999999999999',
    '1&page=1',
    '__proto__',
  ]) {
    const { status, questions } = await open(`/orders?page=${asked}`);
    t.is(status, 404, asked);
    t.is(questions, 0, asked);
  }
});

test('pages are counted from the number of orders', (t) => {
  t.deepEqual(pageOfOrders(undefined, 0), { number: 1, count: 1, from: 0, to: 20 });
  t.deepEqual(pageOfOrders('1', 20), { number: 1, count: 1, from: 0, to: 20 });
  t.deepEqual(pageOfOrders('2', 21), { number: 2, count: 2, from: 20, to: 40 });
  t.is(pageOfOrders('3', 40), undefined);
});
