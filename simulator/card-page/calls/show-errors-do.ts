import type { OpenEndpoint } from '../../http/call/endpoint.ts';
import { shopReturn } from '../../wire/shop-return.ts';
import { pageCallParameters, pageOrder } from './page-parameters.ts';
import { renderPageRefusal } from './render-page-refusal.ts';

/** showErrors.do: the page's countdown is over; where does the payer go? The shape of the answer is a guess. */
export const showErrors: OpenEndpoint = {
  path: 'rest/showErrors.do',
  access: 'anyone',
  parameters: pageCallParameters,
  renderRefusal: renderPageRefusal,
  shape: () => ({
    name: 'TimeIsOver',
    fields: { errorCode: { kind: 'number', values: [0] }, redirect: { kind: 'text', optional: true } },
  }),
  answer: async (call) => {
    const order = await pageOrder(call);
    if (order.status === 'created' || order.status === 'acs-started') return { errorCode: 0 };
    return { errorCode: 0, redirect: shopReturn(order, call.context.bank, call.origin, call.language) };
  },
};
