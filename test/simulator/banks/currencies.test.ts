import test from 'ava';
import { payWith } from '../../helpers/payments/paid-order.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { controlOf } from '../../helpers/simulator/control.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';
import { merchant, order } from './bank-orders.ts';

const tunisian = { login: 'tunis', password: 'tunis', currencies: ['788', 'EUR'] };
const credentials = { userName: 'tunis', password: 'tunis' };

test('CURRENCIES are those of the process: the first for orders without one, others are refused', async (t) => {
  const simulator = await simulatorFor(t, { currencies: ['933', 'USD'] });
  const orderId = await payWith(simulator, plainCard.pan);

  t.like(await simulator.status(orderId), { currency: '933', orderStatus: 2 });
  t.is((await simulator.call('register.do', { ...order, currency: '840' }))['errorCode'], undefined);
  t.like(await simulator.call('register.do', { ...order, currency: '398' }), { errorCode: '3' });
});

test('a merchant has currencies of its own, with their decimals on the card page', async (t) => {
  const simulator = await simulatorFor(t, { merchants: [merchant, tunisian] });
  const { formUrl, orderId } = await simulator.callBare('register.do', { ...order, ...credentials, amount: '12345' });

  t.regex(await (await fetch(formUrl)).text(), /12\.345/);
  t.like(await simulator.callBare('getOrderStatusExtended.do', { orderId, ...credentials }), { currency: '788' });
  t.like(await simulator.callBare('register.do', { ...order, ...credentials, currency: '398' }), { errorCode: '3' });
  t.is((await simulator.call('register.do', order))['errorCode'], undefined, 'the others keep those of the bank');
});

test('the control API sets them, shows them, and refuses what is no currency', async (t) => {
  const simulator = await simulatorFor(t, { merchants: [merchant, tunisian] });
  const control = controlOf(t, simulator);

  const changed = await control('PATCH /merchants/tunis', { currencies: ['KWD'] });
  t.deepEqual(changed.json['currencies'], ['KWD']);
  const { orderId } = await simulator.callBare('register.do', { ...order, ...credentials });
  t.like(await simulator.callBare('getOrderStatusExtended.do', { orderId, ...credentials }), { currency: '414' });

  const refused = await control('PATCH /merchants/tunis', { currencies: ['KZZ'] });
  t.is(refused.status, 422);
  t.like(refused.json, { field: 'currencies.0', detail: 'expected a currency of ISO 4217, such as 398 or KZT' });
  const none = await control('PATCH /merchants/tunis', { currencies: null });
  t.is(none.json['currencies'], undefined);
});

test('what is no currency is refused by name', async (t) => {
  await t.throwsAsync(simulatorFor(t, { currencies: ['KZTT'] }), { message: /currencies/ });
  await t.throwsAsync(simulatorFor(t, { merchants: [{ ...tunisian, currencies: ['TNT'] }] }), {
    message: /a currency of ISO 4217.*did you mean/,
  });
});
