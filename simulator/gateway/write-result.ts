import type { ResultStyle } from '../banks/bank.ts';
import { successTexts } from '../data/error-codes.ts';
import type { Language } from '../domain/order.ts';

type Write = (code: string, message: { readonly errorMessage?: string }) => object;

const writers: Readonly<Record<ResultStyle, Write>> = {
  absent: () => ({}),
  text: (errorCode, message) => ({ errorCode, ...message }),
  number: (code, message) => ({ errorCode: Number(code), ...message }),
  flagged: (errorCode, message) => ({ errorCode, ...message, error: errorCode !== '0' }),
  doubled: (code, message) => ({ errorCode: Number(code), errorCodeString: code, ...message, error: code !== '0' }),
};

/** What an answer says of how the call went, as the bank writes it. */
export const writeResult = (style: ResultStyle, code: string, errorMessage?: string): object =>
  writers[style](code, errorMessage === undefined ? {} : { errorMessage });

/** The result of a call that went well, with its text. */
export const writeSuccess = (style: ResultStyle, language: Language): object =>
  writeResult(style, '0', successTexts[language]);
