import { bankOf } from '../../banks/bank-of.ts';
import { successText } from '../../data/error-codes.ts';
import { languageParameter } from '../../data/parameter-table.ts';
import { declineOrder } from '../../domain/orders/money.ts';
import type { OrderEndpoint } from '../../http/call/endpoint.ts';
import { changeOrder } from '../../payments/orders/change-order.ts';
import { returnLanguage, shopReturn } from '../../wire/shop-return.ts';
import { renderPageRefusal } from './render-page-refusal.ts';

export const declineByClient: OrderEndpoint = {
  path: 'rest/declineByClient.do',
  meaning: "Card page's own call: the payer gives up. Its action code -102 is a guess.",
  meaningInRussian:
    'Вызов самой платёжной страницы: покупатель отказывается от оплаты. Код действия -102 — предположение.',
  source: 'alfa-swagger',
  access: 'order',
  parameters: {
    mdOrder: { kind: 'secret', required: true, max: 36, meaning: "The gateway's id of the order." },
    ...languageParameter,
  },
  refuses: ['wrong-status'],
  renderRefusal: renderPageRefusal,
  shape: () => ({
    name: 'DeclinedByClient',
    fields: {
      errorCode: { kind: 'number', values: [0] },
      errorMessage: { kind: 'text' },
      redirect: { kind: 'text', meaning: 'Where the payer goes.' },
    },
  }),
  answer: async ({ context, order: read, language, origin, values }) => {
    const order = await changeOrder(context, read, (latest) => ({
      ...declineOrder(latest),
      actionCode: bankOf(context, latest).cancelledActionCode,
    }));
    return {
      errorCode: 0,
      errorMessage: successText(language),
      redirect: shopReturn(order, context.bank, origin, returnLanguage(values, order)),
    };
  },
};
