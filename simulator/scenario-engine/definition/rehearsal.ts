import { z } from 'zod';
import {
  type acsActs,
  longestPayerWaitMs,
  type PayerHabits,
  type reloadedPages,
} from '../../../client/customer/payer-habits.ts';
import { callbackParameterOperations } from '../../data/callback-parameters.ts';
import { mapping, oneOf, says, text, trueOrFalse, wholeNumber, wordOf } from '../../files/schema-parts.ts';
import { operationMeanings } from './operation-meanings.ts';
import { callbackFields, durationSchema } from './setting-schema.ts';

const callbackExpected = 'an operation, redirect, or the fields of a callback';

const operation = wordOf(operationMeanings, 'an operation');

const fieldsOfCallback = mapping(
  {
    operation: operation.describe('The operation of the callback.'),
    checksum: wordOf({ wrong: 'The checksum, or the signature of the token, does not fit.' }, 'wrong')
      .optional()
      .describe('The checksum must be wrong. Default: it must be right.'),
    ...callbackFields(['orderNumber', 'status', ...Object.keys(callbackParameterOperations)]),
  },
  callbackExpected,
);

const event = wordOf(
  { ...operationMeanings, redirect: 'The payer returns to the shop. It counts only if the list names it.' },
  callbackExpected,
);

const expectedCallback = z.union([event, fieldsOfCallback], { error: callbackExpected });

const amount = (field: string, about: string) =>
  wholeNumber('a whole number of minor units', 0)
    .optional()
    .describe(`${about}, in minor units: \`${field}\` of the status call. Default: not compared.`);

const placeMeanings: Readonly<Record<'shop' | 'page' | 'acs' | 'error-page' | 'closed', string>> = {
  shop: 'Back at the shop.',
  page: 'On the payment page.',
  acs: "On the issuer's page.",
  'error-page': 'In front of an error page.',
  closed: 'With a closed window.',
};

const expect = mapping(
  {
    orderStatus: wholeNumber('an orderStatus from 0 to 8', 0, 8)
      .optional()
      .describe('`orderStatus` of the status call: 2 is paid, 6 declined for good. Default: not compared.'),
    actionCode: z
      .int({ error: 'an action code' })
      .meta(says('an action code'))
      .optional()
      .describe('`actionCode` of the status call: 0 is approved, -100 no attempt yet. Default: not compared.'),
    approved: amount('approvedAmount', 'What the bank approved'),
    deposited: amount('depositedAmount', 'What is captured and not refunded'),
    refunded: amount('refundedAmount', 'What is refunded'),
    chargeback: trueOrFalse
      .optional()
      .describe("Whether the payer's bank has taken the money back. Default: not compared."),
    payer: wordOf(placeMeanings, 'a place').optional().describe('Where the payer ends. Default: not compared.'),
    callbacks: z
      .array(expectedCallback, { error: 'a list of callbacks' })
      .meta(says('a list of callbacks'))
      .optional()
      .describe('All callbacks that the shop receives, in order: an operation, or its fields. Default: not compared.'),
  },
  'the expected end',
).describe('How the order ends, for `scenarios try` and `demo`, which compare it. Default: nothing is compared.');

const wait = durationSchema(longestPayerWaitMs, 'a time such as 30s, 2m or 1h, at most a day').optional();

const atAcsMeanings: Readonly<Record<(typeof acsActs)[number], string>> = {
  answer: 'Types the code.',
  pass: 'Presses Success.',
  fail: 'Presses Fail.',
  cancel: 'Presses Cancel.',
  leave: 'Leaves, and does not come back.',
};

const reloadMeanings: Readonly<Record<(typeof reloadedPages)[number], string>> = {
  broken: 'Each page that does not arrive or cannot be read, up to three times.',
  every: 'Each page once.',
};

const card = 'a card number in quotes';
const cards = 'a list of card numbers in quotes';

const habit = (what: string) => trueOrFalse.optional().describe(`${what} Default: false.`);

/** What the payer does, in the words of `Payer` in code; in a file, a card is its number. */
const habits = {
  tries: wholeNumber('a number of tries from 0', 0)
    .optional()
    .describe('How often a card is sent. Default: once for each entry of `attempts`, or for each of `cards`.'),
  atAcs: wordOf(atAcsMeanings, 'what the payer does')
    .optional()
    .describe("What the payer does on the issuer's page. Default: answer."),
  otp: text('a code in quotes')
    .optional()
    .describe("The code that the payer types on the issuer's page. Default: the right one, 123456."),
  leavesPage: habit('The payer closes the payment page at once.'),
  opensAfter: wait.describe('How long after the registration the payer opens the payment page. Default: at once.'),
  cards: z
    .array(
      z
        .string({ error: card })
        .regex(/^\d{12,19}$/, { error: card })
        .meta(says(card)),
      { error: cards },
    )
    .min(1, { error: cards })
    .meta(says(cards))
    .optional()
    .describe(
      'The numbers of the cards, one for each try; the last one is used for all later tries. Default: 4444555511113333, which needs no 3-D Secure.',
    ),
  submitsTwice: habit('The payer clicks twice on Pay: the card is sent twice at once.'),
  closesWindow: habit("The payer closes the window after paying, before the shop's page opens."),
  paysAgain: habit('The payer goes back from the shop to the payment page, and sends the card once more.'),
  reloads: wordOf(reloadMeanings, 'what is reloaded')
    .optional()
    .describe('The pages that the payer reloads. Default: none.'),
  answersAfter: wait.describe(
    "How long the payer looks at the issuer's page before answering; after 20 minutes, the time of the order is over. Default: no time.",
  ),
} satisfies { readonly [Habit in keyof PayerHabits]-?: z.ZodType<PayerHabits[Habit]> };

const payer = mapping(habits, 'what the payer does').describe(
  'What the payer of `scenarios try` and `demo` does; your payers do as they like. Default: pays once, at once.',
);

const phases = oneOf(
  [1, 2],
  { 1: 'register.do: the money is taken at once.', 2: 'registerPreAuth.do: the money is held first.' },
  '1 or 2',
).describe('The call by which `scenarios try` and `demo` register the order. Default: 1.');

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
