import test from 'ava';
import { passIssuer } from '../../helpers/payments/at-issuer.ts';
import { challengeCard } from '../../helpers/payments/pay.ts';
import { payForm } from '../../helpers/payments/pay-form.ts';
import { paymentWith } from './own-things.ts';

/** Calls with the login of another merchant, about things of the first. */
const calls: Readonly<Record<string, (own: Readonly<Record<string, string>>) => Readonly<Record<string, string>>>> = {
  'getOrderStatusExtended.do': ({ orderId = '' }) => ({ orderId }),
  'getOrderStatusExtended.do ': ({ orderNumber = '' }) => ({ orderNumber }),
  'getOrderStatus.do': ({ orderId = '' }) => ({ orderId }),
  'deposit.do': ({ holdId = '' }) => ({ orderId: holdId, amount: '0' }),
  'reverse.do': ({ holdId = '' }) => ({ orderId: holdId }),
  'refund.do': ({ orderId = '' }) => ({ orderId, amount: '100' }),
  'decline.do': ({ openId = '' }) => ({ orderId: openId, merchantLogin: 'other' }),
  'addParams.do': ({ openId = '' }) => ({ orderId: openId, params: '{"a":"b"}' }),
  'paymentOrderBinding.do': ({ openId = '', bindingId = '' }) => ({ mdOrder: openId, bindingId, ip: '127.0.0.1' }),
  'unBindCard.do': ({ bindingId = '' }) => ({ bindingId }),
  'extendBinding.do': ({ bindingId = '' }) => ({ bindingId, newExpiry: '203512' }),
  'getBindings.do': () => ({ clientId: 'aida' }),
  'getBindingsByCardOrId.do': ({ bindingId = '' }) => ({ bindingId }),
  'getLastOrdersForMerchants.do': () => ({
    from: '20250101000000',
    to: '20270101000000',
    size: '10',
    transactionStates: 'CREATED,APPROVED,DEPOSITED',
    merchants: 'test_user',
  }),
};

for (const [endpoint, fieldsOf] of Object.entries(calls))
  test(`another merchant does nothing by ${endpoint}, and learns nothing`, async (t) => {
    const { simulator, own, state, other } = await paymentWith(t);
    const before = await state();
    const answer = await simulator.callBare(endpoint.trim(), { ...other, ...fieldsOf(own) });
    t.deepEqual(await state(), before);
    const text = JSON.stringify(answer);
    for (const secret of [own['maskedPan'], own['orderNumber'], own['bindingId']])
      t.false(text.includes(String(secret)), text);
    t.not(String(answer['errorCode'] ?? answer['ErrorCode'] ?? '0'), '0', text);
  });

test('another merchant does not finish a payment that the issuer has answered', async (t) => {
  const { simulator, own, state, other } = await paymentWith(t);
  const orderId = own['openId'] ?? '';
  await passIssuer(await payForm(simulator, orderId, challengeCard));
  const order = await simulator.store.orders.find(orderId);
  const threeDSServerTransId = order?.attempts.at(-1)?.threeDs?.serverTransId ?? '';
  const before = await state();
  const answer = await simulator.callBare('finish3dsVer2Payment.do', { ...other, threeDSServerTransId });
  t.is(answer['errorCode'], 5);
  t.deepEqual(await state(), before);
  t.is((await simulator.call('finish3dsVer2Payment.do', { threeDSServerTransId }))['errorCode'], 0);
});
