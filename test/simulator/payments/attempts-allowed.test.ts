import test from 'ava';
import { pay, plainCard } from '../../helpers/payments/pay.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

const login = { login: 'test_user', password: 'test_user_password' } as const;
const wrongCvc = { ...plainCard, cvc: '999' };

test('at DSK one wrong CVC ends the order, as at its test host', async (t) => {
  const simulator = await simulatorFor(t, { bank: 'dsk' });
  const { orderId, formUrl } = await simulator.register();

  await pay(formUrl, { card: wrongCvc });

  t.like(await simulator.status(orderId), {
    orderStatus: 6,
    actionCode: 71015,
    paymentAmountInfo: { paymentState: 'DECLINED' },
  });
});

// The nearest setting counts: the merchant's, then that of the process, then the bank's.
for (const [attempts, setting] of [
  [3, {}],
  [1, { bank: 'satim' }],
  [2, { paymentAttempts: 2 }],
  [2, { bank: 'dsk', paymentAttempts: 2 }],
  [2, { paymentAttempts: 2, merchants: [{ ...login, bank: 'dsk' }] }],
  [1, { merchants: [{ ...login, bank: 'dsk' }] }],
  [4, { bank: 'dsk', merchants: [{ ...login, paymentAttempts: 4 }] }],
  [1, { paymentAttempts: 5, merchants: [{ ...login, paymentAttempts: 1 }] }],
] as const)
  test(`an order can be tried ${attempts} times with ${JSON.stringify(setting)}`, async (t) => {
    const simulator = await simulatorFor(t, setting);
    const satim = { amount: '5000', currency: '012', language: 'FR', orderNumber: 'A-1' };
    const params = { jsonParams: '{"force_terminal_id":"E002000001","udf1":"1"}' };
    const { orderId } = await simulator.register(
      'bank' in setting && setting.bank === 'satim' ? { ...satim, ...params } : {},
    );

    t.is((await simulator.store.orders.find(orderId))?.attemptsAllowed, attempts);
  });

test('the control API sets the attempts of a merchant, and takes the setting back', async (t) => {
  const simulator = await simulatorFor(t);
  const allowed = async () => {
    const { orderId } = await simulator.register();
    return (await simulator.store.orders.find(orderId))?.attemptsAllowed;
  };

  await simulator.changeMerchant('test_user', { paymentAttempts: 2 });
  t.is(await allowed(), 2);
  await simulator.changeMerchant('test_user', { paymentAttempts: null });
  t.is(await allowed(), 3);
});
