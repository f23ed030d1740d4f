import { formBody } from '../wire.ts';
import { type BankModule, phpEquals, read } from './bank-module.ts';

const address = { country: '642', city: 'Cluj-Napoca', postAddress: 'Str. Memorandumului 28', postalCode: '400114' };
/** Whom both modules name; one test looks for it in the status. */
export const customer = { email: 'ana@shop.example', phone: '40740123456', contact: 'Ana Pop' };

const bundle = (details: object): string =>
  JSON.stringify({ orderCreationDate: '2026-01-01', customerDetails: { ...customer, ...details } });

const stateOf = (answer: string): unknown => read(answer)['paymentAmountInfo']?.paymentState;

const common: Pick<BankModule, 'bank' | 'write' | 'isRegistered' | 'askStatus' | 'isPaid' | 'keeps' | 'stories'> = {
  bank: 'bt',
  write: formBody(),
  isRegistered: (answer) => {
    const { errorCode, orderId, formUrl } = read(answer);
    return phpEquals(errorCode, 0) && typeof orderId === 'string' && typeof formUrl === 'string';
  },
  askStatus: ({ orderId }) => ({ call: 'getOrderStatusExtended.do', fields: { orderId } }),
  isPaid: (answer) => ['DEPOSITED', 'APPROVED'].includes(String(stateOf(answer))),
  keeps: {
    actionCode: 0,
    amount: 15_050,
    'paymentAmountInfo.approvedAmount': 15_050,
    'paymentAmountInfo.depositedAmount': 15_050,
    'cardAuthInfo.approvalCode': /^\d{6}$/,
  },
  stories: [
    {
      name: 'gives a part back, and then the rest',
      on: 'paid',
      acts: [
        { amount: '5050', left: 10_000 },
        { amount: '10000', left: 0 },
      ].map(({ amount, left }) => ({
        send: ({ orderId }) => ({ call: 'refund.do', fields: { orderId, amount, refundLoyalty: 'false' } }),
        wentWell: (answer) => phpEquals(read(answer)['errorCode'], 0),
        leaves: { orderStatus: left > 0 ? 7 : 4, 'paymentAmountInfo.depositedAmount': left },
      })),
    },
  ],
};

/** The bank's own modules. What else they do is told in bt-modules.test.ts. */
export const btModules = {
  magento: {
    ...common,
    name: 'magento2-ipay (Magento 2)',
    source: 'https://github.com/Banca-Transilvania/magento2-ipay',
    reads:
      'that orderId and formUrl are there; of the status actionCode, paymentState and the amounts in paymentAmountInfo',
    order: {
      orderNumber: '000000042',
      amount: '15050',
      currency: '946',
      returnUrl: 'https://shop.example/ipay/process/result/orderNumber/000000042',
      description: 'Comanda 000000042',
      language: 'ro',
      pageView: 'DESKTOP',
      email: 'ana@shop.example',
      jsonParams: '{"requestedScaExemptionInd":"TRA"}',
      orderBundle: bundle({ deliveryInfo: address, billingInfo: address }),
    },
  },
  wooCommerce: {
    ...common,
    name: 'bt-ipay (WooCommerce)',
    source: 'https://github.com/Banca-Transilvania/woocommerce',
    reads:
      'errorCode that is absent or 0; orderId and token of the way back as texts; paymentState DEPOSITED or APPROVED for paid, depositedAmount 0 for given back',
    order: {
      orderNumber: '42',
      amount: '15050',
      currency: '946',
      returnUrl: 'https://shop.example/?wc-api=Bt_Ipay_Return',
      description: 'Order: 42 - Tea shop',
      email: 'ana@shop.example',
      clientId: '17',
      // Its country is a number, and both addresses have a type of delivery.
      orderBundle: bundle({
        deliveryInfo: { ...address, deliveryType: 'delivery', country: 642 },
        billingInfo: { ...address, deliveryType: 'delivery', country: 642 },
      }),
    },
  },
} satisfies Readonly<Record<string, BankModule>>;
