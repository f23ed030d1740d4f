import { type Bank, bankFrom } from './bank.ts';
import { newerLine } from './newer-line.ts';

/** JCC Payment Systems, Cyprus. */
export const jcc: Bank = bankFrom('jcc', {
  ...newerLine,
  title: ['JCC Payment Systems', 'jcc-docs', 'doc'],
  hosts: [{ test: 'gateway-test.jcc.com.cy', production: 'gateway.jcc.com.cy' }, 'jcc-docs', 'doc'],
  currency: ['978', 'jcc-docs', 'doc'],
  currencies: [['978', '840', '826'], 'guess', 'guess', 'EUR documented'],
  bindingPaymentWants: [['tii'], 'jcc-docs', 'doc'],
  utcOffsetMinutes: [120, 'guess', 'guess', 'Cyprus without summer time'],
  country: ['CY', 'jcc-docs', 'doc'],
});
