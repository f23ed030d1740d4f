import test, { type ExecutionContext } from 'ava';
import { cardForActionCode } from '../../simulator/issuer/code-range.ts';
import { challengeCard, pay, plainCard } from '../helpers/payments/pay.ts';
import { type Received, receiverFor } from '../helpers/shop/receiver.ts';
import { type Fields, simulatorFor } from '../helpers/simulator/simulator.ts';

const logins = ['left', 'right'].map((login) => ({ login, password: 'secret' }));

/** Everything that one merchant sees of a day: every answer and every callback, to the letter, but for ports. */
const transcript = async (t: ExecutionContext, isBusy: boolean): Promise<readonly string[]> => {
  const shop = await receiverFor(t, 500, 200);
  const callbacks = { url: shop.url, token: 'key', parameters: ['approvalCode', 'refNum', 'processingId', 'date'] };
  const simulator = await simulatorFor(t, {
    merchants: logins.map((login) => (login.login === 'left' ? { ...login, callbacks } : login)),
    seed: 'one day',
    scenarios: './scenarios',
  });
  const seen: string[] = [];
  const ask = async (userName: string, endpoint: string, fields: Fields = {}) => {
    const body = new URLSearchParams({ userName, password: 'secret', ...fields });
    return (await fetch(simulator.restUrl + endpoint, { method: 'POST', body })).text();
  };
  const neighbour = async (): Promise<void> => {
    if (!isBusy) return;
    const { formUrl } = JSON.parse(await ask('right', 'register.do', order));
    await pay(formUrl, { card: plainCard });
    await simulator.clockOf('right').advance(7_000);
  };
  const order = { amount: '100000', returnUrl: 'https://shop.example/return', clientId: 'aida' };
  const left = async (endpoint: string, fields?: Fields) => {
    await neighbour();
    const answer = await ask('left', endpoint, fields);
    seen.push(answer);
    return JSON.parse(answer);
  };

  const first = await left('register.do', { amount: '200', returnUrl: 'https://shop.example/return' });
  await pay(first.formUrl, { card: plainCard });
  // Its callback is the one that the shop does not take at once.
  await simulator.settled();
  const paid = await left('register.do', { ...order, features: 'FORCE_CREATE_BINDING' });
  await pay(paid.formUrl, { card: challengeCard });
  await simulator.clockOf('left').advance(60_000);
  const declined = await left('register.do', { ...order, jsonParams: '{"scenario":"three-declines"}' });
  await pay(declined.formUrl, { card: { pan: cardForActionCode(116) }, tries: 3 });
  await left('refund.do', { orderId: paid.orderId, amount: '1000' });
  const unpaid = await left('registerPreAuth.do', order);
  await simulator.clockOf('left').advance(1_200_000);
  for (const { orderId } of [paid, declined, unpaid]) await left('getOrderStatusExtended.do', { orderId });
  await left('getBindings.do', { clientId: 'aida' });
  await left('createBindingNoPayment.do', {
    clientId: 'aida',
    pan: plainCard.pan,
    expiryDate: '203412',
    cardholderName: 'A B',
  });
  await left('instantPayment.do', {
    ...order,
    pan: plainCard.pan,
    expiry: '203412',
    cvc: '123',
    cardholderName: 'A B',
  });
  await simulator.settled();
  // What is about one order or card comes in its order; of two, either may come first.
  const subjectOf = ({ form }: Received) => form.get('bindingId') ?? form.get('mdOrder') ?? '';
  const heard = shop.received.toSorted((a, b) => subjectOf(a).localeCompare(subjectOf(b)));
  seen.push(...heard.map(({ url }) => url));
  return seen.map((text) => text.replace(/127\.0\.0\.1:\d+/g, 'host'));
};

test('two runs with one seed and one clock are the same to the letter, also when another merchant is busy', async (t) => {
  const [quiet, again, busy] = [await transcript(t, false), await transcript(t, false), await transcript(t, true)];

  t.true(quiet.length > 18);
  t.deepEqual(again, quiet);
  t.deepEqual(busy, quiet);
});
