import { asGuesses, type Bank, bankFrom } from './bank.ts';
import { olderLine } from './older-line.ts';

/**
 * ClicToPay of Monétique Tunisie, as its public clients know it; what they do not tell is guessed to be as at other banks
 * with an older line of the gateway. The dinar has a thousand minor units.
 */
export const clictopay: Bank = bankFrom('clictopay', {
  ...asGuesses(olderLine),
  title: ['ClicToPay', 'clictopay', 'client'],
  hosts: [{ test: 'test.clictopay.com', production: 'ipay.clictopay.com' }, 'clictopay', 'client'],
  basePath: ['/payment', 'clictopay', 'client'],
  currency: ['788', 'clictopay', 'client', 'amounts are in millimes'],
  currencies: [['788'], 'clictopay', 'client', 'no other is in requests'],
  languages: [['fr', 'en'], 'clictopay', 'client'],
  formUrl: [
    'CLICTOPAY/{view}payment_{language}.html?mdOrder={orderId}',
    'clictopay',
    'client',
    'recorded; other recordings have payment.html and a parameter language',
  ],
  expiredActionCode: [-2007, 'clictopay', 'client'],
  threeDsVersion: [2, 'guess', 'guess', 'the card schemes switched version 1 off in 2022'],
  utcOffsetMinutes: [60, 'guess', 'guess', 'Tunisia'],
  country: ['TN', 'clictopay', 'client'],
  panKeys: [['pan'], 'clictopay', 'client', 'a sample in the tests of a client'],
});
