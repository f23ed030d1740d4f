import { z } from 'zod';
import { endpointMeanings } from '../../data/endpoint-meanings.ts';
import type { ActMoment } from '../../domain/orders/bank-act.ts';
import { besides, mapping, says, wholeNumber, wordOf } from '../../files/schema-parts.ts';
import { attemptSteps } from '../steps/attempt-steps.ts';
import { callbackSteps } from '../steps/callback-steps.ts';
import { gatewaySteps } from '../steps/gateway-steps.ts';
import { laterSteps } from '../steps/later-steps.ts';
import { endpointName, gatewayNames } from './endpoint-name.ts';
import { operationMeanings } from './operation-meanings.ts';
import { durationSchema, entryOf, keysOf } from './setting-schema.ts';

const times = (description: string) => wholeNumber('how often, from 1', 1).optional().describe(description);

const operation = wordOf({ ...operationMeanings, any: 'Each callback.' }, 'an operation');

export const attempt = keysOf(attemptSteps, 'the steps of an attempt', 'at least one step').describe(
  'What happens on this attempt; the steps of one entry are combined.',
);

const endpointExpected = 'an endpoint, by its name or its path';

const gatewayEntry = mapping(
  {
    on: z
      .string({ error: 'an endpoint' })
      .check(({ value, issues }) => {
        if (gatewayNames.includes(endpointName(value))) return;
        issues.push({ code: 'invalid_value', values: [...gatewayNames], input: value, message: 'an endpoint' });
      })
      .meta({
        ...besides(endpointMeanings, endpointExpected),
        pattern: `^/?(rest/)?(${gatewayNames.join('|')})(\\.do)?$`,
        ...says(endpointExpected),
      })
      .describe('The call or page: its name, or its path such as `rest/register.do`.'),
    times: times(
      'How often this happens to the order, or to the merchant if the call registers an order or is about none. Default: always.',
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
    on: operation.describe('The operation of the callback, or `any`.'),
    times: times('How often this happens to the order. Default: always.'),
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

const momentMeanings: Readonly<Record<ActMoment, string>> = {
  registered: 'The order is registered; the scenario must be chosen at the registration already.',
  'at-acs': "The payer comes to the issuer's page.",
  paid: 'The money is held or taken.',
};

const yearMs = 366 * 86_400_000;

const laterEntry = mapping(
  {
    after: durationSchema(yearMs, 'a time such as 30s, 20m, 2h or 45d, at most 366 days').describe(
      "When it happens, by the merchant's clock.",
    ),
    since: wordOf(momentMeanings, 'a moment')
      .optional()
      .describe('The moment from which the time counts. Default: `registered` for `expire`, `paid` for the rest.'),
    do: keysOf(laterSteps, 'what the bank does', 'what the bank does', 1).describe(
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
