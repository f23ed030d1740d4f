import test from 'ava';
import { cardForActionCode } from '../../../simulator/issuer/code-range.ts';
import { type Fields, simulatorFor, type TestSimulator } from '../../helpers/simulator/simulator.ts';
import { open, submit } from './open-and-submit.ts';

const resultOf = async (simulator: TestSimulator, orderId: string, language = 'en'): Promise<string> =>
  (await open(`${simulator.url}/payment/merchants/finish_${language}.html?orderId=${orderId}`)).text();

const wayIn = (html: string): string | undefined => /<a class="button" href="([^"]*)"/.exec(html)?.[1];

const own: Fields = { returnUrl: 'merchants/finish.html' };

test('an order that can still be paid is not called declined, and leads to its card page', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId } = await simulator.register(own);

  const html = await resultOf(simulator, orderId, 'ru');

  t.true(html.includes('result-open') && html.includes('Ещё не оплачено'));
  t.is(wayIn(html), `/payment/merchants/payment_ru.html?mdOrder=${orderId}`);
});

test('a result leads back to the shop, by the address that the order has for it', async (t) => {
  const simulator = await simulatorFor(t, { paymentAttempts: 1 });
  const paid = await simulator.register();
  await submit(paid.formUrl);
  const named = await simulator.register({
    ...own,
    jsonParams: '{"backToShopUrl":"https://shop.example/","backToShopName":"To Dala Books"}',
  });
  await submit(named.formUrl);
  const declined = await simulator.register({ failUrl: 'https://shop.example/fail' });
  await submit(declined.formUrl, { pan: cardForActionCode(5) });

  t.is(
    wayIn(await resultOf(simulator, paid.orderId)),
    `https://shop.example/return?orderId=${paid.orderId}&amp;lang=en`,
  );
  t.regex(await resultOf(simulator, named.orderId), /href="https:\/\/shop\.example\/">To Dala Books</);
  const html = await resultOf(simulator, declined.orderId);
  t.is(wayIn(html), `https://shop.example/fail?orderId=${declined.orderId}&amp;lang=en`);
  t.true(html.includes('result-declined'));
});

test('where no page of the shop is known, the result says what to do', async (t) => {
  const simulator = await simulatorFor(t, { paymentAttempts: 1 });
  const paid = await simulator.register(own);
  await submit(paid.formUrl);
  const declined = await simulator.register({ ...own, returnUrl: 'myshop://paid' });
  await submit(declined.formUrl, { pan: cardForActionCode(5) });
  const check = await simulator.register({ ...own, features: 'VERIFY', amount: '0' });
  await submit(check.formUrl);

  const html = await resultOf(simulator, paid.orderId);
  const checked = await resultOf(simulator, check.orderId);

  t.is(wayIn(html), undefined);
  t.true(html.includes('You can close this page.'));
  t.is(wayIn(await resultOf(simulator, declined.orderId)), undefined);
  t.true(checked.includes('The card was checked') && !checked.includes('0.00'));
});

for (const [key, sentence, advice] of [
  ['order_already_processed', 'processed already', 'Do not pay again'],
  ['session_expired', 'The time to pay this order is over', 'order again'],
  ['internal_error', 'a fault of its own', 'in a few minutes'],
  ['is_not_eligible_to_print', 'cannot be printed', 'ask the seller'],
  ['anything', 'cannot be completed', 'start the payment again'],
] as const)
  test(`the error page knows the key ${key}, and what to do`, async (t) => {
    const simulator = await simulatorFor(t);

    const html = await (
      await open(`${simulator.url}/payment/merchants/errors_en.html?error=payment.errors.${key}`)
    ).text();

    t.true(html.includes(sentence) && html.includes(advice), html);
  });
