import { WrongUse } from '../gateway/gateway-errors.ts';

/** A card as a customer reads it off the plastic. */
export interface Card {
  readonly pan: string;
  /** MM/YY or MM/YYYY. */
  readonly expiry: string;
  readonly cvc: string;
  readonly holder: string;
}

/** The published card that asks for a one-time code. Source: BPC sandbox documentation, test cards. */
export const challengeCard: Card = { pan: '5555555555555599', expiry: '12/34', cvc: '123', holder: 'TEST CARDHOLDER' };

/** The behaviour of the customer. Absent card fields are those of the challenge card. */
export interface PayerOptions {
  readonly card?: Partial<Card>;
  /** One card for each try; the last one stays for the tries that follow. */
  readonly cards?: readonly Partial<Card>[];
  /** How often a card is submitted when the page comes back with a decline. Default: one, or the number of `cards`. */
  readonly tries?: number;
  /** The code typed on the issuer's page. Default 123456. */
  readonly otp?: string;
  /** The action on the issuer's page: type the code, press pass, fail or cancel, or leave. Default `answer`. */
  readonly atAcs?: 'answer' | 'pass' | 'fail' | 'cancel' | 'leave';
  /** Awaited on the issuer's page before the action: if it advances the clock, the code is late. */
  readonly beforeAnswer?: () => Promise<void>;
  /** Open the payment page and leave it. */
  readonly leavePage?: boolean;
  /** Press Pay twice: the card is sent two times at once, and the second answer is shown. */
  readonly submitTwice?: boolean;
  /** Close the window after paying, before the shop's page opens: the browser never requests the `returnUrl`. */
  readonly closeWindow?: boolean;
  /** From the shop go back to the payment page, and submit the same card once more. */
  readonly payAgain?: boolean;
  /**
   * Reload pages, which repeats a submitted form. `broken`: up to three times a page that does not
   * arrive or is not recognised; `every`: each page once. Default: none.
   */
  readonly reload?: 'broken' | 'every';
  readonly email?: string;
  /** Pay with this stored card, which the page must offer; only its security code is typed. */
  readonly bindingId?: string;
  /** Tick the box that stores the card. */
  readonly saveCard?: boolean;
  /** A value of the sandbox panel on the page. */
  readonly outcome?: string;
  /** Open the shop's page at the end. */
  readonly visitShop?: boolean;
  /** Per page. Default 30 000. */
  readonly timeoutMs?: number;
  readonly fetch?: typeof fetch;
}

/** The card of a try, counted from 0, with its expiry as the page wants it. */
export const cardForTry = (options: PayerOptions, tryIndex: number): Card => {
  const own = options.cards?.[Math.min(tryIndex, options.cards.length - 1)];
  const card = { ...challengeCard, ...options.card, ...own };
  return { ...card, expiry: shortExpiry(card.expiry) };
};

/** How many times a card is submitted at most. */
export const triesOf = (options: PayerOptions): number => options.tries ?? options.cards?.length ?? 1;

/** MM/YY. @throws WrongUse for anything but MM/YY or MM/YYYY. */
export const shortExpiry = (expiry: string): string => {
  const [, month, year] = /^\s*(\d{1,2})\s*\/\s*(?:\d{2})?(\d{2})\s*$/.exec(expiry) ?? [];
  if (month && year) return `${month.padStart(2, '0')}/${year}`;
  throw new WrongUse(`a card's expiry is MM/YY or MM/YYYY; got "${expiry}"`);
};
