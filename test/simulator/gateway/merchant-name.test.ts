import test from 'ava';
import { type Fields, type Json, simulatorFor, type TestSimulator } from '../../helpers/simulator/simulator.ts';

const account = { userName: 'teashop-api', password: 'made-up-1' };
const merchants = [
  { login: 'teashop-api', password: 'made-up-1' },
  { login: 'bookshop-api', password: 'made-up-2' },
];

/** Calls as a shop whose login for the API ends in `-api`. */
const shopOf =
  (simulator: TestSimulator) =>
  (endpoint: string, fields: Fields): Promise<Json> =>
    simulator.callBare(endpoint, { ...account, ...fields });

const tea = { amount: '100000', returnUrl: 'https://shop.example/' };
const card = { clientId: 'aida', pan: '5555555555555599', expiryDate: '203412', cardholderName: 'AIDA' };

test("a shop names itself by the merchant's name, which has no -api", async (t) => {
  const simulator = await simulatorFor(t, { merchants });
  const call = shopOf(simulator);
  const merchantLogin = 'teashop';

  for (const name of ['teashop', 'teashop-api']) {
    const { orderId } = await call('register.do', { ...tea, orderNumber: `N-${name}`, merchantLogin: name });
    t.truthy(orderId, name);
  }
  const orderNumber = 'N-teashop';
  t.like(await call('getOrderStatusExtended.do', { orderNumber, merchantLogin }), { errorCode: '0', orderNumber });
  t.is((await call('decline.do', { orderNumber, merchantLogin }))['errorCode'], '0');
  t.is((await call('createBindingNoPayment.do', { ...card, merchantLogin }))['errorCode'], 0);
  const list = { from: '20260101000000', to: '20270101000000', size: '10', transactionStates: 'CREATED,DECLINED' };
  const found = await call('getLastOrdersForMerchants.do', {
    ...list,
    searchByCreatedDate: 'true',
    merchants: 'teashop',
  });
  t.like(found, { errorCode: 0, totalCount: 2 });
});

test('another merchant stays another by its name, too', async (t) => {
  const simulator = await simulatorFor(t, { merchants });
  const call = shopOf(simulator);
  for (const merchantLogin of ['bookshop', 'bookshop-api', 'tea', 'teashop-api-api', '-api'])
    t.is((await call('register.do', { ...tea, merchantLogin }))['errorCode'], '5', merchantLogin);
});

test("a wallet's payment names the merchant without -api", async (t) => {
  const simulator = await simulatorFor(t, { merchants });
  const send = async (merchant: string): Promise<Json> => {
    const response = await fetch(`${simulator.url}/payment/google/payment.do`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        merchant,
        orderNumber: `N-${merchant}`,
        amount: 100,
        paymentToken: 'eHg=',
        returnUrl: tea.returnUrl,
      }),
    });
    return (await response.json()) as Json;
  };
  // The token is no wallet's, which is asked after the merchant.
  t.is((await send('teashop'))['error'].code, 1);
  t.is((await send('teashop-api'))['error'].code, 1);
  t.is((await send('nobody'))['error'].code, 10);
});
