import { type Bank, bankFrom } from './bank.ts';
import { olderLine } from './older-line.ts';

/** ArCa, the card scheme of Armenia, whose gateway several banks share. */
export const arca: Bank = bankFrom('arca', {
  ...olderLine,
  title: ['ArCa iPay', 'arca-manual', 'doc'],
  hosts: [{ test: 'ipaytest.arca.am:8445', production: 'ipay.arca.am' }, 'arca-manual', 'doc'],
  currency: ['051', 'arca-manual', 'doc'],
  currencies: [['051', '840', '978', '643'], 'arca-manual', 'doc'],
  languages: [['en', 'ru', 'hy'], 'arca-manual', 'doc'],
  refusesOtherLanguages: [true, 'arca-manual', 'doc'],
  threeDsVersion: ['asked-for', 'arca-client', 'client'],
  utcOffsetMinutes: [240, 'guess', 'guess', 'Armenia'],
  country: ['AM', 'arca-manual', 'doc'],
  results: [
    {
      register: { success: 'doubled', refusal: 'doubled' },
      operations: { success: 'flagged', refusal: 'doubled' },
      status: { success: 'flagged', refusal: 'doubled' },
    },
    'arca-client',
    'client',
    'answers of register.do are recorded; the others follow from a strict client',
  ],
  legacyKeys: ['camel-case', 'arca-client', 'client'],
  errorCodes: [{ 'amount-missing': '5' }, 'arca-manual', 'doc'],
});
