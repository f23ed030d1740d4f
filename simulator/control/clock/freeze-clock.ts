import { controlEndpoint } from '../control-endpoint.ts';
import { loginField } from '../merchants/merchant-schemas.ts';
import { contextOf } from '../merchants/show-merchant.ts';
import { clockAnswer, showClock } from './clock-schemas.ts';

export const freezeClock = controlEndpoint({
  method: 'POST',
  path: '/merchants/{login}/clock/freeze',
  tag: 'clock',
  summary: 'Stops the time of the merchant.',
  pathFields: loginField,
  answer: clockAnswer,
  handle: async ({ context, path }) => {
    const { clock } = await contextOf(context, path.login);
    await clock.freeze();
    return showClock(clock);
  },
});
