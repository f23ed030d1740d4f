import { formBody, queryOnGet } from '../wire.ts';
import { type BankModule, phpEmpty, phpEquals, read } from './bank-module.ts';

const attributes = (paymentObject: string | number) => ({
  attributes: [
    { name: 'paymentMethod', value: '1' },
    { name: 'paymentObject', value: paymentObject },
  ],
});

const returnsOf = (order: number): string =>
  `https://shop.example/sberbank/result.php?PAYMENT=SBERBANK&ORDER_ID=${order}&PAYMENT_ID=21`;

/** It sends the same body to ask for an order with this number as to register it. */
const bitrixOrder = {
  orderNumber: '1042_0',
  amount: '180000',
  description: 'Заказ №1042',
  returnUrl: returnsOf(1042),
  CMS: 'Bitrix 20.0.1000',
  language: 'ru',
  jsonParams: '{"CMS":"Bitrix 20.0.1000", "Module-Version": "1.0.4"}',
  taxSystem: '0',
  orderBundle: JSON.stringify({
    customerDetails: { email: 'anna@shop.example', contact: 'Анна Петрова' },
    cartItems: {
      items: [
        {
          positionId: 0,
          itemCode: '77',
          name: 'Чай «Зимний»',
          itemAmount: 150_000,
          itemPrice: 75_000,
          quantity: { value: 2, measure: 'шт' },
          tax: { taxType: 0 },
          itemAttributes: attributes('1'),
        },
        {
          positionId: 1,
          itemCode: 'DELIVERY_3',
          name: 'Доставка',
          itemAmount: 30_000,
          itemPrice: 30_000,
          quantity: { value: 1, measure: 'шт' },
          tax: { taxType: 0 },
          itemAttributes: attributes(4),
        },
      ],
    },
  }),
};

const { taxSystem: _, orderBundle: __, ...asked } = bitrixOrder;

const wentWell = (answer: string): boolean => phpEquals(read(answer)['errorCode'], 0);

const wooHeaders = ['CMS: Wordpress 5.4.2 + woocommerce version: 4.2.2', 'Module-Version: 3.4'];

