import type { ExecutionContext } from 'ava';
import { hold } from '../../helpers/payments/paid-order.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { payForm } from '../../helpers/payments/pay-form.ts';
import { storedCard } from '../../helpers/payments/stored-card.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

/** A merchant with an order that is paid, one that holds money, one that is open, and a stored card; and another merchant. */
export const paymentWith = async (t: ExecutionContext) => {
  const simulator = await simulatorFor(t, {
    merchants: [
      { login: 'test_user', password: 'test_user_password' },
      { login: 'other', password: 'made-up' },
    ],
  });
  const bindingId = await storedCard(simulator, plainCard);
  const orderNumber = 'only-mine-17';
  const { orderId } = await simulator.register({ orderNumber, clientId: 'aida' });
  await payForm(simulator, orderId, plainCard);
  const { orderId: openId } = await simulator.register({ clientId: 'aida' });
  const own = { orderId, orderNumber, openId, bindingId, holdId: await hold(simulator), maskedPan: '444455**3333' };
  const other = { userName: 'other', password: 'made-up' };
  return { simulator, own, other, state: () => simulator.state('test_user') };
};
