import { formBody, multipart } from '../wire.ts';
import { type BankModule, phpEquals, read } from './bank-module.ts';

const attributes = (paymentObject: string | number) => ({
  attributes: [
    { name: 'paymentMethod', value: '1' },
    { name: 'paymentObject', value: paymentObject },
  ],
});

const cart = {
  customerDetails: { email: 'anna@shop.example', phone: '79161234567' },
  cartItems: {
    items: [
      {
        positionId: '17',
        name: 'Чай «Зимний»',
        quantity: { value: '2', measure: 'шт' },
        itemAmount: 150_000,
        itemCode: '42_17',
        tax: { taxType: '0' },
        itemPrice: 75_000,
        itemAttributes: attributes('1'),
      },
      {
        positionId: 'delivery',
        name: 'Курьером по Москве',
        itemAmount: 30_000,
        quantity: { value: 1, measure: 'шт' },
        itemCode: 'flat.flat',
        tax: { taxType: '0' },
        itemPrice: 30_000,
        itemAttributes: attributes(4),
      },
    ],
  },
};

/** What the bank's staff do at the portal; the module only hears of it. */
const atPortal = (answer: string): boolean => phpEquals(read(answer)['errorCode'], 0);

export const alfaModules: readonly BankModule[] = [
  {
    bank: 'alfa',
    name: 'Alfabank 3.2.10 (OpenCart 3)',
    source: 'https://github.com/lier72/opencart',
    files: 'upload/catalog/controller/extension/payment/alfabank.php, upload/system/library/alfabank/Alfabank.php',
    reads:
      'any errorCode of register.do is a failure; of the status, which it asks for as multipart, errorCode 0 with orderStatus 1 or 2 for paid, 3, 4 and 6 by the amounts in paymentAmountInfo, and orderNumber up to its underscore',
    write: formBody(),
    order: {
      orderNumber: '1042_1767254400',
      amount: '180000',
      returnUrl: 'https://shop.example/index.php?route=extension/payment/alfabank/comeback',
      jsonParams: JSON.stringify({
        CMS: 'Opencart 3.0.3.8',
        'Module-Version': 'Alfabank 3.2.10',
        email: 'anna@shop.example',
        phone: '79161234567',
      }),
      orderPayerData: JSON.stringify({ mobilePhone: '79161234567' }),
      clientId: '5f4dcc3b5aa765d61d8327deb882cf99',
      taxSystem: '0',
      orderBundle: JSON.stringify(cart),
    },
    isRegistered: (answer) => (read(answer)['errorCode'] ?? undefined) === undefined,
    askStatus: ({ orderId }) => ({ call: 'getOrderStatusExtended.do', fields: { orderId }, write: multipart }),
    isPaid: (answer) => {
      const { errorCode, orderStatus } = read(answer);
      return phpEquals(errorCode, 0) && (phpEquals(orderStatus, 1) || phpEquals(orderStatus, 2));
    },
    keeps: {
      orderNumber: '1042_1767254400',
      amount: 180_000,
      currency: '643',
      paymentWay: 'CARD',
      'cardAuthInfo.paymentSystem': 'MASTERCARD',
    },
    callback: { setIn: 'order', checksChecksum: false },
    stories: [
      {
        name: 'hears of money that was given back at the portal',
        on: 'paid',
        acts: [
          {
            send: ({ orderId }) => ({ call: 'refund.do', fields: { orderId, amount: '30000' } }),
            wentWell: atPortal,
            // What was approved is the whole amount, so that the module sees a part.
            leaves: {
              orderStatus: 4,
              'paymentAmountInfo.approvedAmount': 180_000,
              'paymentAmountInfo.refundedAmount': 30_000,
            },
          },
          {
            send: ({ orderId }) => ({ call: 'refund.do', fields: { orderId, amount: '150000' } }),
            wentWell: atPortal,
            leaves: {
              orderStatus: 4,
              'paymentAmountInfo.approvedAmount': 180_000,
              'paymentAmountInfo.refundedAmount': 180_000,
            },
          },
        ],
      },
      {
        name: 'hears of a hold that was given free at the portal',
        on: 'held',
        acts: [
          {
            send: ({ orderId }) => ({ call: 'reverse.do', fields: { orderId } }),
            wentWell: atPortal,
            leaves: { orderStatus: 3, 'paymentAmountInfo.approvedAmount': 0 },
          },
        ],
      },
    ],
  },
];