export const sberModules: readonly BankModule[] = [
  {
    bank: 'sber',
    name: 'sberbank.ecom2 (1C-Bitrix)',
    source: 'https://github.com/sergeimelnik1/ddpizza.ru',
    files: 'bitrix/modules/sberbank.ecom2/lib/rbs/Gateway.php, handler/handler.php',
    reads:
      'errorCode 6 for a number that is free; errorCode that is absent or 0, orderStatus 0, 1 or 2, amount, formUrl among merchantOrderParams, orderNumber before its last underscore, cardAuthInfo and paymentState',
    // The names of its headers end with a colon, so that each has one more.
    write: formBody('CMS: : Bitrix 20.0.1000', 'Module-Version:: : 1.0.4'),
    order: bitrixOrder,
    before: [
      {
        send: { call: 'getOrderStatusExtended.do', fields: asked },
        goesOn: (answer) => phpEquals(read(answer)['errorCode'], 6),
      },
    ],
    isRegistered: (answer) => phpEquals(read(answer)['errorCode'], 0),
    after: [
      ({ orderId }, formUrl) => ({
        call: 'addParams.do',
        fields: { orderId, language: 'ru', params: JSON.stringify({ formUrl }) },
      }),
    ],
    askStatus: ({ orderId }) => ({ call: 'getOrderStatusExtended.do', fields: { orderId } }),
    isPaid: (answer) => {
      const { errorCode, orderStatus } = read(answer);
      return phpEquals(errorCode, 0) && (orderStatus === 1 || orderStatus === 2);
    },
    keeps: {
      orderNumber: '1042_0',
      amount: 180_000,
      currency: '643',
      'cardAuthInfo.pan': /^555555.+5599$/,
      'cardAuthInfo.cardholderName': /./,
      'paymentAmountInfo.paymentState': 'DEPOSITED',
    },
  },
  {
    bank: 'sber',
    name: 'rbspayment 3.4 (WooCommerce)',
    source: 'https://github.com/kviron/woocommerce-rbspayment',
    files: 'wc-rbspayment.php',
    reads: 'errorCode that is empty in the sense of PHP, formUrl; of the status orderStatus 1 or 2 for paid',
    write: formBody(...wooHeaders),
    order: {
      amount: '180000',
      language: 'ru',
      returnUrl: 'https://shop.example?wc-api=WC_RBSPAYMENT&rbspayment=result&order_id=1042&wc-callb=callback_function',
      currency: '643',
      jsonParams: JSON.stringify({
        'CMS:': 'Wordpress 5.4.2 + woocommerce version: 4.2.2',
        'Module-Version: ': '3.4',
        email: 'anna@shop.example',
        phone: '+7 (916) 123-45-67',
      }),
      taxSystem: '0',
      orderBundle: JSON.stringify({
        orderCreationDate: 1_767_254_400,
        customerDetails: { email: 'anna@shop.example' },
        cartItems: {
          items: [
            {
              positionId: 1,
              name: 'Чай «Зимний»',
              quantity: { value: 2, measure: 'шт.' },
              itemAmount: 150_000,
              itemCode: '1-77',
              tax: { taxType: '0' },
              itemPrice: 75_000,
              itemAttributes: attributes('1'),
            },
            {
              positionId: 2,
              name: 'Delivery',
              quantity: { value: 1, measure: 'шт.' },
              itemAmount: 30_000,
              itemPrice: 30_000,
              itemCode: 'Delivery',
              tax: { taxType: '0' },
              itemAttributes: attributes(4),
            },
          ],
        },
      }),
      orderNumber: '1042_1767254400',
    },
    isRegistered: (answer) => phpEmpty(read(answer)['errorCode']) && Boolean(read(answer)['formUrl']),
    askStatus: ({ orderId }) => ({ call: 'getOrderStatusExtended.do', fields: { language: 'en', orderId } }),
    isPaid: (answer) => [1, 2].includes(Number(read(answer)['orderStatus'])),
    keeps: { orderNumber: '1042_1767254400', actionCodeDescription: /./ },
  },
  {
    bank: 'sber',
    name: 'voronkovich/sberbank-acquiring-client (PHP)',
    variant: 'by GET',
    source: 'https://github.com/voronkovich/sberbank-acquiring-client',
    files: 'src/Client.php, README.md',
    reads:
      'errorCode or ErrorCode cast to a whole number, absent is fine; formUrl and orderId; of the status orderStatus 2 for paid. Anything but HTTP 200 is a failure',
    write: queryOnGet,
    order: {
      currency: '643',
      failUrl: 'http://shop.example/payment-failure',
      orderNumber: '1234',
      amount: '100000',
      returnUrl: 'http://shop.example/payment-success',
      language: 'ru',
    },
    isRegistered: (answer) => wentWell(answer) && Boolean(read(answer)['formUrl']),
    askStatus: ({ orderId }) => ({ call: 'getOrderStatusExtended.do', fields: { orderId, language: 'ru' } }),
    isPaid: (answer) => wentWell(answer) && phpEquals(read(answer)['orderStatus'], 2),
    keeps: { orderNumber: '1234', amount: 100_000, errorMessage: 'Успешно' },
    stories: [
      {
        name: 'gives a part back',
        on: 'paid',
        acts: [
          {
            send: ({ orderId }) => ({ call: 'refund.do', fields: { orderId, amount: '40000', language: 'ru' } }),
            wentWell,
            leaves: { orderStatus: 4, 'paymentAmountInfo.depositedAmount': 60_000 },
          },
        ],
      },
      {
        name: 'captures a part of a hold',
        on: 'held',
        acts: [
          {
            send: ({ orderId }) => ({ call: 'deposit.do', fields: { orderId, amount: '90000', language: 'ru' } }),
            wentWell,
            leaves: { orderStatus: 2, 'paymentAmountInfo.depositedAmount': 90_000 },
          },
        ],
      },
      {
        name: 'gives a hold free',
        on: 'held',
        acts: [
          {
            send: ({ orderId }) => ({ call: 'reverse.do', fields: { orderId, language: 'ru' } }),
            wentWell,
            leaves: { orderStatus: 3 },
          },
        ],
      },
    ],
  },
];
