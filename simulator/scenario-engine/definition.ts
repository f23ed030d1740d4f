import * as zod from 'zod';
import { currencies } from '../data/currencies.ts';
import { endpointName, faultyNames } from './endpoint-name.ts';
import { payerHabits } from './payer-habits.ts';
import { type Range, scenarioParts } from './scenario.ts';
import type { Zod } from './step.ts';
import { steps } from './steps/all.ts';
import { faultSteps } from './steps/gateway/all.ts';

const { z } = zod;

/** A check that is left out where a key was wrong already: one mistake, one line. */
const check = (error: string) => ({ error, when: ({ issues }: { issues: readonly unknown[] }) => issues.length === 0 });

/** A mapping that takes no other keys. The text of its "unknown key" error is the list of known ones, for the suggestion. */
const mapping = <Shape extends zod.core.$ZodLooseShape>(shape: Shape, expected: string) =>
  z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? Object.keys(shape).join(' ') : expected),
  });

const wholeNumber = (expected: string, least: number) => z.int({ error: expected }).min(least, { error: expected });

const range = (least: number, unit: string) => {
  const expected = `${unit}, or a range { from, to }`;
  const end = wholeNumber(expected, least).optional();
  return z.union(
    [
      wholeNumber(expected, least),
      mapping({ from: end, to: end }, expected).refine(
        isRange,
        check('a range { from, to } whose from is not above its to'),
      ),
    ],
    { error: expected },
  );
};

const isRange = ({ from, to }: Range): boolean => (from === undefined || to === undefined ? from !== to : from <= to);

const pattern = (what: string) =>
  z
    .string({ error: 'a regular expression' })
    .refine(isPattern, { error: 'a regular expression' })
    .meta({ description: `A regular expression that ${what} must match.`, format: 'regex' });

const isPattern = (source: string): boolean => {
  try {
    new RegExp(source);
    return true;
  } catch {
    return false;
  }
};

const text = (expected: string) => z.string({ error: expected }).min(1, { error: expected });

const cardExpected = 'a card number, its first digits, or 411111**1111, in quotes';

const when = mapping(
  {
    amount: range(0, 'a whole number of minor units').optional().describe('The amount in minor units.'),
    card: z
      .string({ error: cardExpected })
      .regex(/^(\d{1,19}|\d{6}\*+\d{4})$/, { error: cardExpected })
      .optional()
      .describe('The card: its first digits, its number, or its masked number.'),
    orderNumber: pattern('the order number').optional(),
    merchant: pattern("the merchant's login").optional(),
    clientId: pattern('the clientId').optional(),
    email: pattern("the payer's e-mail").optional(),
    description: pattern('the description').optional(),
    currency: z
      .literal(
        currencies.flatMap(({ alpha, numeric }) => [alpha, numeric]),
        { error: 'a currency such as KZT or "398"' },
      )
      .optional()
      .describe('The currency: three letters, or three digits in quotes.'),
    language: z.literal(['en', 'ru', 'kk'], { error: 'a language' }).optional().describe('Language of the order.'),
    attempt: range(1, 'the number of an attempt').optional().describe('Which attempt it is, from 1.'),
  },
  'conditions',
)
  .refine((conditions) => Object.keys(conditions).length > 0, check('at least one condition'))
  .describe('When this scenario is used without being asked for; all conditions must hold.');

type Registry = Readonly<Record<string, { readonly schema: (z: Zod) => zod.ZodType }>>;

/** A mapping of the keys of a registry, at least one of them. */
const keysOf = (registry: Registry, expected: string, least: string) =>
  mapping(
    Object.fromEntries(Object.entries(registry).map(([name, step]) => [name, step.schema(zod).optional()])),
    expected,
  ).refine((entry) => Object.keys(entry).length > 0, check(least));

const attempt = keysOf(steps, 'the steps of an attempt', 'at least one step').describe(
  'What happens on this attempt; the steps of one entry are taken together.',
);

const gatewayStep = mapping(
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
    times: wholeNumber('how often, from 1', 1)
      .optional()
      .describe(
        'How often this happens to the order, or to the merchant where the call names no order; else for ever.',
      ),
    do: keysOf(faultSteps, 'what goes wrong', 'at least one fault').describe('What goes wrong, taken together.'),
  },
  'a gateway step',
);

const expectation = mapping(
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
  },
  'the expected end',
).describe('How the order ends. `npm run demo` compares it.');

const payer = mapping(
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
    ...payerHabits(zod),
  },
  'what the payer does',
).describe('What the payer does in `npm run demo`.');

/** A list of steps of one part. */
const listOf = <Step extends zod.ZodType>(step: Step, expected: string, least: string) =>
  z.array(step, { error: expected }).min(1, { error: least });

/** The one definition of a scenario file: it checks files, and the published JSON Schema is made from it. */
export const scenarioDefinition = mapping(
  {
    $schema: text('the path of a schema').optional(),
    about: text('one or two sentences').optional().describe('What happens.'),
    shop: text('one or two sentences').optional().describe('What a shop should do about it.'),
    when: when.optional(),
    attempts: listOf(attempt, 'a list of attempts', 'at least one attempt')
      .optional()
      .describe('One entry for each attempt to pay; the last one holds for all later attempts.'),
    gateway: listOf(gatewayStep, 'a list of gateway steps', 'at least one gateway step')
      .optional()
      .describe('What goes wrong between the gateway and its callers; the first entry that fits a call speaks.'),
    expect: expectation.optional(),
    payer: payer.optional(),
  },
  'a scenario',
)
  .refine((body) => scenarioParts.some((part) => body[part] !== undefined), check('attempts or gateway'))
  .meta({ title: 'tillbox scenario', description: 'What happens to the payment of an order.' });
