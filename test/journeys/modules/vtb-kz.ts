import { formBody } from '../wire.ts';
import { type BankModule, phpEmpty, phpEquals, read } from './bank-module.ts';

const isStatus = (answer: string, ...wanted: readonly number[]): boolean =>
  wanted.some((status) => phpEquals(read(answer)['orderStatus'], status));

const wentWell = (answer: string): boolean => phpEquals(read(answer)['errorCode'], 0);

export const vtbKzModules: readonly BankModule[] = [
  {
    bank: 'vtb-kz',
    name: 'oldwhale-backend (NestJS)',
    source: 'https://github.com/vadimkushneer/oldwhale-backend',
    files:
      'src/payments/vtb-gateway.service.ts, payments.service.ts; its requests to the test host in https://github.com/vadimkushneer/oldwhale: docs/vtb-support-reply-2026-06-09.md',
    reads:
      'that formUrl is there, with orderId; of the status orderStatus 1 or 2 for paid, 6 for failed, actionCode, and errorCode as the text 0',
    write: formBody(),
    order: {
      orderNumber: 'owb7e21c4f8a0d4c3e9b52d7f6a18c05',
      amount: '10000',
      currency: '398',
      returnUrl: 'https://shop.example/payment/return/owb7e21c4f8a0d4c3e9b52d7f6a18c05',
      failUrl: 'https://shop.example/payment/fail/owb7e21c4f8a0d4c3e9b52d7f6a18c05',
      description: 'Top-up: 100 OWK',
      language: 'ru',
    },
    isRegistered: (answer) => {
      const { formUrl, orderId } = read(answer);
      return typeof formUrl === 'string' && typeof orderId === 'string';
    },
    askStatus: ({ orderId }) => ({ call: 'getOrderStatusExtended.do', fields: { orderId, language: 'ru' } }),
    isPaid: (answer) => [1, 2].includes(read(answer)['orderStatus']),
    keeps: {
      errorCode: '0',
      errorMessage: 'Успешно',
      actionCode: 0,
      amount: 10_000,
      currency: '398',
      'paymentAmountInfo.paymentState': 'DEPOSITED',
    },
    callback: { setIn: 'order', checksChecksum: true },
  },
  {
    bank: 'vtb-kz',
    name: 'VTBKZ 5.6.0 (WooCommerce)',
    // The bank hands it out as dev.bpcbt.com/plugins/VTBKZ/wordpress/wp_woocommerce.zip. What the description leaves open
    // is as in an older version of the same plugin, which is JCC's.
    source: 'https://github.com/nuriksoftwareengineer-eng/Balgyn801',
    files: "VTB_FINAL_AUDIT.md, a description of the bank's own plugin",
    reads:
      'errorCode that is empty in the sense of PHP, formUrl; of the status orderStatus 1 or 2 for paid, 2 or 4 for what can be given back, authRefNum, approvedAmount and refundedAmount',
    write: formBody('CMS: Wordpress 6.8.1 + woocommerce version: 9.9.3', 'Module-Version: 5.6.0'),
    order: {
      amount: '1250000',
      returnUrl: 'https://shop.example?wc-api=vtbkz&action=result&order_id=11',
      jsonParams: JSON.stringify({
        CMS: 'Wordpress 6.8.1 + woocommerce version: 9.9.3',
        'Module-Version': '5.6.0',
        email: 'aida@shop.example',
        phone: '77011234567',
      }),
      currency: '398',
      clientId: '0cc175b9c0f1b6a831c399e269772661',
      orderNumber: '11_1767254400',
    },
    isRegistered: (answer) => phpEmpty(read(answer)['errorCode']) && Boolean(read(answer)['formUrl']),
    askStatus: ({ orderId }) => ({ call: 'getOrderStatusExtended.do', fields: { orderId } }),
    isPaid: (answer) => isStatus(answer, 1, 2),
    keeps: {
      orderNumber: '11_1767254400',
      authRefNum: /^\d{12}$/,
      'paymentAmountInfo.approvedAmount': 1_250_000,
      'paymentAmountInfo.refundedAmount': 0,
      'cardAuthInfo.paymentSystem': 'MIR',
      'cardAuthInfo.secureAuthInfo.eci': 2,
    },
    // A card of the bank's own list, for its test host takes Mir alone.
    card: { pan: '2201382000000021', expiry: '12/34', cvc: '123' },
    callback: { setIn: 'order', checksChecksum: false },
    stories: [
      {
        name: 'gives a part back, and then the rest',
        on: 'paid',
        acts: [
          { amount: '250000', given: 250_000 },
          { amount: '1000000', given: 1_250_000 },
        ].map(({ amount, given }) => ({
          send: ({ orderId }) => ({ call: 'refund.do', fields: { orderId, amount } }),
          wentWell,
          leaves: { orderStatus: 4, 'paymentAmountInfo.refundedAmount': given },
        })),
      },
      {
        name: 'gives a hold free',
        on: 'held',
        acts: [
          {
            send: ({ orderId }) => ({ call: 'reverse.do', fields: { orderId } }),
            wentWell,
            leaves: { orderStatus: 3 },
          },
        ],
      },
    ],
  },
];
