import { z } from 'zod';
import { controlEndpoint } from '../control-endpoint.ts';
import { merchantAnswer } from './merchant-schemas.ts';
import { showMerchant } from './show-merchant.ts';

export const listMerchants = controlEndpoint({
  method: 'GET',
  path: '/merchants',
  tag: 'merchants',
  summary: 'All merchants.',
  answer: z.strictObject({ merchants: z.array(merchantAnswer) }),
  handle: async ({ context, origin }) => ({
    merchants: (await context.store.merchants.all()).map((merchant) => showMerchant(context, merchant, origin)),
  }),
});
