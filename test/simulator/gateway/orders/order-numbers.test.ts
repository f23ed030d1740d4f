import { bereke } from '../../../../simulator/banks/bereke.ts';
import { cardForActionCode } from '../../../../simulator/issuer/code-range.ts';
import { pay } from '../../../helpers/payments/pay.ts';
import { simulatorFor, type TestSimulator } from '../../../helpers/simulator/simulator.ts';
import { long, order, registerWith, test, uuid } from './registration.ts';

test('gives each of 1,000 orders without a number an id and a number of its own', async (t) => {
  const simulator = await simulatorFor(t);
  const answers: { orderId: string }[] = [];
  while (answers.length < 1_000) {
    answers.push(...(await Promise.all(Array.from({ length: 20 }, () => simulator.register()))));
  }
  const orders = await Promise.all(answers.map(({ orderId }) => simulator.store.orders.find(orderId)));

  t.is(new Set(answers.map(({ orderId }) => orderId)).size, 1_000);
  t.is(new Set(orders.map((one) => one?.orderNumber)).size, 1_000);
});

test('takes one of 20 registrations of the same number at the same time', async (t) => {
  const simulator = await simulatorFor(t);

  const answers = await Promise.all(Array.from({ length: 20 }, () => registerWith(simulator, { orderNumber: 'once' })));

  t.is(answers.filter((answer) => answer['orderId'] !== undefined).length, 1);
  t.is(answers.filter((answer) => answer['errorCode'] === '1').length, 19);
});

const registered = 'An order with this number is registered already but not paid';
const processed = 'This order number was used by an order that is processed already';
const declining = { card: { pan: cardForActionCode(116) } };

const usedNumbers: readonly {
  readonly title: string;
  readonly text: string;
  readonly use: (simulator: TestSimulator, formUrl: string) => Promise<unknown>;
}[] = [
  { title: 'nobody has paid', text: registered, use: async () => {} },
  { title: 'was declined once', text: registered, use: (_, formUrl) => pay(formUrl, declining) },
  { title: 'is at the issuer', text: registered, use: (_, formUrl) => pay(formUrl, { atAcs: 'leave' }) },
  { title: 'was declined for good', text: processed, use: (_, formUrl) => pay(formUrl, { ...declining, tries: 3 }) },
  { title: 'is paid', text: processed, use: (_, formUrl) => pay(formUrl) },
  { title: 'has expired', text: processed, use: ({ clock }) => clock.advance(1_200_000) },
];
for (const { title, text, use } of usedNumbers) {
  test(`refuses the number of an order that ${title}`, async (t) => {
    const simulator = await simulatorFor(t);
    const { formUrl, orderId } = await simulator.register({ orderNumber: 'N-1' });
    await use(simulator, formUrl);
    const before = await simulator.store.orders.find(orderId);

    const answer = await registerWith(simulator, { orderNumber: 'N-1', amount: '5' });

    t.deepEqual(answer, { errorCode: '1', errorMessage: text });
    t.deepEqual(await simulator.store.orders.find(orderId), before);
  });
}

test('refuses a number that the other way of registering has used', async (t) => {
  const simulator = await simulatorFor(t);
  await simulator.register({ orderNumber: 'N-1' });

  t.is((await simulator.call('registerPreAuth.do', { ...order, orderNumber: 'N-1' }))['errorCode'], '1');
});

test('keeps the numbers of merchants apart, and capitals from small letters', async (t) => {
  const simulator = await simulatorFor(t);
  await simulator.store.merchants.save({ login: 'other', password: 'secret', name: 'Other' });
  await simulator.register({ orderNumber: 'N-1' });

  const other = { userName: 'other', password: 'secret', orderNumber: 'N-1' };
  t.regex((await registerWith(simulator, other))['orderId'], uuid);
  t.is((await registerWith(simulator, other))['errorCode'], '1');
  t.regex((await registerWith(simulator, { orderNumber: 'n-1' }))['orderId'], uuid);
});

test('does not use up a number by a registration that it refuses', async (t) => {
  const simulator = await simulatorFor(t);
  t.is((await registerWith(simulator, { orderNumber: 'N-1', amount: '-1' }))['errorCode'], '5');

  t.regex((await registerWith(simulator, { orderNumber: 'N-1' }))['orderId'], uuid);
});

const duplicateTexts = [
  ['en', registered, processed],
  ['ru', 'Заказ с таким номером уже зарегистрирован, но не оплачен', 'Заказ с таким номером уже обработан'],
  ['kk', 'Мұндай нөмірлі тапсырыс тіркелген, бірақ төленбеген', 'Мұндай нөмірлі тапсырыс өңделіп қойған'],
] as const;
test('calls a used number by different texts before and after the end of its order, in each language', async (t) => {
  const simulator = await simulatorFor(t);
  await simulator.register({ orderNumber: 'open', sessionTimeoutSecs: '5000' });
  await simulator.register({ orderNumber: 'over' });
  await simulator.clock.advance(1_200_000);
  for (const [language, open, over] of duplicateTexts) {
    t.is((await registerWith(simulator, { orderNumber: 'open', language }))['errorMessage'], open);
    t.is((await registerWith(simulator, { orderNumber: 'over', language }))['errorMessage'], over);
  }
});

test('requires a number where the bank makes none', async (t) => {
  const simulator = await simulatorFor(t, { bank: { ...bereke, generatesOrderNumber: false, orderNumberLength: 32 } });

  t.deepEqual(await registerWith(simulator, {}), { errorCode: '4', errorMessage: '[orderNumber] is empty' });
  t.is((await registerWith(simulator, { orderNumber: long(33) }))['errorCode'], '1');
  t.regex((await registerWith(simulator, { orderNumber: long(32) }))['orderId'], uuid);
});
