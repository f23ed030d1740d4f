import test from 'ava';
import { simulatorFor } from '../../../helpers/simulator/simulator.ts';

type Fields = Readonly<Record<string, unknown>>;

const registering = (name: string, value: unknown): Readonly<Record<string, string>> => ({
  amount: '1000',
  returnUrl: 'https://shop.example/return',
  [name]: JSON.stringify(value),
});

const subMerchant = {
  subMerchantId: 'S1',
  name: 'Sub',
  address: { city: 'Almaty', postalCode: '050000', country: 'KZ' },
};
const facilitator: Fields = { pfId: '123', name: 'Facilitator', subMerchants: [subMerchant] };
const item = { positionId: 1, name: 'Tea', quantity: { value: 1, measure: 'pcs' }, itemAmount: 1000 };
const bundle = (customerDetails: Fields, more: Fields = {}): Fields => ({
  customerDetails,
  cartItems: { items: [{ ...item, ...more }] },
});
const address: Fields = { country: 'KZ', city: 'Almaty', postAddress: 'Abay 1' };

// biome-ignore format: one line per case
const fine: readonly (readonly [parameter: string, value: unknown])[] = [
  ['billingPayerData', { billingCity: 'А'.repeat(50), billingPostalCode: '050000', payerIdType: 'IDTP11', more: 'x'.repeat(999) }],
  ['shippingPayerData', { shippingMethodIndicator: '07', deliveryTimeframe: '04', shippingCity: '' }],
  ['preOrderPayerData', { preOrderDate: '20261231', reorderItemsInd: '02' }],
  ['orderPayerData', { mobilePhone: '+77011234567', homePhone: '0077011234567', workPhone: 77011234567 }],
  ['orderBundle', bundle({ contact: 'x'.repeat(40), deliveryInfo: address })],
  ['orderBundle', bundle({ deliveryInfo: { ...address, country: '398' } })],
  ['orderBundle', bundle({}, { itemDetails: { itemDetailsParams: [{ name: 'colour', value: 'green' }] } })],
  ['orderBundle', { customerDetails: { fullName: 'Иван' } }],
  ['orderBundle', { customerDetails: [], cartItems: [] }],
  ['paymentFacilitator', facilitator],
];
for (const [parameter, value] of fine)
  test(`takes ${parameter} ${JSON.stringify(value).slice(0, 90)}`, async (t) => {
    const simulator = await simulatorFor(t);

    const answer = await simulator.call('register.do', registering(parameter, value));

    t.truthy(answer['formUrl'], JSON.stringify(answer));
  });

// biome-ignore format: one line per case
const wrong: readonly (readonly [path: string, code: string, parameter: string, value: unknown])[] = [
  ['billingPayerData.billingCity', '5', 'billingPayerData', { billingCity: 'x'.repeat(51) }],
  ['billingPayerData.billingPostalCode', '5', 'billingPayerData', { billingPostalCode: '0123456789' }],
  ['billingPayerData.payerIdType', '5', 'billingPayerData', { payerIdType: 'IDTP12' }],
  ['billingPayerData.payerLastName', '5', 'billingPayerData', { payerLastName: { first: 'x' } }],
  ['shippingPayerData.shippingMethodIndicator', '5', 'shippingPayerData', { shippingMethodIndicator: '08' }],
  ['shippingPayerData.deliveryTimeframe', '5', 'shippingPayerData', { deliveryTimeframe: 1 }],
  ['preOrderPayerData.preOrderDate', '5', 'preOrderPayerData', { preOrderDate: '31.12.2026 10:00' }],
  ['orderPayerData.mobilePhone', '5', 'orderPayerData', { mobilePhone: '8 (701) 123-45-67' }],
  ['orderPayerData.mobilePhone', '5', 'orderPayerData', { mobilePhone: '123456' }],
  ['orderBundle.customerDetails.contact', '5', 'orderBundle', bundle({ contact: 'x'.repeat(41) })],
  ['orderBundle.customerDetails', '5', 'orderBundle', { customerDetails: 'Ivan' }],
  ['orderBundle.customerDetails.deliveryInfo.country', '4', 'orderBundle', bundle({ deliveryInfo: { ...address, country: '' } })],
  ['orderBundle.customerDetails.deliveryInfo.country', '5', 'orderBundle', bundle({ deliveryInfo: { ...address, country: 'Kazakhstan' } })],
  ['orderBundle.customerDetails.deliveryInfo.postAddress', '4', 'orderBundle', bundle({ deliveryInfo: { country: 'KZ', city: 'x' } })],
  ['orderBundle.cartItems.items[0].itemDetails.itemDetailsParams[1].value', '4', 'orderBundle', bundle({}, { itemDetails: { itemDetailsParams: [{ name: 'a', value: 'b' }, { name: 'c' }] } })],
  ['paymentFacilitator.pfId', '4', 'paymentFacilitator', { ...facilitator, pfId: undefined }],
  ['paymentFacilitator.subMerchants', '4', 'paymentFacilitator', { ...facilitator, subMerchants: [] }],
  ['paymentFacilitator.subMerchants[0].address.postalCode', '5', 'paymentFacilitator', { ...facilitator, subMerchants: [{ ...subMerchant, address: { ...subMerchant.address, postalCode: 'x'.repeat(17) } }] }],
];
for (const [path, code, parameter, value] of wrong)
  test(`refuses ${path} with ${code}: ${JSON.stringify(value).slice(0, 90)}`, async (t) => {
    const simulator = await simulatorFor(t);

    const answer = await simulator.call('register.do', { ...registering(parameter, value), language: 'en' });

    t.is(answer['errorCode'], code, JSON.stringify(answer));
    t.true(answer['errorMessage'].includes(`[${path}]`), answer['errorMessage']);
  });

test('a lenient merchant is not asked for the fields inside', async (t) => {
  const simulator = await simulatorFor(t);
  await simulator.changeMerchant('test_user', { lenient: true });
  const parts = wrong.map(([, , parameter, value]) => registering(parameter, value));

  for (const fields of parts)
    t.truthy((await simulator.call('register.do', fields))['formUrl'], JSON.stringify(fields));
});

test('a payment checks the data of its payer, too', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId } = await simulator.register();
  const browser = (fields: Fields) =>
    simulator.call('paymentorder.do', {
      ...{
        MDORDER: orderId,
        $PAN: '4111111111111111',
        $CVC: '123',
        YYYY: '2034',
        MM: '12',
        TEXT: 'A B',
        language: 'en',
      },
      clientBrowserInfo: JSON.stringify(fields),
    });

  t.like(await browser({ colorDepth: 'deep' }), { errorCode: 5 });
  t.regex(
    (await browser({ browserLanguage: 'x'.repeat(9) }))['errorMessage'],
    /\[clientBrowserInfo\.browserLanguage\]/,
  );
  t.like(await browser({ colorDepth: 24, browserLanguage: 'ru', javaEnabled: false }), { errorCode: 0 });
});
