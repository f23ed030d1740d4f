import test from 'ava';
import { plainCard } from '../../../helpers/payments/pay.ts';
import { payForm } from '../../../helpers/payments/pay-form.ts';
import { type Json, simulatorFor } from '../../../helpers/simulator/simulator.ts';

const recurring = { recurringFrequency: '28', recurringExpiry: '20271231' };
const instalments = { installments: '6', totalInstallmentAmount: '600000' };

for (const [title, params, category, tii] of [
  ['nothing of later payments', { plan: 'gold' }, 'COMMON', 'CI'],
  ['a frequency', recurring, 'RECURRENT', 'RI'],
  ['instalments', instalments, 'INSTALLMENT', 'II'],
  ['instalments and how often they come', { ...recurring, ...instalments }, 'INSTALLMENT', 'II'],
] as const) {
  test(`an order that says ${title} stores a card of the kind ${category}`, async (t) => {
    const simulator = await simulatorFor(t);
    const order = { clientId: 'aida', features: 'FORCE_CREATE_BINDING', jsonParams: JSON.stringify(params) };
    const { orderId } = await simulator.register(order);

    await payForm(simulator, orderId, plainCard);

    const status = await simulator.status(orderId);
    t.like(status, { orderStatus: 2, tii });
    t.deepEqual(
      status['merchantOrderParams'],
      Object.entries(params).map(([name, value]) => ({ name, value })),
    );
    const { bindings } = await simulator.call('getBindings.do', {
      clientId: 'aida',
      bindingType: category[0] as string,
    });
    t.deepEqual(
      bindings.map(({ bindingId, bindingCategory }: Json) => [bindingId, bindingCategory]),
      [[status['bindingInfo'].bindingId, category]],
    );
  });
}

test('an order whose card is not stored has no reason to store it', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId } = await simulator.register({ clientId: 'aida', jsonParams: JSON.stringify(recurring) });

  await payForm(simulator, orderId, plainCard, { bindingNotNeeded: 'true' });

  t.false('tii' in (await simulator.status(orderId)));
});

test('refuses terms that nobody could keep', async (t) => {
  const simulator = await simulatorFor(t);
  const code = async (params: object) => {
    const answer: Json = await simulator.register({ jsonParams: JSON.stringify({ ...recurring, ...params }) });
    return answer['errorCode'];
  };

  for (const recurringExpiry of ['2027-12-31', '271231', '20270231', '20271301', 'never', '']) {
    t.is(await code({ recurringExpiry }), '5', recurringExpiry);
  }
  for (const recurringFrequency of ['0', '-1', '1.5', 'monthly']) t.is(await code({ recurringFrequency }), '5');
  for (const installments of ['0', 'six', '12345']) t.is(await code({ installments }), '5');
  for (const totalInstallmentAmount of ['0', '10.00', '1234567890123'])
    t.is(await code({ totalInstallmentAmount }), '5');
  t.is(await code({ recurringFrequency: 28, installments: 6, recurringExpiry: '20280229' }), undefined);
});
