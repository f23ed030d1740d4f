import { changeMerchant as change } from '../../merchants/merchants.ts';
import { controlEndpoint } from '../control-endpoint.ts';
import { loginField, merchantAnswer, merchantChanges } from './merchant-schemas.ts';
import { merchantOf, showMerchant } from './show-merchant.ts';

export const changeMerchant = controlEndpoint({
  method: 'PATCH',
  path: '/merchants/{login}',
  tag: 'merchants',
  summary: 'Changes settings of a merchant; what is left out stays, null takes away.',
  pathFields: loginField,
  body: merchantChanges,
  answer: merchantAnswer,
  handle: async ({ context, path, body, origin }) => {
    await merchantOf(context, path.login);
    return showMerchant(context, await change(context.store, path.login, body), origin);
  },
});
