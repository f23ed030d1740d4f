import { z } from 'zod';
import { controlEndpoint } from '../control-endpoint.ts';
import { loginField } from '../merchants/merchant-schemas.ts';
import { contextOf } from '../merchants/show-merchant.ts';
import { clockAnswer, momentField, showClock } from './clock-schemas.ts';

export const setClock = controlEndpoint({
  method: 'POST',
  path: '/merchants/{login}/clock/set',
  tag: 'clock',
  summary: 'Moves the clock to a moment; what is due before it happens first, in order.',
  pathFields: loginField,
  body: z.strictObject({ to: momentField }),
  answer: clockAnswer,
  handle: async ({ context, path, body }) => {
    const { clock, courier } = await contextOf(context, path.login);
    await clock.set(body.to);
    await courier.settled(path.login);
    return showClock(clock);
  },
});
