import { type Bank, bankFrom } from './bank.ts';
import { olderLine } from './older-line.ts';

/** SATIM, the card scheme of Algeria. Its acknowledgeTransaction.do is not imitated. */
export const satim: Bank = bankFrom('satim', {
  ...olderLine,
  title: ['SATIM', 'satim', 'client'],
  hosts: [
    { test: 'test2.satim.dz', production: 'cib.satim.dz' },
    'satim',
    'client',
    'the host of production is a guess',
  ],
  currency: ['012', 'satim', 'client'],
  currencies: [['012'], 'satim', 'client'],
  languages: [['fr', 'en', 'ar'], 'satim', 'client'],
  expiredActionCode: [-2007, 'satim', 'client'],
  leastOperationMinor: [100, 'satim', 'client', 'one dinar'],
  utcOffsetMinutes: [60, 'guess', 'guess', 'Algeria'],
  country: ['DZ', 'satim', 'client'],
  results: [
    { ...olderLine.results[0], register: { success: 'number', refusal: 'number' } },
    'satim',
    'client',
    'that only register.do has numbers is a guess',
  ],
  unknownOrderHttpStatus: [401, 'satim', 'client', 'recorded, with a text as body'],
});
