import type { OrderEndpoint } from '../../http/call/endpoint.ts';
import { returnLanguage, shopReturn } from '../../wire/shop-return.ts';
import { pageCallParameters } from './page-parameters.ts';
import { renderPageRefusal } from './render-page-refusal.ts';

export const showErrors: OrderEndpoint = {
  path: 'rest/showErrors.do',
  meaning: "Card page's own call: the time is over. The shape of the answer is a guess.",
  meaningInRussian: 'Вызов самой платёжной страницы: время вышло. Вид ответа — предположение.',
  source: 'rbs-clients',
  access: 'order',
  parameters: pageCallParameters,
  refuses: [],
  renderRefusal: renderPageRefusal,
  shape: () => ({
    name: 'TimeIsOver',
    fields: { errorCode: { kind: 'number', values: [0] }, redirect: { kind: 'text', optional: true } },
  }),
  answer: async ({ context, order, origin, values }) => {
    if (order.status === 'created' || order.status === 'acs-started') return { errorCode: 0 };
    return { errorCode: 0, redirect: shopReturn(order, context.bank, origin, returnLanguage(values, order)) };
  },
};
