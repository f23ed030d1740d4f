import { resetMerchant } from '../../merchants/merchants.ts';
import { controlEndpoint } from '../control-endpoint.ts';

export const resetAll = controlEndpoint({
  method: 'POST',
  path: '/reset',
  tag: 'merchants',
  summary: 'Resets every merchant, and forgets the whole journal.',
  answer: 'nothing',
  handle: async ({ context }) => {
    for (const { login } of await context.store.merchants.all()) await resetMerchant(context, login);
    context.journal.clear();
    return undefined;
  },
});
