import { stateDocument } from '../../merchants/state/state-document.ts';
import { takeOutState } from '../../merchants/state/take-out.ts';
import { controlEndpoint } from '../control-endpoint.ts';
import { loginField } from '../merchants/merchant-schemas.ts';
import { merchantOf } from '../merchants/show-merchant.ts';

export const getState = controlEndpoint({
  method: 'GET',
  path: '/merchants/{login}/state',
  tag: 'state',
  summary: 'All of a merchant as one document, with password and tokens in clear, for `PUT` to put in again.',
  pathFields: loginField,
  answer: stateDocument,
  handle: async ({ context, path }) => takeOutState(context, await merchantOf(context, path.login)),
});
