import { z } from 'zod';
import { callbackStates } from '../../inspection/callback-schemas.ts';
import { countCallbacks } from '../../inspection/callbacks.ts';
import { controlEndpoint } from '../control-endpoint.ts';
import { loginField } from '../merchants/merchant-schemas.ts';
import { contextOf } from '../merchants/show-merchant.ts';

const counts = Object.fromEntries(callbackStates.map((state) => [state, z.int()])) as Record<
  (typeof callbackStates)[number],
  z.ZodInt
>;

export const settleCallbacks = controlEndpoint({
  method: 'POST',
  path: '/merchants/{login}/callbacks/settle',
  tag: 'callbacks',
  summary:
    'Waits until no callback is on its way: each is delivered, given up, or waits for its next try. Answers how many are what.',
  pathFields: loginField,
  answer: z.strictObject(counts),
  handle: async ({ context, path }) => {
    const own = await contextOf(context, path.login);
    await own.courier.settled(path.login);
    return countCallbacks(own);
  },
});
