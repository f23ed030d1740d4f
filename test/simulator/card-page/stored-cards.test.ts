import test from 'ava';
import { WrongUse } from '../../../client/index.ts';
import { cardForActionCode } from '../../../simulator/issuer/code-range.ts';
import { challengeCard, pay, plainCard } from '../../helpers/payments/pay.ts';
import { type Card, inTwoCalls } from '../../helpers/payments/pay-form.ts';
import { type Fields, simulatorFor, type TestSimulator } from '../../helpers/simulator/simulator.ts';

const client: Fields = { clientId: 'aida' };

const store = async (simulator: TestSimulator, { pan }: Card, fields: Fields = client): Promise<string> => {
  const card = { pan, expiryDate: '203412', cardholderName: 'AIDA BEK' };
  return (await simulator.call('createBindingNoPayment.do', { ...card, ...fields }))['bindingId'];
};

const pageOf = async (formUrl: string): Promise<string> => (await fetch(formUrl)).text();

const press = (formUrl: string, fields: Fields): Promise<Response> =>
  fetch(formUrl, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });

test('offers a client`s cards by their masked numbers, and nobody else`s', async (t) => {
  const simulator = await simulatorFor(t);
  await store(simulator, plainCard);
  await store(simulator, challengeCard, { clientId: 'other' });
  const own = await pageOf((await simulator.register(client)).formUrl);
  const strange = await pageOf((await simulator.register({ clientId: 'new' })).formUrl);
  const nameless = await pageOf((await simulator.register()).formUrl);

  t.true(own.includes('444455**3333'));
  t.true(own.includes('12/34'));
  t.false(own.includes('555555**5599'));
  t.true(own.includes('name="newCardCvc"'), 'another card can be typed');
  t.false(strange.includes('data-stored-cards'));
  t.false(nameless.includes('data-stored-cards'));
});

test('a customer pays with a stored card and its code, through the challenge', async (t) => {
  const simulator = await simulatorFor(t);
  const bindingId = await store(simulator, challengeCard);
  const { orderId, formUrl } = await simulator.register(client);

  const walk = await pay(formUrl, { bindingId });

  t.is(walk.end, 'shop');
  t.like(await simulator.status(orderId), { orderStatus: 2, paymentWay: 'CARD_BINDING', bindingInfo: { bindingId } });
});

test('says why a stored card was declined, and lets the customer try again', async (t) => {
  const simulator = await simulatorFor(t);
  const poor = await store(simulator, { ...plainCard, pan: cardForActionCode(116) });
  const { orderId, formUrl } = await simulator.register(client);

  const walk = await pay(formUrl, { bindingId: poor });
  await pay(formUrl, { card: plainCard });

  t.is(walk.end, 'page');
  t.is(walk.declines.length, 1);
  t.like(await simulator.status(orderId), { orderStatus: 2, paymentWay: 'CARD' });
});

test('asks for the code of a stored card before anything happens', async (t) => {
  const simulator = await simulatorFor(t);
  const bindingId = await store(simulator, plainCard);
  const { orderId, formUrl } = await simulator.register(client);

  for (const storedCvc of ['', '12', 'abc', '12345']) {
    const answer = await press(formUrl, { mdOrder: orderId, bindingId, storedCvc, storedAction: 'pay' });
    t.is(answer.status, 200);
    t.true((await answer.text()).includes('Enter the code of 3 or 4 digits'));
  }
  t.is((await simulator.status(orderId))['actionCode'], -100);
});

test('removes a card on the page: it is gone from there and from the client', async (t) => {
  const simulator = await simulatorFor(t);
  const bindingId = await store(simulator, plainCard);
  const { orderId, formUrl } = await simulator.register(client);

  const answer = await press(formUrl, { mdOrder: orderId, bindingId, storedAction: 'remove' });

  const said = await pageOf(new URL(answer.headers.get('location') ?? '', formUrl).href);

  t.is(answer.status, 303);
  t.false((await pageOf(formUrl)).includes('data-stored-cards'));
  t.true(said.includes('The card was removed.'));
  t.false((await pageOf(formUrl)).includes('The card was removed.'));
  t.is((await simulator.call('getBindings.do', client))['errorCode'], '2');
  t.is((await press(formUrl, { mdOrder: orderId, bindingId, storedAction: 'remove' })).status, 200);
});

