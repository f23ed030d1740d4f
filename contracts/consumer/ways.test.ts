import test from 'ava';
import { type Agreement, agree, fromState, pactWith } from './agree.ts';
import { example, registered, status } from './answers.ts';

const { orderId, orderNumber, amount } = example;
const statusPath = 'getOrderStatusExtended.do';
const login = { userName: 'test_user', password: 'test_user_password' };
const registeredOrder = status({ orderStatus: 0, actionCode: -100, paymentState: 'CREATED' });
const newOrder = { amount: String(amount), currency: '398', returnUrl: 'https://shop.example/return?from=bank' };

/** The calls by other ways than a form; the client knows no other, so these requests are bare. */
const calls: Readonly<Record<string, Pick<Agreement, 'given' | 'path' | 'form' | 'answer'>>> = {
  'for the status of an order': {
    given: [['a registered order exists', { amount }]],
    path: statusPath,
    form: { orderId: fromState('orderId', orderId) },
    answer: registeredOrder,
  },
  'to register an order': {
    given: [['an order number is free']],
    path: 'register.do',
    form: { orderNumber: fromState('orderNumber', orderNumber), ...newOrder },
    answer: registered,
  },
};

const sent = { orderId, orderNumber, ...newOrder };

for (const inQuery of ['GET', 'POST'] as const) {
  const way = inQuery === 'GET' ? 'by GET' : 'by POST with a query';
  for (const [asks, call] of Object.entries(calls)) {
    test(`the shop asks ${asks} ${way}`, async (t) => {
      const names = Object.keys(call.form) as readonly (keyof typeof sent)[];
      const fields = Object.fromEntries(names.map((name) => [name, sent[name]]));
      const query = new URLSearchParams({ ...fields, ...login });
      const answer = await agree({ ...call, shopAsks: `${asks} ${way}`, inQuery }, async (_, url) =>
        (await fetch(`${url}/payment/rest/${call.path}?${query}`, { method: inQuery })).json(),
      );

      t.truthy(answer);
    });
  }
}

const boundary = 'tillbox-boundary';
const type = `multipart/form-data; boundary=${boundary}`;
const multipart = (fields: Readonly<Record<string, string>>): string =>
  Object.entries(fields)
    .map(([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
    .concat(`--${boundary}--\r\n`)
    .join('');

// A pact cannot fill values of a state into a multipart form, so the order has a fixed id, and the login is the documented one.
test('the shop asks for the status of an order in a multipart form', async (t) => {
  const body = multipart({ orderId, ...login });
  const pact = pactWith([['a registered order exists', { orderId, orderNumber, amount }]])
    .uponReceiving('the shop asks for the status of an order in a multipart form')
    .withRequest({ method: 'POST', path: `/payment/rest/${statusPath}`, contentType: type, body })
    .willRespondWith({ status: 200, contentType: 'application/json', body: { ...registeredOrder, orderNumber } });
  const answer = await pact.executeTest(async ({ url }) => {
    const headers = { 'content-type': type };
    return (await fetch(`${url}/payment/rest/${statusPath}`, { method: 'POST', headers, body })).json();
  });

  t.like(answer, { orderNumber });
});
