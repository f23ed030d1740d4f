import test from 'ava';
import { payWith } from '../../helpers/payments/paid-order.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { type Fields, simulatorFor } from '../../helpers/simulator/simulator.ts';
import { orderFor, profile } from './bank-orders.ts';

const satim = profile('satim');
const order = { ...orderFor(satim), language: 'FR' };

/** What register.do answers to an order with these changes. A field of `undefined` is not sent. */
const registered = async (
  simulator: Awaited<ReturnType<typeof simulatorFor>>,
  changes: Readonly<Record<string, string | undefined>> = {},
) => {
  const sent = Object.entries({ ...order, ...changes }).filter(([, value]) => value !== undefined);
  return simulator.call('register.do', Object.fromEntries(sent) as Fields);
};

const params = (changes: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ force_terminal_id: 'E002000001', udf1: '2018105301346', ...changes });

/** A change of the order, and the code of the refusal, a number. */
const refusals: Readonly<
  Record<string, readonly [changes: Readonly<Record<string, string | undefined>>, errorCode: number]>
> = {
  'no jsonParams': [{ jsonParams: undefined }, 5],
  'jsonParams that are no JSON': [{ jsonParams: 'udf1=1' }, 5],
  'no terminal': [{ jsonParams: params({ force_terminal_id: undefined }) }, 5],
  'a terminal of 17 characters': [{ jsonParams: params({ force_terminal_id: 'E'.repeat(17) }) }, 5],
  'no udf1': [{ jsonParams: params({ udf1: undefined }) }, 5],
  'an empty udf1': [{ jsonParams: params({ udf1: '' }) }, 5],
  'a udf1 of 21 characters': [{ jsonParams: params({ udf1: '1'.repeat(21) }) }, 5],
  'a number of 11 characters': [{ orderNumber: '12345678901' }, 5],
  'no number': [{ orderNumber: undefined }, 4],
  'no amount': [{ amount: undefined }, 4],
  '49.99 dinars': [{ amount: '4999' }, 5],
  'no currency': [{ currency: undefined }, 4],
  'a currency that SATIM does not take': [{ currency: '398' }, 3],
  'no language': [{ language: undefined }, 4],
  'a language that SATIM does not have': [{ language: 'RU' }, 5],
  'no returnUrl': [{ returnUrl: undefined }, 4],
};

for (const [what, [changes, errorCode]] of Object.entries(refusals))
  test(`SATIM refuses an order with ${what}`, async (t) => {
    t.is((await registered(await simulatorFor(t, { bank: satim }), changes))['errorCode'], errorCode);
  });

test('SATIM takes 50 dinars, an amount with centimes, dollars and euros', async (t) => {
  const simulator = await simulatorFor(t, { bank: satim });
  const changes = [
    { amount: '5000' },
    { amount: '80650' },
    { currency: '840' },
    { currency: '978' },
    { language: 'AR' },
  ];
  for (const [index, change] of changes.entries())
    t.is((await registered(simulator, { ...change, orderNumber: `N${index}` }))['errorCode'], 0);
});

test('SATIM answers a number, an id of twenty characters and the address of its page', async (t) => {
  const simulator = await simulatorFor(t, { bank: satim });
  const answer = await registered(simulator);

  t.deepEqual(Object.keys(answer), ['errorCode', 'orderId', 'formUrl']);
  t.is(answer['errorCode'], 0);
  t.regex(answer['orderId'], /^[A-Za-z0-9]{20}$/);
  const { pathname, search } = new URL(answer['formUrl']);
  t.is(pathname + search, `/payment/epg/merchants/test_user/payment.html?mdOrder=${answer['orderId']}&language=fr`);
  t.is((await fetch(answer['formUrl'])).status, 200);
  for (const older of ['merchants/merchant1/payment_fr.html', 'merchants/merchant1/payment_ar.html'])
    t.is(
      (await fetch(`${new URL(answer['formUrl']).origin}/payment/${older}?mdOrder=${answer['orderId']}`)).status,
      200,
    );
});

test('the payer comes back from SATIM with lang first', async (t) => {
  const simulator = await simulatorFor(t, { bank: satim });
  const { orderId } = await registered(simulator, { failUrl: 'https://shop.example/fail?shop=1' });

  const { redirect } = await simulator.callBare('declineByClient.do', { mdOrder: orderId });

  t.is(redirect, `https://shop.example/fail?shop=1&lang=fr&orderId=${orderId}`);
});

test('SATIM has no such order, in the words of the call', async (t) => {
  const simulator = await simulatorFor(t, { bank: satim });
  t.is((await simulator.call('getOrderStatus.do', { orderId: 'nobody' }))['ErrorCode'], '6');
  t.is((await simulator.call('getOrderStatusExtended.do', { orderId: 'nobody' }))['errorCode'], '6');
  t.is((await simulator.call('refund.do', { orderId: 'nobody', amount: '5000' }))['errorCode'], '6');
});

test('SATIM shows six digits of a card, two stars and four digits', async (t) => {
  const simulator = await simulatorFor(t, { bank: satim });
  const orderId = await payWith(simulator, plainCard.pan, order);
  t.is((await simulator.call('getOrderStatus.do', { orderId }))['Pan'], '444455**3333');
});
