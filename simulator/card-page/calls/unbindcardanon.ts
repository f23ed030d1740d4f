import { languageParameter } from '../../data/parameter-table.ts';
import { Refused } from '../../domain/errors/refused.ts';
import type { OrderEndpoint } from '../../http/call/endpoint.ts';
import { removeStoredCard } from '../../payments/cards/remove-stored-card.ts';
import { renderPageRefusal } from './render-page-refusal.ts';

export const unbindcardanon: OrderEndpoint = {
  path: 'rest/unbindcardanon.do',
  meaning: "Card page's own call: removes a stored card.",
  meaningInRussian: 'Вызов самой платёжной страницы: удаляет связку.',
  source: 'rbs-clients',
  access: 'order',
  parameters: {
    mdOrder: { kind: 'secret', required: true, max: 36, meaning: "The gateway's id of the order." },
    bindingId: { kind: 'secret', required: true, max: 255, meaning: 'Id of the stored card.' },
    ...languageParameter,
  },
  refuses: ['order-processed', 'binding-not-found', 'binding-inactive'],
  renderRefusal: renderPageRefusal,
  shape: () => ({ name: 'PageDone', fields: { errorCode: { kind: 'number', values: [0] } } }),
  answer: async ({ context, order, values }) => {
    if (order.status !== 'created') throw new Refused('order-processed');
    await removeStoredCard(context, order, values['bindingId'] ?? '');
    return { errorCode: 0 };
  },
};
