import { successTexts } from '../data/error-codes.ts';
import type { Language } from '../domain/order.ts';

/** Answer of a management call that went well. Documentation samples print a number 0; recorded answers and clients have the text. */
export const success = (language: Language): object => ({ errorCode: '0', errorMessage: successTexts[language] });
