import { type Bank, bankFrom } from './bank.ts';
import { olderLine } from './older-line.ts';

/** Sberbank, Russia: its classic gateway with forms, not the newer one with JSON only. */
export const sber: Bank = bankFrom('sber', {
  ...olderLine,
  title: ['Sberbank', 'sber-wiki', 'doc'],
  hosts: [{ test: '3dsec.sberbank.ru', production: 'securepayments.sberbank.ru' }, 'sber-wiki', 'doc'],
  currency: ['643', 'sber-wiki', 'doc'],
  currencies: [
    ['643', '810', '840', '978'],
    'rbs-clients',
    'client',
    '810 is the rouble of older shops; USD and EUR are a guess',
  ],
  defaultLanguage: ['ru', 'sber-wiki', 'doc'],
  contentType: ['text/plain;charset=UTF-8', 'rbs-clients', 'client', 'recorded in 2016'],
  leastOperationMinor: [100, 'sber-wiki', 'doc', 'one rouble'],
  bindingPaymentWants: [['ip'], 'sber-wiki', 'doc'],
  allowedFeatures: [
    ['AUTO_PAYMENT', 'RECURRENT_PAYMENT', 'FORCE_NO_CVC'],
    'sber-wiki',
    'doc',
    'AUTO_PAYMENT documented',
  ],
  utcOffsetMinutes: [180, 'guess', 'guess', 'Moscow'],
  country: ['RU', 'sber-wiki', 'doc'],
  panMask: ['XXXXXX', 'rbs-clients', 'client', 'recorded; other recordings have seven stars'],
  panKeys: [['pan'], 'sber-wiki', 'doc'],
});
