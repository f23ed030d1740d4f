import { z } from 'zod';
import { callbackParameterOperations } from '../../data/callback-parameters.ts';
import { callbackOperations } from '../../domain/callback.ts';
import { payerHabits } from './payer-habits.ts';
import { mapping, text, wholeNumber } from './schema-parts.ts';
import { durationSchema } from './setting-schema.ts';

const fieldValue = z.union([z.string(), z.int()], { error: 'a text or a whole number' }).optional();

/** The fields that a callback must have. */
const fields = mapping(
  {
    operation: z.literal([...callbackOperations], { error: 'an operation' }),
    checksum: z.literal('wrong', { error: 'wrong' }).optional(),
    ...Object.fromEntries(
      ['orderNumber', 'status', ...Object.keys(callbackParameterOperations)].map((name) => [name, fieldValue]),
    ),
  },
  'an operation, redirect, or the fields of a callback',
);

const heard = z.union([z.literal([...callbackOperations, 'redirect']), fields], {
  error: 'an operation, redirect, or the fields of a callback',
});

/** The `expect` of a scenario. */
export const expectation = mapping(
  {
    orderStatus: wholeNumber('an orderStatus from 0 to 8', 0)
      .max(8, { error: 'an orderStatus from 0 to 8' })
      .optional(),
    actionCode: z.int({ error: 'an action code' }).optional(),
    payer: z
      .literal(['shop', 'page', 'acs', 'error-page', 'closed'], { error: 'a place' })
      .optional()
      .describe(
        "Where the payer is left: at the shop, on the payment page, on the issuer's page, before an error, or with a closed window.",
      ),
    callbacks: z
      .array(heard, { error: 'a list of what the shop hears' })
      .optional()
      .describe(
        'What the shop hears, in order: operations, or fields such as { operation: deposited, amount: 1 }; `redirect` is the payer who comes back.',
      ),
  },
  'the expected end',
).describe('How the order ends. `npm run demo` compares it.');

const longestWaitMs = 86_400_000;

const wait = durationSchema(longestWaitMs, 'a time such as 30s, 2m or 1h, at most a day').optional();

/** The `payer` of a scenario. */
export const payer = mapping(
  {
    tries: wholeNumber('a number of tries from 0', 0)
      .optional()
      .describe('How often a card is sent; otherwise once for each entry of `attempts`.'),
    atAcs: z
      .literal(['answer', 'cancel', 'leave', 'answer-too-late'], { error: 'what the payer does' })
      .optional()
      .describe(
        "What the payer does on the issuer's page; `answer-too-late`: types the code when the time of the order is over; otherwise `answer`.",
      ),
    otp: text('a code in quotes').optional().describe("What is typed on the issuer's page instead of the right code."),
    leavesPage: z.boolean({ error: 'true or false' }).optional().describe('The payer closes the payment page at once.'),
    opensAfter: wait.describe('How long after the registration the payer opens the payment page; otherwise at once.'),
    ...payerHabits,
    answersAfter: wait.describe("How long the payer looks at the issuer's page before answering; otherwise no time."),
  },
  'what the payer does',
).describe('What the payer does in `npm run demo`.');

/** The `phases` of a scenario. */
export const phases = z
  .literal([1, 2], { error: '1 or 2' })
  .describe('How `npm run demo` registers the order: 1 takes the money at once, as by default; 2 holds it first.');
