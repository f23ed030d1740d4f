import { type Bank, bankFrom } from './bank.ts';
import { olderLine } from './older-line.ts';

/** A log of exchanges with the test host, of two days; that of the test cards is of the second. */
const seen = { at: 'test2.satim.dz', on: '2026-09' };
const cardsSeen = { at: 'test2.satim.dz', on: '2026-09-22' };

/** SATIM, the card scheme of Algeria. */
export const satim: Bank = bankFrom('satim', {
  ...olderLine,
  title: ['SATIM', 'satim-docs', 'doc'],
  hosts: [
    { test: 'test2.satim.dz', production: 'cib.satim.dz' },
    'satim',
    'client',
    'other clients have satim.dz for production; certified shops try out test.satim.dz',
  ],
  currency: ['012', 'satim-docs', 'doc'],
  currencies: [['012', '840', '978'], 'satim-php', 'client', '012 documented'],
  languages: [['fr', 'ar', 'en'], 'satim-docs', 'doc', 'in capitals in requests'],
  refusesOtherLanguages: [true, 'satim-docs', 'doc', 'errorCode 5'],
  orderNumberLength: [10, 'satim-docs', 'doc'],
  registrationWants: [['currency', 'language', 'jsonParams'], 'satim-docs', 'doc', 'older clients send no jsonParams'],
  paramsWanted: [
    { force_terminal_id: 16, udf1: 20 },
    'satim-docs',
    'doc',
    'that 5 is the code without udf1 is a guess',
  ],
  leastAmountMinor: [5_000, 'satim-docs', 'doc', '50 dinars'],
  orderIds: ['letters', 'satim', 'client', '', seen],
  formUrl: [
    '/epg/merchants/{merchant}/{view}payment.html?mdOrder={orderId}&language={language}',
    'satim',
    'client',
    'on a host of its own; before, the file had the language in its name',
    seen,
  ],
  returnParameters: [['lang', 'orderId'], 'satim', 'client', 'recorded'],
  expiredActionCode: [-2007, 'satim-php', 'client'],
  threeDsVersion: [2, 'satim', 'client', 'recorded: a page with a static password, 123456'],
  legacyTellsParams: [true, 'satim-php', 'client'],
  confirmationMinutes: [20, 'guess', 'guess', 'that it cancels is documented, after how long is not'],
  paymentAttempts: [1, 'satim', 'client', 'orderStatus 6 after one decline', seen],
  cancelledActionCode: [10, 'satim-php', 'client'],
  failedChallengeCode: [2003, 'satim', 'client', 'after three wrong passwords', cardsSeen],
  leastOperationMinor: [100, 'satim', 'client', '50 dinars documented, and 20 taken'],
  utcOffsetMinutes: [60, 'guess', 'guess', 'Algeria'],
  country: ['DZ', 'satim-docs', 'doc'],
  results: [
    { ...olderLine.results[0], register: { success: 'number', refusal: 'number' } },
    'satim',
    'client',
    'seen for register.do; refund.do answers a text or a number; a Go client of 2025 reads texts only',
    seen,
  ],
  unknownOrderHttpStatus: [401, 'satim', 'client', 'with a text as body; ErrorCode 6 documented', seen],
  errorCodes: [
    { 'order-number-invalid': '5' },
    'satim-docs',
    'guess',
    '5 for wrong values; 1 is for a used number alone',
  ],
});
