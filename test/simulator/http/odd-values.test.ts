import test from 'ava';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

/** JSON of which no text can be made: `String` of it throws. */
const textless = { toString: 1, valueOf: 1 };

const packed = (message: object): string => Buffer.from(JSON.stringify(message)).toString('base64url');

test('a message of the issuer whose ids are objects is about no order', async (t) => {
  const { url } = await simulatorFor(t);
  const cres = packed({ acsTransID: textless, threeDSServerTransID: [textless] });
  const body = new URLSearchParams({ cres });

  const answer = await fetch(`${url}/payment/rest/finish3dsVer2PaymentAnonymous.do`, { method: 'POST', body });

  t.is(answer.status, 404);
});

test('settings of the merchant portal that are objects are taken for none', async (t) => {
  const { url, store } = await simulatorFor(t);
  const settings = { callback_addresses: textless, callback_operations: [textless], callback_http_method: textless };

  const answer = await fetch(`${url}/mportal/mvc/public/merchant/update/test_user`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa('test_user:test_user_password')}` },
    body: JSON.stringify(settings),
  });

  t.is(answer.status, 200);
  t.like((await store.merchants.find('test_user'))?.callbacks, { method: 'GET' });
  t.is((await store.merchants.find('test_user'))?.callbacks?.url, undefined);
});

for (const field of ['dpan', 'MM', 'YYYY', 'eci'])
  test(`a tokenised card whose ${field} is an object is refused or taken without it, and nothing breaks`, async (t) => {
    const { json } = await simulatorFor(t);
    const card = { dpan: '4444555511113333', MM: '12', YYYY: '2034', eci: '05', tokenCryptogram: 'AA==' };
    const paymentData = { ...card, [field]: textless };
    const order = { amount: 100, returnUrl: 'https://shop.example/', tokenType: 'VTS' };

    const answer = await json('../token/payment.do', { ...order, paymentData });

    t.is(answer['success'], field === 'eci');
  });
