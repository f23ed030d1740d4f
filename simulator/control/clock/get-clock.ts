import { controlEndpoint } from '../control-endpoint.ts';
import { loginField } from '../merchants/merchant-schemas.ts';
import { contextOf } from '../merchants/show-merchant.ts';
import { clockAnswer, showClock } from './clock-schemas.ts';

export const getClock = controlEndpoint({
  method: 'GET',
  path: '/merchants/{login}/clock',
  tag: 'clock',
  summary: 'What time it is for the merchant.',
  pathFields: loginField,
  answer: clockAnswer,
  handle: async ({ context, path }) => {
    const { clock } = await contextOf(context, path.login);
    return showClock(clock);
  },
});
