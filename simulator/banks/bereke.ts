import { type Bank, bankFrom } from './bank.ts';
import { newerLine } from './newer-line.ts';

/** Bereke Bank, Kazakhstan: the default profile. */
export const bereke: Bank = bankFrom('bereke', {
  ...newerLine,
  title: ['Bereke Bank', 'bereke-docs', 'doc'],
  hosts: [{ test: '3dsec.berekebank.kz', production: 'securepayments.berekebank.kz' }, 'bereke-docs', 'doc'],
  basePath: ['/payment', 'bereke-docs', 'doc'],
  currency: ['398', 'bereke-docs', 'doc'],
  currencies: [
    ['398', '417', '643', '156', '840', '978'],
    'rbs-clients',
    'client',
    'KZT, KGS, RUB, CNY, USD seen in requests; EUR added',
  ],
  languages: [['en', 'ru', 'kk'], 'rbs-clients', 'client'],
  expiredActionCode: [
    -2014,
    'bci-test-report',
    'client',
    'older installs answer -2007',
    { at: 'dev.bpcbt.com', on: '2026-05-28' },
  ],
  capturedReversal: [
    'reversed',
    'sber-wiki',
    'guess',
    'sources disagree: BPC falls back to approved if that is switched on',
  ],
  utcOffsetMinutes: [300, 'guess', 'guess', 'Kazakhstan has one time zone, UTC+5, since March 2024'],
  country: ['KZ', 'bereke-docs', 'doc'],
  errorCodes: [{ 'amount-missing': '12' }, 'bereke-docs', 'doc', 'sample answer for an empty amount'],
});
