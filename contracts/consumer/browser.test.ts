import test from 'ava';
import { fromState, type Given, pactWith } from './agree.ts';
import { example, text } from './answers.ts';
import { words as anyWords } from './payment-answers.ts';

const { amount, orderId } = example;
const own = 'https://shop.example/return?from=bank&cart=77';
const plain = 'https://shop.example/return';
const failUrl = 'https://shop.example/failed';

/** The order has a fixed id, so the address of the shop is exact. */
const isFixed = { orderId, orderNumber: 'shop-1001' };

/** The address of the shop, with the order and the language behind its own query; the language is the bank's by default. */
const back = (address: string, lang?: 'ru') => {
  const end = `${address.includes('?') ? '&' : '?'}orderId=${orderId}&lang=`;
  const pattern = `${address}${end}`.replace(/[.?]/g, '\\$&');
  return text(`^${pattern}${lang ?? '(en|ru)'}$`, `${address}${end}${lang ?? 'en'}`);
};

interface Row {
  readonly given: Given;
  readonly path: string;
  readonly form: Readonly<Record<string, unknown>>;
  readonly answer: object;
}

const order = (sentence: string, more: Readonly<Record<string, unknown>> = {}): Given => [
  sentence,
  { amount, ...isFixed, ...more },
];

/** A page that opens asks how the order stands. */
const session = (given: Given, redirect: object, more: object = {}): Row => ({
  given,
  path: 'getSessionStatus.do',
  form: { MDORDER: orderId, ...more },
  answer: { redirect },
});

const submit = (given: Given, pan: string, answer: object): Row => ({
  given,
  path: 'processform.do',
  form: { MDORDER: orderId, $PAN: pan, $EXPIRY: '203412', $CVC: '123', TEXT: 'AIDA BEK' },
  answer,
});

const good = '4444555511113333';
const poor = '4000000000116006';

/**
 * The ways of the customer's browser back to the shop. They are the calls of the payment page: verifiers of Pact follow
 * redirects, so a page that redirects cannot be in a pact. The keys continue "the browser asks ...".
 */
const rows: Readonly<Record<string, Row>> = {
  'where an order leads that is paid': session(
    order('an order paid in one phase exists', { returnUrl: own, failUrl }),
    back(own),
  ),
  'where an order leads that is paid, in Russian': session(
    order('an order paid in one phase exists', { returnUrl: own, language: 'ru' }),
    back(own, 'ru'),
    { language: 'ru' },
  ),
  'where an order leads that is paid, to an address without a query': session(
    order('an order paid in one phase exists'),
    back(plain),
  ),
  'where an order leads that is held': session(
    order('an order held in two phases exists', { returnUrl: own, failUrl }),
    back(own),
  ),
  'where an order leads that was declined, with an address for failures': session(
    order('an order declined for good exists', { returnUrl: own, failUrl: `${failUrl}?try=1` }),
    back(`${failUrl}?try=1`),
  ),
  'where an order leads that was declined': session(
    order('an order declined for good exists', { returnUrl: own }),
    back(own),
  ),
  'where an order leads whose time was over': session(
    order('an expired order exists', { returnUrl: own, failUrl }),
    back(failUrl),
  ),
  'where an order leads that the shop has closed': session(
    order('an order that the shop closed exists', { returnUrl: own }),
    back(own),
  ),
  'to pay with a card on the payment page': submit(
    order('a registered order exists', { returnUrl: own, failUrl }),
    good,
    {
      errorCode: 0,
      redirect: back(own),
    },
  ),
  'to pay on the payment page with a card that is declined': submit(
    order('a registered order exists', { returnUrl: own, failUrl }),
    poor,
    { errorCode: 0, error: anyWords },
  ),
  'to pay on the payment page for an order that is paid': submit(order('an order paid in one phase exists'), good, {
    errorCode: 7,
    error: anyWords,
  }),
  'to give up on the payment page': {
    given: order('a registered order exists', { returnUrl: own }),
    path: 'declineByClient.do',
    form: { mdOrder: orderId },
    answer: { errorCode: 0, redirect: back(own) },
  },
  'to give up an order that is paid': {
    given: ['an order paid in one phase exists', { amount }],
    path: 'declineByClient.do',
    form: { mdOrder: fromState('orderId', orderId) },
    answer: { errorCode: 7, error: anyWords },
  },
  'to give up an order that does not exist': {
    given: ['no order has this id'],
    path: 'declineByClient.do',
    form: { mdOrder: fromState('orderId', orderId) },
    answer: { errorCode: 6, error: anyWords },
  },
};

for (const [asks, { given, path, form, answer }] of Object.entries(rows)) {
  test(`the browser asks ${asks}`, async (t) => {
    const pact = pactWith([given])
      .uponReceiving(`the browser asks ${asks}`)
      .withRequest({
        method: 'POST',
        path: `/payment/rest/${path}`,
        contentType: 'application/x-www-form-urlencoded',
        body: form,
      })
      .willRespondWith({ status: 200, contentType: 'application/json', body: answer });
    const sent = new URLSearchParams({
      ...(form as Record<string, string>),
      ...('mdOrder' in form && { mdOrder: orderId }),
    });
    const answered = await pact.executeTest(async ({ url }) =>
      (await fetch(`${url}/payment/rest/${path}`, { method: 'POST', body: sent })).json(),
    );

    t.deepEqual(Object.keys(answered as object).toSorted(), Object.keys(answer).toSorted());
  });
}

test('the browser sees a page of an order that nobody has paid yet', async (t) => {
  const pact = pactWith([['a registered order exists', { amount, ...isFixed }]])
    .uponReceiving('the browser opens the payment page of an order that nobody has paid yet')
    .withRequest({ method: 'GET', path: '/payment/merchants/payment_en.html', query: { mdOrder: orderId } })
    .willRespondWith({ status: 200, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
  const status = await pact.executeTest(
    async ({ url }) => (await fetch(`${url}/payment/merchants/payment_en.html?mdOrder=${orderId}`)).status,
  );

  t.is(status, 200);
});
