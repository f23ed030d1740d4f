import type { AnswerTable } from '../../data/answer-table.ts';
import { languageParameter } from '../../data/parameter-table.ts';
import { brandOf } from '../../domain/card.ts';
import { Refused } from '../../domain/errors/refused.ts';
import type { OpenEndpoint, OrderEndpoint } from '../../http/call/endpoint.ts';
import { merchantWallets } from '../wallets/wallets.ts';
import { renderPageRefusal } from './render-page-refusal.ts';

const zero = { kind: 'number', values: [0] } as const;

const walletFields: AnswerTable = {
  enabled: { kind: 'flag' },
  merchantId: { kind: 'text' },
  environment: { kind: 'text' },
};

/** A Maestro card may have no CVC. */
export const isMaestroCard: OpenEndpoint = {
  path: 'rest/isMaestroCard.do',
  meaning: "Card page's own call: is this a Maestro card?",
  meaningInRussian: 'Вызов самой платёжной страницы: карта Maestro?',
  source: 'rbs-clients',
  access: 'anyone',
  parameters: {
    pan: { kind: 'secret', required: true, meaning: 'Card number, or its beginning.' },
    ...languageParameter,
  },
  refuses: [],
  renderRefusal: renderPageRefusal,
  shape: () => ({ name: 'IsMaestroCard', fields: { errorCode: zero, isMaestro: { kind: 'flag' } } }),
  answer: async ({ values }) => ({ errorCode: 0, isMaestro: brandOf(values['pan'] ?? '') === 'MAESTRO' }),
};

export const getFee: OrderEndpoint = {
  path: 'rest/getFee.do',
  meaning: "Card page's own call: fee, which is that of the order.",
  meaningInRussian: 'Вызов самой платёжной страницы: комиссия, такая же, как в заказе.',
  source: 'rbs-clients',
  access: 'order',
  parameters: {
    mdOrder: { kind: 'secret', required: true, max: 36, meaning: "The gateway's id of the order." },
    pan: { kind: 'secret', meaning: 'Card number.' },
    ...languageParameter,
  },
  refuses: [],
  renderRefusal: renderPageRefusal,
  shape: () => ({ name: 'Fee', fields: { errorCode: zero, fee: { kind: 'number', meaning: 'Minor units.' } } }),
  answer: async ({ order }) => ({ errorCode: 0, fee: order.feeMinor }),
};

export const getPaymentSettings: OpenEndpoint = {
  path: 'rest/getPaymentSettings.do',
  meaning: "Card page's own call: wallet settings. The shape of the answer is a guess.",
  meaningInRussian: 'Вызов самой платёжной страницы: настройки кошелька. Вид ответа — предположение.',
  source: 'rbs-clients',
  access: 'anyone',
  parameters: {
    login: { kind: 'text', required: true, max: 100, meaning: 'Login of the merchant.' },
    ...languageParameter,
  },
  refuses: ['access-denied'],
  renderRefusal: renderPageRefusal,
  shape: () => ({
    name: 'PaymentSettings',
    fields: {
      errorCode: zero,
      merchantFullName: { kind: 'text' },
      ...Object.fromEntries(merchantWallets.map(({ setting }) => [setting, { kind: 'object', fields: walletFields }])),
    },
  }),
  answer: async ({ context, values }) => {
    const merchant = await context.store.merchants.find(values['login'] ?? '');
    if (!merchant) throw new Refused('access-denied');
    const wallet = { enabled: true, merchantId: merchant.login, environment: 'TEST' };
    const wallets = Object.fromEntries(merchantWallets.map(({ setting }) => [setting, wallet]));
    return { errorCode: 0, merchantFullName: merchant.name, ...wallets };
  },
};
