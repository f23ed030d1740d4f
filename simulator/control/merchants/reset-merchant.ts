import { resetMerchant as reset } from '../../merchants/merchants.ts';
import { controlEndpoint } from '../control-endpoint.ts';
import { loginField } from './merchant-schemas.ts';
import { merchantOf } from './show-merchant.ts';

export const resetMerchant = controlEndpoint({
  method: 'POST',
  path: '/merchants/{login}/reset',
  tag: 'merchants',
  summary: 'Drops its orders, stored cards, callbacks, tasks, templates, journal and clock; the settings stay.',
  pathFields: loginField,
  answer: 'nothing',
  handle: async ({ context, path }) => {
    await merchantOf(context, path.login);
    await reset(context, path.login);
    return undefined;
  },
});
