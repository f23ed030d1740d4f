import { type Bank, bankFrom } from './bank.ts';
import { newerLine } from './newer-line.ts';

/** BPC's own sandbox, by the letter of its manual. */
export const bpc: Bank = bankFrom('bpc', {
  ...newerLine,
  title: ['BPC sandbox', 'bpc-rest', 'doc'],
  hosts: [{ test: 'dev.bpcbt.com' }, 'bpc-rest', 'doc'],
  currency: ['978', 'bci-test-report', 'client'],
  currencies: [['978'], 'bci-test-report', 'client', 'the sandbox merchant takes euros only'],
  formUrl: ['ecom/{view}payment_{language}.html?mdOrder={orderId}', 'bpc-rest', 'doc', 'sample of register.do'],
  bindingPaymentWants: [['tii'], 'bpc-rest', 'doc'],
  utcOffsetMinutes: [0, 'guess', 'guess'],
  country: ['CH', 'guess', 'guess', 'the seat of BPC'],
  results: [
    { ...newerLine.results[0], operations: { success: 'number', refusal: 'text' } },
    'bpc-rest',
    'doc',
    'samples of deposit.do, reverse.do, refund.do and decline.do; recorded answers of other installs have a text',
  ],
});
