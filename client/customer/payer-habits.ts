import { type Check, type Checks, fields } from '../options/check.ts';
import { listOf, oneOf, secret, text, textOr, trueOrFalse, value, wholeNumber } from '../options/checks.ts';
import { type Duration, durationPattern, meantTime, milliseconds } from '../options/duration.ts';

/** A card as a customer reads it off the plastic. */
export interface Card {
  readonly pan: string;
  /** MM/YY or MM/YYYY. */
  readonly expiry: string;
  readonly cvc: string;
  readonly holder: string;
}

/** The acts of the payer on the issuer's page: types the code, presses pass, fail or cancel, or leaves. */
export const acsActs = ['answer', 'pass', 'fail', 'cancel', 'leave'] as const;

/** The pages that the payer reloads: those that are `broken`, up to three times, or `every` page once. */
export const reloadedPages = ['broken', 'every'] as const;

/** What a payer does: the words of the `payer` of a scenario file, and of `Payer` in code. */
export interface PayerHabits {
  /** How often a card is submitted when the page comes back with a decline. Default: one, or the number of `cards`. */
  readonly tries?: number;
  /** One card for each try, or its number; the last one stays for the tries that follow. */
  readonly cards?: readonly (string | Partial<Card>)[];
  /** The code typed on the issuer's page. Default 123456. */
  readonly otp?: string;
  /** The action on the issuer's page: type the code, press pass, fail or cancel, or leave. Default `answer`. */
  readonly atAcs?: (typeof acsActs)[number];
  /** Wait before opening the payment page, `2m`. Default: none. */
  readonly opensAfter?: Duration;
  /** Wait on the issuer's page before the action: longer than the life of the order, the code is late. Default: none. */
  readonly answersAfter?: Duration;
  /** Open the payment page and leave it. */
  readonly leavesPage?: boolean;
  /** Press Pay twice: the card is sent two times at once, and the second answer is shown. */
  readonly submitsTwice?: boolean;
  /** Close the window after paying, before the shop's page opens: the browser never requests the `returnUrl`. */
  readonly closesWindow?: boolean;
  /** From the shop go back to the payment page, and submit the same card once more. */
  readonly paysAgain?: boolean;
  /**
   * Reload pages, which repeats a submitted form. `broken`: up to three times a page that does not
   * arrive or is not recognised; `every`: each page once. Default: none.
   */
  readonly reloads?: (typeof reloadedPages)[number];
}

/** The longest wait of a payer, in milliseconds: a day. */
export const longestPayerWaitMs = 86_400_000;

const time: Check<Duration> = value(
  'a time such as 30s, 2m or 1h, at most a day',
  (given) => typeof given === 'string' && durationPattern.test(given) && milliseconds(given) <= longestPayerWaitMs,
);

const wait: Check<Duration> = {
  ...time,
  mistakeIn: (given) => {
    const mistake = time.mistakeIn(given);
    const meant = meantTime(given, longestPayerWaitMs);
    return mistake && meant !== undefined ? { ...mistake, says: `${mistake.says}; did you mean ${meant}?` } : mistake;
  },
};

export const cardNoun = { noun: 'card field' } as const;

export const cardChecks = { pan: secret, expiry: text, cvc: secret, holder: text } satisfies Checks<Card>;

/** A card, or its number. */
export const card: Check<string | Partial<Card>> = textOr(secret, fields<Partial<Card>>(cardNoun)(cardChecks));

export const habitChecks = {
  tries: wholeNumber(0, 1_000),
  cards: listOf(card),
  otp: secret,
  atAcs: oneOf(...acsActs),
  opensAfter: wait,
  answersAfter: wait,
  leavesPage: trueOrFalse,
  submitsTwice: trueOrFalse,
  closesWindow: trueOrFalse,
  paysAgain: trueOrFalse,
  reloads: oneOf(...reloadedPages),
} satisfies Checks<PayerHabits>;
