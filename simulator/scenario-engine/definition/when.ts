import { z } from 'zod';
import { currencies } from '../../data/currencies.ts';
import { longestPattern, patternMistake } from '../../domain/read-pattern.ts';
import { check, mapping, wholeNumber } from './schema-parts.ts';

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

const isRange = ({ from, to }: { from?: number | undefined; to?: number | undefined }): boolean =>
  from === undefined || to === undefined ? from !== to : from <= to;

const pattern = (what: string) =>
  z
    .string({ error: 'a regular expression' })
    .refine((source) => patternMistake(source) === undefined, {
      error: ({ input }) => patternMistake(String(input)) ?? '',
    })
    .meta({
      description: `A regular expression that ${what} must match, without look-around and back-references.`,
      format: 'regex',
      maxLength: longestPattern,
    });

const cardExpected = 'a card number, its first digits, or 411111**1111, in quotes';

export const when = mapping(
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
  .describe('When this scenario is used without a request for it; all conditions must hold.');

/** Conditions of a scenario; all must hold. The texts from `orderNumber` to `description` are regular expressions. */
export type When = Readonly<z.infer<typeof when>>;

/** Both ends are included; a missing end is open. */
export type Range = Exclude<NonNullable<When['amount']>, number>;
