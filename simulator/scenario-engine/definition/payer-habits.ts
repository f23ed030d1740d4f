import { type ZodType, z } from 'zod';
import type { PayerHabits } from '../scenario.ts';

/** What of `payer` is about habits, as it is written. */
export type WrittenHabits = { readonly [Name in keyof PayerHabits]?: PayerHabits[Name] | undefined };

type Schemas = { readonly [Name in keyof PayerHabits]-?: ZodType<PayerHabits[Name]> };

const card = 'a card number in quotes';
const cards = 'a list of card numbers in quotes';

const habit = (about: string) => z.boolean({ error: 'true or false' }).optional().describe(about);

/** Keys of `payer` beside those that send the card and answer the issuer. */
export const payerHabits: Schemas = {
  cards: z
    .array(z.string({ error: card }).regex(/^\d{12,19}$/, { error: card }), { error: cards })
    .min(1, { error: cards })
    .optional()
    .describe('The numbers of the cards, one for each try; the last one stays.'),
  submitsTwice: habit('The payer clicks twice on Pay: the card is sent two times at once.'),
  closesWindow: habit("The payer closes the window after paying, before the shop's page opens."),
  paysAgain: habit('The payer goes back from the shop to the payment page, and sends the card once more.'),
  reloads: z
    .literal(['broken', 'every'], { error: 'what is reloaded' })
    .optional()
    .describe('Which pages the payer reloads: those that are `broken`, up to three times, or `every` page once.'),
};

/** The habits that are there. */
export const readHabits = ({ cards: numbers, reloads, ...others }: WrittenHabits): PayerHabits => ({
  ...(numbers && { cards: numbers }),
  ...(reloads && { reloads }),
  ...(others.submitsTwice && { submitsTwice: true }),
  ...(others.closesWindow && { closesWindow: true }),
  ...(others.paysAgain && { paysAgain: true }),
});

type Script = WrittenHabits & {
  readonly tries?: number | undefined;
  readonly atAcs?: string | undefined;
  readonly leavesPage?: boolean | undefined;
};

type Trait = readonly [name: string, has: (script: Script) => boolean];

const leavesPage: Trait = ['leavesPage', (script) => script.leavesPage === true];
const triesNothing: Trait = ['tries: 0', ({ tries }) => tries === 0];
const leavesIssuer: Trait = ['atAcs: leave', ({ atAcs }) => atAcs === 'leave'];
const comesTooLate: Trait = ['atAcs: answer-too-late', ({ atAcs }) => atAcs === 'answer-too-late'];
const submitsTwice: Trait = ['submitsTwice', (script) => script.submitsTwice === true];
const closesWindow: Trait = ['closesWindow', (script) => script.closesWindow === true];
const paysAgain: Trait = ['paysAgain', (script) => script.paysAgain === true];
const hasCards: Trait = ['cards', (script) => script.cards !== undefined];

const nobodyPays = 'who leaves the page does not pay';
const nothingIsSent = 'no card is sent';
const nobodyReturns = "who leaves the issuer's page does not come back";

const contradictions: readonly (readonly [one: Trait, other: Trait, because: string])[] = [
  ...[submitsTwice, closesWindow, paysAgain, hasCards, comesTooLate].flatMap((other) => [
    [leavesPage, other, nobodyPays] as const,
    [triesNothing, other, nothingIsSent] as const,
  ]),
  [leavesIssuer, closesWindow, nobodyReturns],
  [leavesIssuer, paysAgain, nobodyReturns],
  [closesWindow, paysAgain, 'nobody goes back in a window that is closed'],
];

/** Why what a payer does cannot go together; undefined where it can. */
export const contradictionInPayer = (script: Script): string | undefined => {
  for (const [[one, hasOne], [other, hasOther], because] of contradictions)
    if (hasOne(script) && hasOther(script)) return `${one} and ${other} contradict each other: ${because}`;
  const { tries, cards: numbers = [] } = script;
  if (tries !== undefined && numbers.length > tries)
    return `tries: ${tries} and ${numbers.length} cards contradict each other: each card is a try`;
  return undefined;
};
