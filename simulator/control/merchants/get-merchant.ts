import { controlEndpoint } from '../control-endpoint.ts';
import { loginField, merchantAnswer } from './merchant-schemas.ts';
import { merchantOf, showMerchant } from './show-merchant.ts';

export const getMerchant = controlEndpoint({
  method: 'GET',
  path: '/merchants/{login}',
  tag: 'merchants',
  summary: 'One merchant with its settings.',
  pathFields: loginField,
  answer: merchantAnswer,
  handle: async ({ context, path, origin }) => showMerchant(context, await merchantOf(context, path.login), origin),
});
