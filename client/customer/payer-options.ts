import { sharedOptions, type Wait } from '../gateway/client-options.ts';
import { WrongUse } from '../gateway/gateway-errors.ts';
import { fields } from '../options/check.ts';
import { text, trueOrFalse } from '../options/checks.ts';
import { given } from '../options/given.ts';
import { type Card, card, habitChecks, type PayerHabits } from './payer-habits.ts';

/** The published card that asks for a one-time code. Source: BPC sandbox documentation, test cards. */
export const challengeCard: Card = { pan: '5555555555555599', expiry: '12/34', cvc: '123', holder: 'TEST CARDHOLDER' };

/** The behaviour of the customer. Absent card fields are those of the challenge card. */
export interface PayerOptions extends PayerHabits {
  /** The card of every try, or its number. */
  readonly card?: string | Partial<Card>;
  readonly email?: string;
  /** Pay with this stored card, by its id or the last four digits of its number; the page must offer it, and only its security code is typed. */
  readonly bindingId?: string;
  /** Tick the box that stores the card. */
  readonly savesCard?: boolean;
  /** A value of the sandbox panel on the page. */
  readonly outcome?: string;
  /** Open the shop's page at the end. */
  readonly visitsShop?: boolean;
  /** Replaces the waits of `opensAfter` and `answersAfter`: for a simulator, move its clock. */
  readonly wait?: Wait;
  /** Per page. Default 30 000. */
  readonly timeoutMs?: number;
  /** Sends every request. Without it, `http://localhost` is asked by `node:http`, which is faster, and any other by `fetch`. */
  readonly fetch?: typeof fetch;
}

export const payerOptions = fields<PayerOptions>()({
  ...sharedOptions,
  ...habitChecks,
  card,
  email: text,
  bindingId: text,
  savesCard: trueOrFalse,
  outcome: text,
  visitsShop: trueOrFalse,
});

/** The card of a try, counted from 0, with its expiry as the page wants it. */
export const cardForTry = (options: PayerOptions, tryIndex: number): Card => {
  const own = options.cards?.[Math.min(tryIndex, options.cards.length - 1)];
  const tried = { ...challengeCard, ...fieldsOf(options.card), ...fieldsOf(own) };
  return { ...tried, expiry: shortExpiry(tried.expiry) };
};

const fieldsOf = (card: string | Partial<Card> = {}): Partial<Card> =>
  typeof card === 'string' ? { pan: card } : given(card);

/** How many times a card is submitted at most. */
export const triesOf = (options: PayerOptions): number => options.tries ?? options.cards?.length ?? 1;

/** MM/YY. @throws WrongUse for anything but MM/YY or MM/YYYY. */
export const shortExpiry = (expiry: string): string => {
  const [, month, year] = /^\s*(\d{1,2})\s*\/\s*(?:\d{2})?(\d{2})\s*$/.exec(expiry) ?? [];
  if (month && year) return `${month.padStart(2, '0')}/${year}`;
  throw new WrongUse(`a card's expiry is MM/YY or MM/YYYY; got "${expiry}"`);
};
