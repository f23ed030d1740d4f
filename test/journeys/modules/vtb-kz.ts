import { formBody } from '../wire.ts';
import { type BankModule, read } from './bank-module.ts';

export const vtbKzModules: readonly BankModule[] = [
  {
    bank: 'vtb-kz',
    // The bank hands out a module of BPC for WooCommerce that is not public; it reads the same fields.
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
];
