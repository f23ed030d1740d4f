import { z } from 'zod';
import { withNewIds } from '../../merchants/state/known-ids.ts';
import { putInState } from '../../merchants/state/put-in.ts';
import { stateDocument } from '../../merchants/state/state-document.ts';
import { controlEndpoint } from '../control-endpoint.ts';
import { loginField, merchantAnswer } from '../merchants/merchant-schemas.ts';
import { showMerchant } from '../merchants/show-merchant.ts';

const choice = z.strictObject({
  ids: z
    .enum(['same', 'new'])
    .optional()
    .describe('`new`: other ids of orders, cards, tasks and templates, so that several merchants can have this state.'),
});

export const putState = controlEndpoint({
  method: 'PUT',
  path: '/merchants/{login}/state',
  tag: 'state',
  summary: 'Puts a state in place of all that a merchant has, and makes the merchant where there is none.',
  pathFields: loginField,
  query: choice,
  body: stateDocument,
  isLarge: true,
  answer: merchantAnswer,
  handle: async ({ context, path: { login }, query: { ids }, body, origin }) => {
    const state = ids === 'new' ? withNewIds(body, context.ids) : body;
    return showMerchant(context, await putInState(context, login, state), origin);
  },
});
