import { callbackAnswer } from '../../inspection/callback-schemas.ts';
import { findCallback, showCallback } from '../../inspection/callbacks.ts';
import { controlEndpoint } from '../control-endpoint.ts';
import { contextOf } from '../merchants/show-merchant.ts';
import { callbackPath, noCallback } from './callback-path.ts';

export const getCallback = controlEndpoint({
  method: 'GET',
  path: '/merchants/{login}/callbacks/{id}',
  tag: 'callbacks',
  summary: 'One callback: exactly what is sent, and what came of every try.',
  pathFields: callbackPath,
  answer: callbackAnswer,
  handle: async ({ context, path: { login, id } }) => {
    const callback = await findCallback(await contextOf(context, login), id);
    if (!callback) throw noCallback({ login }, id);
    return showCallback(callback);
  },
});