test('one button pays: a new card is a choice beside the stored ones, and removing asks first', async (t) => {
  const simulator = await simulatorFor(t);
  const bindingId = await store(simulator, plainCard);
  const { orderId, formUrl } = await simulator.register(client);

  const html = await pageOf(formUrl);
  const wrongNew = await (await press(formUrl, { mdOrder: orderId, pan: '1' })).text();
  const wrongStored = await (
    await press(formUrl, { mdOrder: orderId, bindingId, storedCvc: '1', storedAction: 'pay' })
  ).text();

  t.regex(html, /value="OTHER" form="stored-form">/);
  t.regex(html, new RegExp(`value="${bindingId}" form="stored-form" required checked`));
  t.regex(html, /<div class="ask" id="remove-card" popover[\s\S]*444455\*\*3333[\s\S]*value="remove"/);
  t.regex(wrongNew, /value="OTHER" form="stored-form" checked>/, 'the wrong fields are there to be seen');
  t.regex(wrongStored, /<input id="stored-cvc"[^>]*aria-invalid="true"/);
});

test('removes no card of another client or merchant', async (t) => {
  const simulator = await simulatorFor(t);
  const strange = await store(simulator, plainCard, { clientId: 'other' });
  const { orderId, formUrl } = await simulator.register(client);
  const remove = (mdOrder: string, bindingId: string) =>
    simulator.callBare('unbindcardanon.do', { mdOrder, bindingId });

  await press(formUrl, { mdOrder: orderId, bindingId: strange, storedAction: 'remove' });
  t.is((await remove(orderId, strange))['errorCode'], 2);
  t.is((await remove('none', strange))['errorCode'], 6);
  t.is((await simulator.call('getBindings.do', { clientId: 'other' }))['bindings'].length, 1);

  const own = await store(simulator, plainCard);
  t.deepEqual(await remove(orderId, own), { errorCode: 0 });
  t.is((await remove(orderId, own))['errorCode'], 2);
});

test('an order for one stored card shows that card alone', async (t) => {
  const simulator = await simulatorFor(t);
  const bindingId = await store(simulator, plainCard);
  await store(simulator, challengeCard);
  const { orderId, formUrl } = await simulator.register({ bindingId });

  const page = await pageOf(formUrl);
  const walk = await pay(formUrl, { bindingId });

  t.true(page.includes('444455**3333'));
  t.false(page.includes('555555**5599'));
  t.false(page.includes('name="pan"'));
  t.false(page.includes('value="remove"'));
  t.is(walk.end, 'shop');
  t.is((await simulator.status(orderId))['orderStatus'], 2);
});

test('the page`s own calls know the stored cards', async (t) => {
  const simulator = await simulatorFor(t);
  const bindingId = await store(simulator, challengeCard);
  const { orderId } = await simulator.register(client);

  const session = await simulator.callBare('getSessionStatus.do', { MDORDER: orderId });
  const payWith = (fields: Fields) =>
    inTwoCalls((more) => simulator.callBare('processBindingForm.do', { orderId, bindingId, ...fields, ...more }));

  t.true(session['bindingEnabled']);
  t.true(session['bindingDeactivationEnabled']);
  t.deepEqual(session['bindingItems'], [
    {
      id: bindingId,
      label: '555555**5599 12/34',
      paymentSystem: 'MASTERCARD',
      cardHolder: 'AIDA BEK',
      createdDate: simulator.clock.now(),
      payerEmail: '',
      payerPhone: '',
      isMaestro: false,
    },
  ]);
  t.is((await payWith({}))['errorCode'], 1, 'the code is missing');
  t.like(await payWith({ cvc: '123' }), { errorCode: 0, is3DSVer2: true });
});

test('the customer made of HTTP refuses to choose a card that is not offered', async (t) => {
  const simulator = await simulatorFor(t);
  const { formUrl } = await simulator.register(client);

  await t.throwsAsync(pay(formUrl, { bindingId: 'none' }), { instanceOf: WrongUse });
});
