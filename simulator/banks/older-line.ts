import type { BankRows } from './bank.ts';
import { newerLine } from './newer-line.ts';

/** The common facts of banks with an older line of the gateway, as in Sberbank's wiki and older Alfa manuals. */
export const olderLine = {
  ...newerLine,
  languages: [['en', 'ru'], 'sber-wiki', 'doc'],
  orderNumberLength: [32, 'sber-wiki', 'doc'],
  generatesOrderNumber: [false, 'sber-wiki', 'doc', 'orderNumber is mandatory'],
  formUrl: ['{merchant}/{view}payment_{language}.html?mdOrder={orderId}', 'sber-wiki', 'doc'],
  expiredActionCode: [-2007, 'rbs-clients', 'client'],
  threeDsVersion: [1, 'sber-wiki', 'doc', 'the manual knows acsUrl and paReq alone'],
  capturedReversal: ['reversed', 'rbs-clients', 'client', 'on the day of the payment'],
  capturesInSteps: [false, 'sber-wiki', 'doc', 'orderStatus 0 to 6'],
  statusVersion: [12, 'guess', 'guess', 'fields of recorded answers'],
} as const satisfies Partial<BankRows>;
