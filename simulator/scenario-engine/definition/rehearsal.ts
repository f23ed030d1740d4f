import { z } from 'zod';
import { acsActs, longestPayerWaitMs, type PayerHabits, reloadedPages } from '../../../client/customer/payer-habits.ts';
import { callbackParameterOperations } from '../../data/callback-parameters.ts';
import { callbackOperations } from '../../domain/callback.ts';
import { mapping, text, wholeNumber } from './schema-parts.ts';
import { durationSchema, fieldValue } from './setting-schema.ts';

const callbackFields = mapping(
  {
    operation: z.literal([...callbackOperations], { error: 'an operation' }),
    checksum: z.literal('wrong', { error: 'wrong' }).optional(),
    ...Object.fromEntries(
      ['orderNumber', 'status', ...Object.keys(callbackParameterOperations)].map((name) => [name, fieldValue]),
    ),
  },
  'an operation, redirect, or the fields of a callback',
);

const expectedCallback = z.union([z.literal([...callbackOperations, 'redirect']), callbackFields], {
  error: 'an operation, redirect, or the fields of a callback',
});

const amount = (field: string, about: string) =>
  wholeNumber('a whole number of minor units', 0)
    .optional()
    .describe(`${about}, in minor units: \`${field}\` of the status call.`);

const expect = mapping(
  {
    orderStatus: wholeNumber('an orderStatus from 0 to 8', 0)
      .max(8, { error: 'an orderStatus from 0 to 8' })
      .optional(),
    actionCode: z.int({ error: 'an action code' }).optional(),
    approved: amount('approvedAmount', 'What the bank approved'),
    deposited: amount('depositedAmount', 'What is captured and not refunded'),
    refunded: amount('refundedAmount', 'What is refunded'),
    chargeback: z
      .boolean({ error: 'true or false' })
      .optional()
      .describe("Whether the payer's bank has taken the money back."),
    payer: z
      .literal(['shop', 'page', 'acs', 'error-page', 'closed'], { error: 'a place' })
      .optional()
      .describe(
        "The place where the payer ends: at the shop, on the payment page, on the issuer's page, on an error page, or with a closed window.",
      ),
    callbacks: z
      .array(expectedCallback, { error: 'a list of callbacks' })
      .optional()
      .describe(
        'What the shop receives, in order: operations, or fields such as { operation: deposited, status: 1, amount: 1500000 }; `redirect` is the return of the payer. The order is of 1500000 minor units. A checksum must be right, unless `checksum: wrong` is expected.',
      ),
  },
  'the expected end',
).describe('How the order ends. `npm run demo` compares it.');

const wait = durationSchema(longestPayerWaitMs, 'a time such as 30s, 2m or 1h, at most a day').optional();

const card = 'a card number in quotes';
const cards = 'a list of card numbers in quotes';

const habit = (what: string) => z.boolean({ error: 'true or false' }).optional().describe(what);

/** What the payer does, in the words of `Payer` in code; in a file, a card is its number. */
const habits = {
  tries: wholeNumber('a number of tries from 0', 0)
    .optional()
    .describe('How often a card is sent; otherwise once for each entry of `attempts`.'),
  atAcs: z
    .literal([...acsActs], { error: 'what the payer does' })
    .optional()
    .describe("What the payer does on the issuer's page; otherwise `answer`, which types the code."),
  otp: text('a code in quotes')
    .optional()
    .describe("The code that the payer types on the issuer's page; otherwise the right one."),
  leavesPage: habit('The payer closes the payment page at once.'),
  opensAfter: wait.describe('How long after the registration the payer opens the payment page; otherwise at once.'),
  cards: z
    .array(z.string({ error: card }).regex(/^\d{12,19}$/, { error: card }), { error: cards })
    .min(1, { error: cards })
    .optional()
    .describe('The numbers of the cards, one for each try; the last one is used for all later tries.'),
  submitsTwice: habit('The payer clicks twice on Pay: the card is sent twice at once.'),
  closesWindow: habit("The payer closes the window after paying, before the shop's page opens."),
  paysAgain: habit('The payer goes back from the shop to the payment page, and sends the card once more.'),
  reloads: z
    .literal([...reloadedPages], { error: 'what is reloaded' })
    .optional()
    .describe('Which pages the payer reloads: those that are `broken`, up to three times, or `every` page once.'),
  answersAfter: wait.describe(
    "How long the payer looks at the issuer's page before answering; otherwise no time. After more than 20 minutes the time of the order is over.",
  ),
} satisfies { readonly [Habit in keyof PayerHabits]-?: z.ZodType<PayerHabits[Habit]> };

const payer = mapping(habits, 'what the payer does').describe('What the payer does in `npm run demo`.');

const phases = z
  .literal([1, 2], { error: '1 or 2' })
  .describe('How `npm run demo` registers the order: 1 takes the money at once, as by default; 2 holds it first.');

/** The parts of a scenario file about its rehearsal. */
export const rehearsalParts = { expect: expect.optional(), payer: payer.optional(), phases: phases.optional() };

type WrittenPayer = z.infer<typeof payer>;

/** The parts as written. */
type WrittenRehearsal = { readonly [Part in keyof typeof rehearsalParts]?: z.infer<(typeof rehearsalParts)[Part]> };

/** The expected end of an order. Only the given fields are compared. */
export type Expectation = Readonly<z.infer<typeof expect>>;

export type ExpectedCallback = z.infer<typeof expectedCallback>;

/** What the payer of the demonstration does. */
type PayerScript = PayerHabits & Required<Pick<PayerHabits, 'tries' | 'atAcs' | 'leavesPage'>>;

/** How the demonstration plays a scenario, and the end that it expects. Bank and gateway do not read it. */
export interface Rehearsal {
  readonly expect: Expectation;
  readonly payer: PayerScript;
  /** 2 holds the money first. */
  readonly phases: 1 | 2;
}

export const readRehearsal = (
  { expect = {}, payer = {}, phases = 1 }: WrittenRehearsal,
  attempts: number,
): Rehearsal => ({ expect, payer: readPayer(payer, attempts), phases });

const readPayer = (written: WrittenPayer, attempts: number): PayerScript => ({
  ...withoutDefaults(written),
  tries: written.tries ?? Math.max(attempts, written.cards?.length ?? 1),
  atAcs: written.atAcs ?? 'answer',
  leavesPage: written.leavesPage ?? false,
});

const withoutDefaults = (written: WrittenPayer): PayerHabits =>
  Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined && value !== false));
