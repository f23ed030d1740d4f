import * as zod from 'zod';
import { callbackOperations } from '../domain/callback.ts';
import { endpointName, faultyNames } from './endpoint-name.ts';
import { keysOf, mapping, wholeNumber } from './schema-parts.ts';
import { steps } from './steps/all.ts';
import { callbackSteps } from './steps/callbacks/all.ts';
import { faultSteps } from './steps/gateway/all.ts';

const { z } = zod;

const times = (description: string) => wholeNumber('how often, from 1', 1).optional().describe(description);

/** An entry of `attempts`. */
export const attempt = keysOf(steps, 'the steps of an attempt', 'at least one step').describe(
  'What happens on this attempt; the steps of one entry are taken together.',
);

/** An entry of `gateway`. */
export const gatewayStep = mapping(
  {
    on: z
      .string({ error: 'an endpoint' })
      .check(({ value, issues }) => {
        if (faultyNames.includes(endpointName(value))) return;
        issues.push({ code: 'invalid_value', values: [...faultyNames], input: value, message: 'an endpoint' });
      })
      .meta({
        description:
          "The endpoint by its path, or by its name on the wire without `.do`; `page`: the payment page; `acs`: the issuer's page. `processform` is the card being sent, by the page's script or by its form.",
      }),
    times: times(
      'How often this happens to the order, or to the merchant where the call names no order; else for ever.',
    ),
    do: keysOf(faultSteps, 'what goes wrong', 'at least one fault').describe('What goes wrong, taken together.'),
  },
  'a gateway step',
);

/** An entry of `callbacks`. */
export const callbackStep = mapping(
  {
    on: z
      .literal([...callbackOperations, 'any'], { error: 'an operation' })
      .describe('The operation that the callback tells of, or `any`.'),
    times: times('How often this happens to the order; else for ever.'),
    do: keysOf(callbackSteps, 'what goes wrong', 'at least one thing that goes wrong').describe(
      'What goes wrong, taken together.',
    ),
  },
  'a callback step',
);
