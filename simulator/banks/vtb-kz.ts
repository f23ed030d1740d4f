import { type Bank, bankFrom } from './bank.ts';
import { newerLine } from './newer-line.ts';

const seen = { on: '2026-06' };

/** VTB Bank, Kazakhstan. */
export const vtbKz: Bank = bankFrom('vtb-kz', {
  ...newerLine,
  title: ['VTB Bank (Kazakhstan)', 'vtb-kz-docs', 'doc'],
  hosts: [{ test: 'vtbkz.rbsuat.com', production: 'payment.vtb.kz' }, 'vtb-kz-docs', 'doc'],
  currency: ['398', 'vtb-kz-docs', 'doc'],
  currencies: [['398', '643', '840', '978'], 'guess', 'guess', 'KZT documented'],
  defaultLanguage: ['ru', 'rbs-clients', 'client', 'recorded answers are in Russian'],
  languages: [['ru', 'en', 'hy', 'az'], 'vtb-kz-docs', 'doc'],
  formUrl: ['ecom/{view}payment.html?mdOrder={orderId}&language={language}', 'rbs-clients', 'client', 'recorded'],
  expiredActionCode: [-2014, 'rbs-clients', 'client', '', seen],
  generalTextCodes: [[-2014], 'rbs-clients', 'client', '', seen],
  namelessCallHttpStatus: [400, 'rbs-clients', 'client', '', seen],
  utcOffsetMinutes: [300, 'guess', 'guess', 'Kazakhstan has one time zone, UTC+5, since March 2024'],
  country: ['KZ', 'vtb-kz-docs', 'doc'],
});
