import { passesLuhn } from '../../simulator/domain/card.ts';

/** A run of 13 to 19 digits. Cards begin with 2 to 9, dates in milliseconds with 1. */
const runs = /(?<!\d)[2-9]\d{12,18}(?!\d)/g;

/** The first digits of each whole card number in a text. */
export const findCardNumbers = (text: string): readonly string[] =>
  [...text.matchAll(runs)].flatMap(([digits]) => (passesLuhn(digits) ? [digits.slice(0, 6)] : []));
