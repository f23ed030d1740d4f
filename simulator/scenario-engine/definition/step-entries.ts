import { z } from 'zod';
import { actMoments } from '../../domain/bank-act.ts';
import { callbackOperations } from '../../domain/callback.ts';
import { attemptSteps } from '../steps/attempt-steps.ts';
import { callbackSteps } from '../steps/callback-steps.ts';
import { gatewaySteps } from '../steps/gateway-steps.ts';
import { laterSteps } from '../steps/later-steps.ts';
import { endpointName, gatewayNames } from './endpoint-name.ts';
import { mapping, wholeNumber } from './schema-parts.ts';
import { durationSchema, entryOf, keysOf } from './setting-schema.ts';

const times = (description: string) => wholeNumber('how often, from 1', 1).optional().describe(description);

export const attempt = keysOf(attemptSteps, 'the steps of an attempt', 'at least one step').describe(
  'What happens on this attempt; the steps of one entry are combined.',
);

const gatewayEntry = mapping(
  {
    on: z
      .string({ error: 'an endpoint' })
      .check(({ value, issues }) => {
        if (gatewayNames.includes(endpointName(value))) return;
        issues.push({ code: 'invalid_value', values: [...gatewayNames], input: value, message: 'an endpoint' });
      })
      .meta({
        description:
          "The endpoint by its path, or by its name on the wire without `.do`; `page`: the payment page; `acs`: the issuer's page. `processform`: the submission of the card, by the page's script or its form.",
      }),
    times: times(
      'How often this happens to the order, or to the merchant if the call names no order; otherwise always.',
    ),
    do: keysOf(gatewaySteps, 'what goes wrong', 'at least one fault').describe(
      'What goes wrong; several keys are combined.',
    ),
  },
  'a gateway step',
);

export const gatewayStep = entryOf(gatewayEntry, {
  table: gatewaySteps,
  expected: 'a gateway step',
  around: (step) => `{ on: register, do: ${step} }`,
});

const callbackEntry = mapping(
  {
    on: z
      .literal([...callbackOperations, 'any'], { error: 'an operation' })
      .describe('The operation of the callback, or `any`.'),
    times: times('How often this happens to the order; otherwise always.'),
    do: keysOf(callbackSteps, 'what goes wrong', 'at least one thing that goes wrong').describe(
      'What goes wrong; several keys are combined.',
    ),
  },
  'a callback step',
);

export const callbackStep = entryOf(callbackEntry, {
  table: callbackSteps,
  expected: 'a callback step',
  around: (step) => `{ on: deposited, do: ${step} }`,
});

const yearMs = 366 * 86_400_000;

const laterEntry = mapping(
  {
    after: durationSchema(yearMs, 'a time such as 30s, 20m, 2h or 45d, at most 366 days').describe(
      "When it happens, by the merchant's clock.",
    ),
    since: z
      .literal([...actMoments], { error: 'a moment' })
      .optional()
      .describe(
        "The moment from which the time counts: the order is registered, the payer comes to the issuer's page, or the money is held or taken. By default `registered` for expire, `paid` for the rest. `registered` has an effect only if the scenario is chosen at the registration already.",
      ),
    do: keysOf(laterSteps, 'what the bank does', 'what the bank does').describe(
      "What the bank does. If the order's state does not allow it, the order's timeline says so.",
    ),
  },
  'a later step',
);

export const laterStep = entryOf(laterEntry, {
  table: laterSteps,
  expected: 'a later step',
  around: (step) => `{ after: 30m, do: ${step} }`,
});
