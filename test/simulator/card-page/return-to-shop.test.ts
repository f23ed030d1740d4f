import test from 'ava';
import { cardForActionCode } from '../../../simulator/issuer/code-range.ts';
import { pay } from '../../helpers/payments/pay.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';
import { open, submit } from './open-and-submit.ts';

const returns = [
  ['https://shop.example/ok', 'https://shop.example/ok?orderId=ID&lang=en'],
  ['https://shop.example/?back', 'https://shop.example/?back&orderId=ID&lang=en'],
  ['https://shop.example/ok?a=1&b=2#top', 'https://shop.example/ok?a=1&b=2&orderId=ID&lang=en#top'],
  ['https://shop.example/ok?', 'https://shop.example/ok?orderId=ID&lang=en'],
  ['myshop://paid', 'myshop://paid?orderId=ID&lang=en'],
  [
    'https://shop.example/спасибо',
    'https://shop.example/%D1%81%D0%BF%D0%B0%D1%81%D0%B8%D0%B1%D0%BE?orderId=ID&lang=en',
  ],
] as const;
for (const [returnUrl, expected] of returns) {
  test(`sends the payer from ${returnUrl} on with orderId and lang`, async (t) => {
    const simulator = await simulatorFor(t);
    const { orderId, formUrl } = await simulator.register({ returnUrl });

    const answer = await submit(formUrl);

    t.is(answer.status, 302);
    t.is(answer.headers.get('location'), expected.replace('ID', orderId));
  });
}

test('takes an address without a scheme as one below the gateway', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId, formUrl } = await simulator.register({ returnUrl: 'finish.html' });

  const answer = await submit(formUrl);

  const location = answer.headers.get('location') ?? '';
  t.is(location, `${simulator.url}/payment/finish.html?orderId=${orderId}&lang=en`);
  t.true((await (await open(location)).text()).includes('data-page="finish"'));
});

test('goes to failUrl after the last decline, to returnUrl where there is none', async (t) => {
  const simulator = await simulatorFor(t, { paymentAttempts: 1 });
  const card = { pan: cardForActionCode(116) };
  const withFail = await simulator.register({ failUrl: 'https://shop.example/fail' });
  const without = await simulator.register();

  t.true((await pay(withFail.formUrl, { card })).url.startsWith('https://shop.example/fail?'));
  t.true((await pay(without.formUrl, { card })).url.startsWith('https://shop.example/return?'));
});

test('sends a finished order on at once, whichever way it finished, and never pays it twice', async (t) => {
  const simulator = await simulatorFor(t, { paymentAttempts: 1 });
  const paid = await simulator.register();
  await submit(paid.formUrl);
  const declined = await simulator.register({ failUrl: 'https://shop.example/fail' });
  await submit(declined.formUrl, { pan: cardForActionCode(5) });
  const expired = await simulator.register({ failUrl: 'https://shop.example/fail' });
  await simulator.clock.advance(1_200_000);

  for (const [{ formUrl, orderId }, address] of [
    [paid, 'return'],
    [declined, 'fail'],
    [expired, 'fail'],
  ] as const) {
    const location = `https://shop.example/${address}?orderId=${orderId}&lang=en`;
    t.is((await open(formUrl)).headers.get('location'), location);
    t.is((await submit(formUrl)).headers.get('location'), location);
  }
  t.is((await simulator.store.orders.find(paid.orderId))?.attempts.length, 1);
  t.is((await simulator.status(expired.orderId))['actionCode'], -2014);
});

test('gives one payment for many submissions at the same moment', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId, formUrl } = await simulator.register();

  const answers = await Promise.all(Array.from({ length: 10 }, () => submit(formUrl)));

  t.true(answers.every(({ status }) => status === 302));
  t.like(await simulator.status(orderId), { orderStatus: 2, paymentAmountInfo: { depositedAmount: 1_500_000 } });
  t.is((await simulator.store.orders.find(orderId))?.attempts.length, 1);
});
