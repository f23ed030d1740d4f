import { alfaRows } from './alfa.ts';
import { asGuesses, type Bank, bankFrom } from './bank.ts';

/** Alfa-Bank, Belarus, as its public clients know it; what they do not tell is guessed to be as at Alfa-Bank, Russia. */
export const alfaBy: Bank = bankFrom('alfa-by', {
  ...asGuesses(alfaRows),
  title: ['Alfa-Bank (Belarus)', 'alfa-by', 'client'],
  hosts: [
    { test: 'abby.rbsuat.com', production: 'ecom.alfabank.by' },
    'alfa-by',
    'client',
    'the test host was web.rbsuat.com/ab_by before',
  ],
  basePath: ['/payment', 'alfa-by', 'client'],
  currency: ['933', 'alfa-by', 'client'],
  currencies: [['933', '643', '840', '978'], 'alfa-by', 'client', 'BYN and RUB seen in requests; USD and EUR named'],
  defaultLanguage: ['ru', 'alfa-by', 'client'],
  languages: [['ru', 'en', 'by'], 'alfa-by', 'client'],
  formUrl: ['{merchant}/{view}payment_{language}.html?mdOrder={orderId}', 'alfa-by', 'client', 'recorded'],
  expiredActionCode: [-2007, 'alfa-by', 'client'],
  utcOffsetMinutes: [180, 'guess', 'guess', 'Belarus'],
  country: ['BY', 'alfa-by', 'client'],
});
