import { type Bank, bankFrom } from './bank.ts';
import { olderLine } from './older-line.ts';

/** BT iPay of Banca Transilvania, Romania. */
export const bt: Bank = bankFrom('bt', {
  ...olderLine,
  title: ['Banca Transilvania', 'bt-ipay', 'client'],
  hosts: [{ test: 'ecclients-sandbox.btrl.ro', production: 'ecclients.btrl.ro' }, 'bt-ipay', 'client'],
  currency: ['946', 'bt-ipay', 'client'],
  currencies: [['946', '978', '840'], 'bt-ipay', 'client'],
  languages: [['ro', 'en'], 'bt-ipay', 'client'],
  wantsCustomer: [true, 'bt-ipay', 'client', 'with e-mail, phone and an address of the customer'],
  threeDsVersion: ['asked-for', 'bt-ipay', 'client'],
  tellsPartRefunds: [true, 'bt-ipay', 'client'],
  utcOffsetMinutes: [120, 'guess', 'guess', 'Romania without summer time'],
  country: ['RO', 'bt-ipay', 'client'],
  results: [
    {
      register: { success: 'absent', refusal: 'flagged' },
      operations: { success: 'flagged', refusal: 'flagged' },
      status: { success: 'text', refusal: 'flagged' },
    },
    'bt-clients',
    'client',
    'that refusals carry the flag of this branch is a guess',
  ],
  callbackKind: ['jwt', 'bt-clients', 'client'],
  errorCodes: [{ 'refund-too-large': '8' }, 'bt-clients', 'client'],
});
