import { type TestCard, testCards } from '../data/test-cards.ts';
import { maskPan } from '../domain/card.ts';
import { type EntryView, valuesOf } from '../inspection/journal/journal.ts';

/** Calls with the number of a card that pays, or that is looked at. */
export const cardCalls = /\/(?:payment[oO]rder|instantPayment|motoPayment|verifyCard|verifyEnrollment)\.do$/;

/** Parameters of card numbers and security codes, in capitals or not. */
export const isPan = (name: string): boolean => /^\$?pan$/i.test(name);
const isCode = (name: string): boolean => /^\$?cvc$/i.test(name);

/** The published card that a call has named, if the masked number that the journal keeps is that of one alone. */
export const testCardOfCall = (entry: EntryView): TestCard | undefined => {
  if (!cardCalls.test(entry.path)) return undefined;
  const name = Object.keys(entry.parameters).find(isPan);
  const [masked, ...others] = name === undefined ? [] : valuesOf(entry, name);
  if (masked === undefined || others.length > 0) return undefined;
  const [card, ...further] = testCards.filter(({ pan }) => sameMask(maskPan(pan), masked));
  return further.length === 0 ? card : undefined;
};

/** Masks differ in the number of their stars. */
const sameMask = (one: string, other: string): boolean => one.replace(/\*+/, '*') === other.replace(/\*+/, '*');

/** The value of a parameter that the journal does not keep, from the published card. */
export const cardValue = (name: string, { pan, cvc }: TestCard): string | undefined =>
  isPan(name) ? pan : isCode(name) ? cvc : undefined;

/** Whether these digits are a published card number, and so no secret. */
export const isPublished = (digits: string): boolean => testCards.some(({ pan }) => pan === digits);
