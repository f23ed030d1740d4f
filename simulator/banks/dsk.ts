import { type Bank, bankFrom } from './bank.ts';
import { newerLine } from './newer-line.ts';

/** By tests of a client, which have no date. */
const seen = { at: 'uat.dskbank.bg' };

/** DSK Bank, Bulgaria. */
export const dsk: Bank = bankFrom('dsk', {
  ...newerLine,
  title: ['DSK Bank', 'dsk-docs', 'doc'],
  hosts: [{ test: 'uat.dskbank.bg', production: 'epg.dskbank.bg' }, 'dsk-docs', 'client'],
  currency: ['978', 'dsk-docs', 'client', 'the euro since 2026; BGN before'],
  currencies: [['978', '975', '840'], 'guess', 'guess', 'EUR and BGN seen'],
  languages: [['bg', 'en'], 'dsk-docs', 'client'],
  formUrl: ['multiecom/{view}payment.html?mdOrder={orderId}&language={language}', 'rbs-clients', 'client', 'recorded'],
  capturedReversal: ['reversed', 'rbs-clients', 'client', 'on the day of the payment'],
  paymentAttempts: [1, 'rbs-clients', 'client', 'orderStatus 6 after one wrong CVC', seen],
  reversalClearsApproved: [true, 'rbs-clients', 'client', '', seen],
  utcOffsetMinutes: [120, 'guess', 'guess', 'Bulgaria without summer time'],
  country: ['BG', 'dsk-docs', 'doc'],
});
