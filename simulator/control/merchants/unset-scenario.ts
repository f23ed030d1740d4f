import { setScenario } from '../../merchants/merchants.ts';
import { controlEndpoint } from '../control-endpoint.ts';
import { loginField } from './merchant-schemas.ts';
import { merchantOf } from './show-merchant.ts';

export const unsetScenario = controlEndpoint({
  method: 'DELETE',
  path: '/merchants/{login}/scenario',
  tag: 'merchants',
  summary: 'The payments of the merchant follow no scenario of its own any more.',
  pathFields: loginField,
  answer: 'nothing',
  handle: async ({ context, path }) => {
    await merchantOf(context, path.login);
    await setScenario(context.store, path.login, undefined);
    return undefined;
  },
});
