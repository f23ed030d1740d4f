import { deleteMerchant as drop } from '../../merchants/merchants.ts';
import { controlEndpoint } from '../control-endpoint.ts';
import { loginField } from './merchant-schemas.ts';
import { merchantOf } from './show-merchant.ts';

export const deleteMerchant = controlEndpoint({
  method: 'DELETE',
  path: '/merchants/{login}',
  tag: 'merchants',
  summary: 'Drops a merchant with all that is its.',
  pathFields: loginField,
  answer: 'nothing',
  handle: async ({ context, path }) => {
    await merchantOf(context, path.login);
    await drop(context, path.login);
    return undefined;
  },
});
