import { type TestCard, testCards } from '../../../simulator/data/test-cards.ts';

/** A card as calls and pages want it. */
export interface DriftCard {
  readonly pan: string;
  /** YYYYMM. */
  readonly expiry: string;
  readonly cvc: string;
}

/** The card of a bank that has test cards of its own. Sources: the rows of the test cards. */
const ownCards: Readonly<Record<string, string>> = { sber: '4279380620378929', satim: '6280581110007215' };

/** The card of the other banks: approved without 3-D Secure. BPC prints a date that passes; a client of DSK has this one. */
const usual: DriftCard = { pan: '4444555511113333', expiry: '203412', cvc: '123' };

/** The published test card of a bank that paymentorder.do can take. */
export const testCardOf = (bank: string): DriftCard => {
  const own = testCards.find(({ pan }) => pan === ownCards[bank]);
  return own ? cardOf(own) : usual;
};

const cardOf = ({ pan, expiry, cvc }: TestCard): DriftCard => ({ pan, expiry, cvc });
