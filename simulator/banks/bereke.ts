import type { Bank } from './bank.ts';

/** Bereke Bank, Kazakhstan: the default profile. Real hosts: 3dsec.berekebank.kz (test), securepayments.berekebank.kz. */
export const bereke: Bank = {
  name: 'bereke',
  title: 'Bereke Bank',
  basePath: '/payment',
  currency: '398',
  currencies: ['398', '417', '643', '156', '840', '978'],
  defaultLanguage: 'en',
  contentType: 'application/json;charset=UTF-8',
  orderNumberLength: 36,
  generatesOrderNumber: true,
  expiredActionCode: -2014,
  threeDsVersion: 2,
  terminalId: '98000001',
  country: 'KZ',
  errorCodes: { 'amount-missing': '12' },
  provenance: {
    title: ['bereke-docs', 'doc'],
    basePath: ['bereke-docs', 'doc'],
    currency: ['bereke-docs', 'doc'],
    currencies: ['rbs-clients', 'client', 'KZT, KGS, RUB, CNY, USD seen in requests; EUR added'],
    defaultLanguage: ['guess', 'guess', 'a merchant setting at the bank'],
    contentType: ['rbs-clients', 'client'],
    orderNumberLength: ['bpc-rest', 'doc'],
    generatesOrderNumber: ['bpc-redirect', 'doc', 'the redirect guide registers without an order number'],
    expiredActionCode: ['bci-test-report', 'client', 'seen on dev.bpcbt.com in 2026; older installs answer -2007'],
    threeDsVersion: ['bpc-rest', 'doc'],
    terminalId: ['guess', 'guess', 'any eight digits'],
    country: ['bereke-docs', 'doc'],
    errorCodes: ['bereke-docs', 'doc', 'sample answer for an empty amount'],
  },
};
