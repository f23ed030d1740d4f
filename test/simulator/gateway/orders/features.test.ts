import test from 'ava';
import { challengeCard, pay, plainCard } from '../../../helpers/payments/pay.ts';
import { storedCard } from '../../../helpers/payments/stored-card.ts';
import { simulatorFor, type TestSimulator } from '../../../helpers/simulator/simulator.ts';

const merchant = { login: 'test_user', password: 'test_user_password' };

const explanationOf = async ({ store }: TestSimulator, orderId: string): Promise<readonly string[]> =>
  (await store.orders.find(orderId))?.attempts.at(-1)?.explanation.map(({ because }) => because) ?? [];

for (const demand of ['FORCE_TDS', 'FORCE_FULL_TDS']) {
  for (const card of [challengeCard, plainCard]) {
    test(`FORCE_SSL wins over ${demand}, with card ${card.pan}: there is no 3-D Secure, and the order says why`, async (t) => {
      const simulator = await simulatorFor(t);
      const { orderId, formUrl } = await simulator.register({ features: `FORCE_SSL,${demand}` });

      await pay(formUrl, { card });

      t.like(await simulator.status(orderId), {
        orderStatus: 2,
        cardAuthInfo: { secureAuthInfo: { eci: 7, threeDsType: '0' } },
      });
      t.true((await explanationOf(simulator, orderId)).includes(`FORCE_SSL wins over ${demand}: no 3-D Secure`));
    });
  }
}

const withoutPayer = ['AUTO_PAYMENT', 'RECURRENT_PAYMENT', 'FORCE_NO_CVC'];

for (const bank of ['sber', 'alfa']) {
  for (const features of withoutPayer) {
    test(`BANK=${bank} takes ${features}: the stored card pays without CVC and 3-D Secure`, async (t) => {
      const simulator = await simulatorFor(t, { bank });
      const bindingId = await storedCard(simulator, challengeCard);
      const order = { orderNumber: 'A-1', currency: '643', clientId: 'aida', features };
      const { orderId: mdOrder } = await simulator.register(order);

      const paid = await simulator.call('paymentOrderBinding.do', { mdOrder, bindingId, ip: '127.0.0.1' });

      t.like(paid, { errorCode: 0, acsUrl: undefined });
      t.like(await simulator.status(mdOrder), { orderStatus: 2 });
    });
  }
}

test('another merchant of the bank may not use them, if its settings say so', async (t) => {
  const merchants = [{ ...merchant, allowedFeatures: [] }];
  const simulator = await simulatorFor(t, { bank: 'alfa', merchants });
  for (const features of withoutPayer) {
    const answer = await simulator.register({ orderNumber: features, currency: '643', features });
    t.like(answer, { errorCode: '13' }, features);
  }
});

test('a merchant may be allowed what others of the bank are not', async (t) => {
  const allowedFeatures = ['AUTO_PAYMENT'] as const;
  const merchants = [merchant, { ...merchant, login: 'subscriptions', allowedFeatures }];
  const simulator = await simulatorFor(t, { merchants });
  const register = (userName: string, features: string) => simulator.register({ userName, features });

  t.like(await register('test_user', 'AUTO_PAYMENT'), { errorCode: '13' });
  t.like(await register('subscriptions', 'FORCE_NO_CVC'), { errorCode: '13' });
  t.is(typeof (await register('subscriptions', 'AUTO_PAYMENT')).orderId, 'string');
});

for (const other of ['FORCE_SSL', 'FORCE_TDS']) {
  test(`AUTO_PAYMENT contradicts ${other}`, async (t) => {
    const simulator = await simulatorFor(t, { bank: 'sber' });
    const answer = await simulator.register({ orderNumber: '1', currency: '643', features: `AUTO_PAYMENT,${other}` });
    t.like(answer, { errorCode: '13' });
  });
}

test('allowedFeatures are names of features that need a permission', async (t) => {
  const simulator = await simulatorFor(t);
  await t.throwsAsync(() => simulator.changeMerchant('test_user', { allowedFeatures: ['AUTO'] as never }), {
    message: /allowedFeatures\[0\]: expected .*AUTO_PAYMENT/,
  });
});
