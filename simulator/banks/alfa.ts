import { type Bank, type BankRows, bankFrom } from './bank.ts';
import { newerLine } from './newer-line.ts';

/** The facts of Alfa-Bank, Russia: the newer line with roubles, fiscal receipts left out. */
export const alfaRows = {
  ...newerLine,
  title: ['Alfa-Bank', 'alfa-docs', 'doc'],
  hosts: [{ test: 'alfa.rbsuat.com', production: 'pay.alfabank.ru' }, 'alfa-docs', 'doc'],
  currency: ['643', 'alfa-docs', 'doc'],
  currencies: [
    ['643', '810', '840', '978'],
    'rbs-clients',
    'client',
    '810 is the rouble of older shops; USD and EUR are a guess',
  ],
  defaultLanguage: ['ru', 'alfa-docs', 'doc'],
  languages: [['ru', 'en', 'de', 'fr', 'es', 'it', 'zh', 'ja', 'ko', 'ua', 'kz'], 'alfa-docs', 'doc'],
  generatesOrderNumber: [false, 'alfa-docs', 'doc', 'orderNumber is mandatory'],
  formUrl: ['{merchant}/{view}payment_{language}.html?mdOrder={orderId}', 'alfa-docs', 'doc'],
  expiredActionCode: [-2007, 'rbs-clients', 'client', 'recorded'],
  capturedReversal: ['reversed', 'rbs-clients', 'client', 'on the day of the payment'],
  reversalClearsApproved: [true, 'alfa-opencart', 'client', 'its module sees by it that a hold was given free'],
  leastOperationMinor: [100, 'alfa-docs', 'doc', 'one rouble'],
  operationsTakeOrderNumber: [false, 'alfa-docs', 'doc', 'orderId is mandatory'],
  bindingPaymentWants: [['ip'], 'alfa-docs', 'doc'],
  allowedFeatures: [
    ['AUTO_PAYMENT', 'RECURRENT_PAYMENT', 'FORCE_NO_CVC'],
    'alfa-docs',
    'doc',
    'AUTO_PAYMENT documented',
  ],
  utcOffsetMinutes: [180, 'guess', 'guess', 'Moscow'],
  country: ['RU', 'alfa-docs', 'doc'],
  statusVersion: [37, 'alfa-docs', 'doc', 'the manual lists no change after this version'],
} as const satisfies BankRows;

export const alfa: Bank = bankFrom('alfa', alfaRows);
