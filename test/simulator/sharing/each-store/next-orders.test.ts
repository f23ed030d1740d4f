import { plainCard } from '../../../helpers/payments/pay.ts';
import { payForm } from '../../../helpers/payments/pay-form.ts';
import { slowPairFor, test } from './simulator-pair.ts';

test('two processes never use the last place in a scenario for the next orders both', async (t, join) => {
  const { one, other } = await slowPairFor(t, join);
  await one.setScenario('test_user', 'declined-card-lost', { orders: 3 });

  const orders = await Promise.all(
    [one, other, one, other, one, other].map(async (simulator) => {
      const { orderId } = await simulator.register();
      await payForm(simulator, orderId, plainCard);
      return simulator.status(orderId);
    }),
  );

  t.deepEqual(orders.map(({ actionCode }) => actionCode).sort(), [0, 0, 0, 208, 208, 208]);
});
