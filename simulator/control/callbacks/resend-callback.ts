import { resendAnswer } from '../../inspection/callback-schemas.ts';
import { resendCallback as resend } from '../../inspection/callbacks.ts';
import { controlEndpoint } from '../control-endpoint.ts';
import { contextOf } from '../merchants/show-merchant.ts';
import { callbackPath, noCallback } from './callback-path.ts';

export const resendCallback = controlEndpoint({
  method: 'POST',
  path: '/merchants/{login}/callbacks/{id}/resend',
  tag: 'callbacks',
  summary: 'Sends a callback once more, now and with the same content, and says what the shop answered.',
  pathFields: callbackPath,
  answer: resendAnswer,
  handle: async ({ context, path: { login, id } }) => {
    const resent = await resend(await contextOf(context, login), id);
    if (!resent) throw noCallback({ login }, id);
    return resent;
  },
});
