import { z } from 'zod';
import { currencies } from '../../data/currencies.ts';
import { check, filled, mapping, oneOf, says, wholeNumber, wordOf } from '../../files/schema-parts.ts';
import { longestPattern, patternMistake } from '../../text/read-pattern.ts';

const range = (least: number, unit: string) => {
  const expected = `${unit}, or a range { from, to }`;
  const end = wholeNumber(unit, least).optional();
  const ends = {
    from: end.describe('The least that fits. Default: any.'),
    to: end.describe('The most that fits. Default: any.'),
  };
  return z
    .union(
      [
        wholeNumber(expected, least),
        mapping(ends, expected)
          .refine(isRange, check('a range { from, to } whose from is not above its to'))
          .meta(filled()),
      ],
      { error: expected },
    )
    .meta(says(expected));
};

const isRange = ({ from, to }: { from?: number | undefined; to?: number | undefined }): boolean =>
  from === undefined || to === undefined ? from !== to : from <= to;

/** A currency by its letters, or by its digits. */
const currencyMeanings = Object.fromEntries(
  currencies.flatMap(({ alpha, numeric }) => [
    [alpha, `ISO 4217, by its letters: ${numeric}.`],
    [numeric, `ISO 4217, by its number: ${alpha}.`],
  ]),
);

const currencyExpected = 'a currency such as KZT or "398"';

const languageMeanings: Readonly<Record<'en' | 'ru' | 'kk', string>> = {
  en: 'English.',
  ru: 'Russian.',
  kk: 'Kazakh.',
};

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
      ...says('a regular expression'),
    });

const cardExpected = 'a card number, its first digits, or 411111**1111, in quotes';

export const when = mapping(
  {
    amount: range(0, 'a whole number of minor units').optional().describe('The amount in minor units.'),
    card: z
      .string({ error: cardExpected })
      .regex(/^(\d{1,19}|\d{6}\*+\d{4})$/, { error: cardExpected })
      .meta(says(cardExpected))
      .optional()
      .describe('The card: its first digits, its number, or its masked number.'),
    orderNumber: pattern('the order number').optional(),
    merchant: pattern("the merchant's login").optional(),
    clientId: pattern('the clientId').optional(),
    email: pattern("the payer's e-mail").optional(),
    description: pattern('the description').optional(),
    currency: oneOf(
      currencies.flatMap(({ alpha, numeric }) => [alpha, numeric]),
      currencyMeanings,
      currencyExpected,
    )
      .optional()
      .describe('The currency: three letters, or three digits in quotes.'),
    language: wordOf(languageMeanings, 'a language').optional().describe('The language of the order.'),
    attempt: range(1, 'the number of an attempt').optional().describe('Which attempt it is, from 1.'),
  },
  'conditions',
)
  .refine((conditions) => Object.keys(conditions).length > 0, check('at least one condition'))
  .meta(filled())
  .describe(
    'When this scenario is used without a request for it; all conditions must hold. Default: only if it is asked for by its name.',
  );

/** Conditions of a scenario; all must hold. The texts from `orderNumber` to `description` are regular expressions. */
export type When = Readonly<z.infer<typeof when>>;

/** Both ends are included; a missing end is open. */
export type Range = Exclude<NonNullable<When['amount']>, number>;
