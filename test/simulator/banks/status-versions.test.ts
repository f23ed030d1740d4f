import test from 'ava';
import { hold, payWith } from '../../helpers/payments/paid-order.ts';
import { frictionlessCard } from '../../helpers/payments/pay.ts';
import { type Json, simulatorFor, startMs } from '../../helpers/simulator/simulator.ts';
import { cart, merchant, order } from './bank-orders.ts';

test('a merchant may have a bank, a version and a style of its own', async (t) => {
  const own = { login: 'other', password: 'other', bank: 'arca', statusVersion: 1, errorCodeStyle: 'number' as const };
  const simulator = await simulatorFor(t, { merchants: [merchant, own] });
  const credentials = { userName: 'other', password: 'other' };

  const registered = await simulator.callBare('register.do', { ...order, ...credentials });
  const closed = await simulator.callBare('decline.do', { orderId: registered['orderId'], ...credentials });
  const status = await simulator.callBare('getOrderStatusExtended.do', {
    orderId: registered['orderId'],
    ...credentials,
  });

  t.like(registered, { errorCode: 0, errorCodeString: '0' });
  t.like(closed, { errorCode: 0, errorMessage: 'Success' });
  t.like(status, { currency: '051', orderStatus: 6 });
  t.false('paymentAmountInfo' in status);
  t.false('errorCode' in (await simulator.call('register.do', order)), 'the others have the bank of the process');
});

test('a process may have another version and style than its bank', async (t) => {
  const simulator = await simulatorFor(t, { statusVersion: 2, errorCodeStyle: 'number' });
  const orderId = await hold(simulator, order);

  t.deepEqual(await simulator.call('deposit.do', { orderId }), { errorCode: 0, errorMessage: 'Success' });
  t.is((await simulator.call('deposit.do', { orderId }))['errorCode'], '7', 'a refusal stays a text');
  t.like(await simulator.status(orderId), { errorCode: '0', authDateTime: startMs, orderStatus: 2 });
});

/** From which version on a paid order has a field. Source: BPC REST documentation. */
const versions: readonly (readonly [since: number, find: (status: Json) => unknown])[] = [
  [2, ({ authDateTime }) => authDateTime],
  [2, ({ terminalId }) => terminalId],
  [2, ({ authRefNum }) => authRefNum],
  [3, ({ paymentAmountInfo }) => paymentAmountInfo],
  [3, ({ bankInfo }) => bankInfo],
  [5, ({ refunds }) => refunds],
  [6, ({ chargeback }) => chargeback],
  [8, ({ cardAuthInfo }) => cardAuthInfo.paymentSystem],
  [9, ({ paymentWay }) => paymentWay],
  [10, ({ depositedDate }) => depositedDate],
  [12, ({ refundedDate }) => refundedDate],
  [13, ({ payerData }) => payerData],
  [14, ({ transactionAttributes }) => transactionAttributes],
  [17, ({ cardAuthInfo }) => cardAuthInfo.productCategory],
  [18, ({ paymentAmountInfo }) => paymentAmountInfo?.totalAmount],
  [21, ({ refunds }) => refunds?.[0].externalRefundId],
  [26, ({ refunds }) => refunds?.[0].approvalCode],
  [30, ({ cardAuthInfo }) => cardAuthInfo.secureAuthInfo.aresTransStatus],
  [33, ({ displayErrorMessage }) => displayErrorMessage],
  [34, ({ orderBundle }) => orderBundle?.cartItems.items[0].depositedItemAmount],
  [35, ({ cardAuthInfo }) => cardAuthInfo.corporateCard],
  [42, ({ cardAuthInfo }) => cardAuthInfo.secureAuthInfo.threeDsType],
  [46, ({ mcc }) => mcc],
];

test('a version of the status has its own fields and those of all before it', async (t) => {
  const numbers = [...new Set([1, ...versions.map(([since]) => since)])];
  const merchants = numbers.map((statusVersion) => ({ login: `v${statusVersion}`, password: 'p', statusVersion }));
  const simulator = await simulatorFor(t, { merchants: [merchant, ...merchants] });
  const fields = { ...order, mcc: '5812', email: 'aida@shop.example', orderBundle: cart(100_000) };
  for (const { login: userName, statusVersion } of merchants) {
    const credentials = { userName, password: 'p' };
    const orderId = await payWith(simulator, frictionlessCard.pan, { ...fields, ...credentials });
    await simulator.callBare('refund.do', { ...credentials, orderId, amount: '1000', externalRefundId: 'r-1' });

    const status = await simulator.callBare('getOrderStatusExtended.do', { ...credentials, orderId });

    for (const [since, find] of versions)
      t.is(find(status) !== undefined, statusVersion >= since, `${find} in version ${statusVersion}`);
    t.like(status, {
      errorCode: '0',
      orderStatus: 4,
      amount: 100_000,
      attributes: [{ name: 'mdOrder', value: orderId }],
    });
    t.is('authTypeIndicator' in status['cardAuthInfo'].secureAuthInfo, statusVersion <= 42);
  }
});
