import { z } from 'zod';
import { controlEndpoint } from '../control-endpoint.ts';
import { loginField } from '../merchants/merchant-schemas.ts';
import { contextOf } from '../merchants/show-merchant.ts';
import { clockAnswer, durationField, showClock } from './clock-schemas.ts';

export const advanceClock = controlEndpoint({
  method: 'POST',
  path: '/merchants/{login}/clock/advance',
  tag: 'clock',
  summary: 'Moves the clock forward, and answers when all that was due has happened.',
  pathFields: loginField,
  body: z.strictObject({ by: durationField }),
  answer: clockAnswer,
  handle: async ({ context, path, body }) => {
    const { clock, courier } = await contextOf(context, path.login);
    await clock.advance(body.by);
    await courier.settled(path.login);
    return showClock(clock);
  },
});
