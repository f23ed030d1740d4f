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
  wantsCustomer: [
    true,
    'bt-ipay',
    'client',
    'with e-mail, phone and an address of the customer; no module sends a cart',
  ],
  descriptionLength: [125, 'bt-clients', 'client', 'sources differ: 125 or 99'],
  wantsPlainTexts: [true, 'bt-clients', 'client', 'the code of the refusal is a guess'],
  checksCardAtZero: [
    true,
    'bt-woocommerce',
    'client',
    'that the card is then stored without a word of the payer is a guess',
  ],
  takesBasicLogin: [true, 'bt-clients', 'doc', 'the recommended way; a wrong one is refused as a wrong password'],
  returnParameters: [
    ['orderId', 'token', 'approvalCode', 'lang'],
    'bt-woocommerce',
    'client',
    'its order and lang are a guess',
  ],
  finishedInfoForShop: [true, 'bt-clients', 'client'],
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
