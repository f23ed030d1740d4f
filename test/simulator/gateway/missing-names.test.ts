import test from 'ava';
import { type Fields, simulatorFor } from '../../helpers/simulator/simulator.ts';
import { profile } from '../banks/bank-orders.ts';

/** A call without the name of what it is about, and that name. */
type Call = readonly [endpoint: string, fields: Fields, missing: string];

/** Calls about a card, a payer or an order. Source: the list of error codes of the Sberbank wiki. */
const calls: readonly Call[] = [
  ['getBindings.do', { clientId: '' }, 'clientId'],
  ['getBindingsByCardOrId.do', {}, 'bindingId'],
  ['bindCard.do', {}, 'bindingId'],
  ['unBindCard.do', {}, 'bindingId'],
  ['extendBinding.do', { newExpiry: '203512' }, 'bindingId'],
  ['extendBinding.do', { bindingId: 'x' }, 'newExpiry'],
  ['createBindingNoPayment.do', { clientId: 'aida', expiryDate: '203412', cardholderName: 'A B' }, 'pan'],
  ['verifyEnrollment.do', { pan: '' }, 'pan'],
  ['paymentOrderBinding.do', { bindingId: 'x' }, 'mdOrder'],
  ['paymentOrderBinding.do', { mdOrder: 'x', ip: '127.0.0.1' }, 'bindingId'],
  ['paymentorder.do', {}, 'MDORDER'],
  ['3ds/continue.do', {}, 'mdOrder'],
  ['finish3dsPayment.do', { paRes: 'x' }, 'mdOrder'],
];

for (const bank of ['bereke', 'sber'])
  test(`a call that does not say what it is about is refused with 1: ${bank}`, async (t) => {
    const simulator = await simulatorFor(t, { bank: profile(bank) });
    for (const [endpoint, fields, missing] of calls) {
      const { errorCode, errorMessage } = await simulator.call(endpoint, { ...fields, language: 'en' });
      t.deepEqual([String(errorCode), errorMessage], ['1', `[${missing}] is empty`], endpoint);
    }
  });

test('the older calls about an order want its id, and refuse with 5 without it', async (t) => {
  const older = await simulatorFor(t, { bank: profile('alfa') });
  t.like(await older.call('getOrderStatus.do', { language: 'en' }), {
    ErrorCode: '5',
    ErrorMessage: '[orderId] is empty',
  });
  for (const endpoint of ['deposit.do', 'reverse.do', 'refund.do'])
    t.like(await older.call(endpoint, { amount: '100', language: 'en' }), {
      errorCode: '5',
      errorMessage: '[orderId] is empty',
    });

  const satim = await simulatorFor(t, { bank: profile('satim') });
  t.like(await satim.call('public/acknowledgeTransaction.do', { language: 'en' }), {
    ErrorCode: '5',
    ErrorMessage: '[mdOrder] is empty',
  });
});
