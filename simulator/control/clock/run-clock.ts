import { controlEndpoint } from '../control-endpoint.ts';
import { loginField } from '../merchants/merchant-schemas.ts';
import { contextOf } from '../merchants/show-merchant.ts';
import { clockAnswer, showClock } from './clock-schemas.ts';

export const runClock = controlEndpoint({
  method: 'POST',
  path: '/merchants/{login}/clock/run',
  tag: 'clock',
  summary: 'Lets the time of the merchant run on.',
  pathFields: loginField,
  answer: clockAnswer,
  handle: async ({ context, path }) => {
    const { clock } = await contextOf(context, path.login);
    await clock.run();
    return showClock(clock);
  },
});
