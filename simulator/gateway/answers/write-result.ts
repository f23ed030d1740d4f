import type { ResultStyle } from '../../banks/bank.ts';
import type { AnswerShape, AnswerTable } from '../../data/answer-table.ts';
import { successText } from '../../data/error-codes.ts';
import type { PageLanguage } from '../../domain/page-language.ts';

type Write = (code: string, message: { readonly errorMessage?: string }) => object;

const writers: Readonly<Record<ResultStyle, Write>> = {
  absent: () => ({}),
  text: (errorCode, message) => ({ errorCode, ...message }),
  number: (code, message) => ({ errorCode: Number(code), ...message }),
  flagged: (errorCode, message) => ({ errorCode, ...message, error: errorCode !== '0' }),
  doubled: (code, message) => ({ errorCode: Number(code), errorCodeString: code, ...message, error: code !== '0' }),
};

/** The result of a call, as the bank writes it. */
export const writeResult = (style: ResultStyle, code: string, errorMessage?: string): object =>
  writers[style](code, errorMessage === undefined ? {} : { errorMessage });

/** The result of a call that went well, with its text. */
export const writeSuccess = (style: ResultStyle, language: PageLanguage): object =>
  writeResult(style, '0', successText(language));

const errorCodeText = { kind: 'text', values: ['0'] } as const;
const errorCodeNumber = { kind: 'number', values: [0] } as const;
const error = { kind: 'flag', values: [false] } as const;

/** The fields of `writeResult` after a success. */
const resultRows: Readonly<Record<ResultStyle, AnswerTable>> = {
  absent: {},
  text: { errorCode: errorCodeText },
  number: { errorCode: errorCodeNumber },
  flagged: { errorCode: errorCodeText, error },
  doubled: { errorCode: errorCodeNumber, errorCodeString: errorCodeText, error },
};

export const resultFields = (style: ResultStyle, extent?: 'with-message'): AnswerTable => ({
  ...resultRows[style],
  ...(extent && { errorMessage: { kind: 'text' } }),
});

/** A call that answers with its result alone. */
export const doneShape = (style: ResultStyle): AnswerShape => ({
  name: style === 'text' ? 'Done' : `Done${style.charAt(0).toUpperCase()}${style.slice(1)}`,
  fields: resultFields(style, 'with-message'),
});
