import test from 'ava';
import type { RecordedPact } from '../../../simulator/recording/pact-document.ts';
import { controlOf } from '../../helpers/simulator/control.ts';
import { type Fields, type Json, login, simulatorFor, type TestSimulator } from '../../helpers/simulator/simulator.ts';

const plainCard = { $PAN: '4444555511113333', $CVC: '123', YYYY: '2034', MM: '12', TEXT: 'AIDA BEK' };

const order: Fields = { amount: '150000', returnUrl: 'http://localhost/x' };

const pactOf = async (t: Parameters<typeof controlOf>[0], simulator: TestSimulator): Promise<RecordedPact> => {
  const { json } = await controlOf(t, simulator)('GET /merchants/test_user/pact');
  return json as unknown as RecordedPact;
};

/** What was left out, as a line each. */
const leftOutOf = ({ metadata }: RecordedPact): readonly string[] =>
  metadata.tillbox.calls.leftOut.map(({ call, reason }) => `${call}: ${reason}`);

const interactionOf = ({ interactions }: RecordedPact, call: string): Json => {
  const found = interactions.find(({ description }) => description.includes(call));
  if (!found) throw new Error(`no ${call} in ${interactions.map(({ description }) => description).join('\n')}`);
  return found as unknown as Json;
};

test('a payment with a published card is in the pact with this card, and needs the permission for it', async (t) => {
  const simulator = await simulatorFor(t, { journalSize: 1000 });
  const { orderId } = await simulator.register(order);
  await simulator.call('paymentorder.do', { MDORDER: orderId, ...plainCard });

  const pact = await pactOf(t, simulator);

  t.deepEqual(leftOutOf(pact), []);
  const paid = interactionOf(pact, 'paymentorder.do');
  t.deepEqual(
    paid['providerStates'].map(({ name }: Json) => name),
    ['the shop has a login', 'the shop may handle card numbers', 'a registered order exists'],
  );
  const sent = new URLSearchParams(paid['request'].body.content);
  t.is(sent.get('$PAN'), '4444555511113333');
  t.is(sent.get('$CVC'), '123');
  t.is(sent.get('TEXT'), 'text');
});

test('a card is left out that is not published, whose code was wrong, or that begins 3-D Secure', async (t) => {
  const simulator = await simulatorFor(t, { journalSize: 1000 });
  const payWith = async (card: Fields) => {
    const { orderId } = await simulator.register(order);
    await simulator.call('paymentorder.do', { MDORDER: orderId, ...plainCard, ...card });
  };
  await payWith({ $PAN: '4916338506082832' });
  await payWith({ $CVC: '999' });
  await payWith({ $PAN: '5555555555555599' });

  t.deepEqual(leftOutOf(await pactOf(t, simulator)), [
    'rest/paymentorder.do: it begins 3-D Secure, whose ids and addresses are new each time',
    'rest/paymentorder.do: its $PAN is not that of one published test card, and the journal does not keep others',
    'rest/paymentorder.do: its card was answered with action code 71015 in place of 0, as with a wrong security code',
  ]);
});

test('the date of an order is that of the state, as it has to be ahead', async (t) => {
  const simulator = await simulatorFor(t, { journalSize: 1000 });
  await simulator.call('register.do', { ...order, expirationDate: '2026-01-01T18:00:00' });
  await simulator.call('register.do', { ...order, expirationDate: '2020-01-01T08:00:00' });

  const pact = await pactOf(t, simulator);

  const { request, providerStates } = interactionOf(pact, 'register.do');
  t.deepEqual(
    providerStates.map(({ name }: Json) => name),
    ['the shop has a login', 'the shop knows the date'],
  );
  t.deepEqual(request.generators.body['$.expirationDate'], { expression: `\${inTwoDays}`, type: 'ProviderState' });
  t.deepEqual(leftOutOf(pact), ['rest/register.do: its expirationDate would be over at the next verification']);
});

test('a payment by JSON is in the pact as JSON; one about a thing without a state is left out', async (t) => {
  const simulator = await simulatorFor(t, { journalSize: 1000 });
  const { bindingId } = await simulator.call('createBindingNoPayment.do', {
    clientId: 'client-1',
    pan: plainCard.$PAN,
    expiryDate: '203412',
    cardholderName: 'AIDA BEK',
  });
  const json = (call: string, fields: object) =>
    fetch(new URL(`../${call}`, simulator.restUrl), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...login, ...fields }),
    });
  const charge = {
    orderNumber: 'n-1',
    bindingId,
    amount: 150_000,
    preAuth: false,
    additionalParameters: { a: 'secret' },
  };
  await json('recurrentPayment.do', charge);
  await json('industryPractice/paymentOrder.do', { originalMdOrder: bindingId, orderNumber: 'n-2', tii: 'IPI' });

  const pact = await pactOf(t, simulator);

  const { request, response, providerStates } = interactionOf(pact, 'recurrentPayment.do');
  t.deepEqual(
    providerStates.map(({ name }: Json) => name),
    ['the shop has a login', 'an order number is free', 'a customer has a stored card'],
  );
  t.like(request.body, { contentType: 'application/json' });
  t.deepEqual(request.body.content, {
    additionalParameters: { a: request.body.content.additionalParameters.a },
    amount: 150_000,
    bindingId: request.body.content.bindingId,
    orderNumber: 'shop-1001',
    password: 'given-by-the-state',
    preAuth: false,
    userName: 'test_user',
  });
  t.not(request.body.content.additionalParameters.a, 'secret');
  t.like(response.body.content, { success: true, orderStatus: { orderStatus: 2 } });
  t.deepEqual(leftOutOf(pact), [
    'industryPractice/paymentOrder.do: its body in JSON names something that no state is found for, such as a task, a template or another order',
    'rest/createBindingNoPayment.do: the journal does not keep its pan',
  ]);
});
