import { number, text } from './answers.ts';

/** A refusal: the type and the place of the code differ from call to call. Source: BPC REST documentation. */
export interface Refusal {
  /** As the client reports it. */
  readonly errorCode: string;
  /** Continues "the shop asks ..., ". */
  readonly words: string;
  readonly answer: object;
}

const message = text('^.+$', 'The gateway says no');
const nested = (code: unknown) => ({ code, description: message, message });

/** Calls about orders and stored cards: a text. */
export const byText = (errorCode: string, more: object = {}): Refusal => ({
  errorCode,
  words: `refused with the text ${errorCode}`,
  answer: { errorCode, errorMessage: message, ...more },
});

/** The same if banks choose between codes; the first is that of the example. */
const byOneOf = (codes: readonly [string, ...string[]], more: object = {}): Refusal => ({
  errorCode: codes[0],
  words: `refused with the text ${codes.join(' or ')}`,
  answer: { errorCode: text(`^(${codes.join('|')})$`, codes[0]), errorMessage: message, ...more },
});

/** The same as a number. */
const byNumberOf = (codes: readonly [number, ...number[]], more: object = {}): Refusal => ({
  errorCode: String(codes[0]),
  words: `refused with the number ${codes.join(' or ')}`,
  answer: { errorCode: number(`^(${codes.join('|')})$`, codes[0]), errorMessage: message, ...more },
});

/** The old status call. */
export const inLegacySpelling = (errorCode: string): Refusal => ({
  errorCode,
  words: `refused with the text ${errorCode}`,
  answer: { ErrorCode: errorCode, ErrorMessage: message },
});

/** Raw refunds, instalments and the like: a number. */
export const byNumber = (errorCode: number, more: object = {}): Refusal => ({
  errorCode: String(errorCode),
  words: `refused with the number ${errorCode}`,
  answer: { errorCode, errorMessage: message, ...more },
});

/** Calls that pay a registered order: a number, and the message twice. */
export const ofPayment = (errorCode: number): Refusal => byNumber(errorCode, { error: message, is3DSVer2: false });

/** recurrentPayment.do: the code is a text inside of `error`. */
export const ofCharge = (code: string): Refusal => ({
  errorCode: code,
  words: `refused with the text ${code} in error`,
  answer: { success: false, error: nested(code) },
});

/** Wallets: the code is a number inside of `error`. */
export const ofWallet = (code: number): Refusal => ({
  errorCode: String(code),
  words: `refused with the number ${code} in error`,
  answer: { success: false, error: nested(code) },
});

/** Recurring tasks and templates: `status` is FAIL too. */
export const byStatus = (code: string): Refusal => ({
  errorCode: code,
  words: `failed with the text ${code} in error`,
  answer: { status: 'FAIL', error: nested(code) },
});

/** How a call refuses: with the code, or with one of several if banks choose; the first is that of the example. */
export type Refuse = (code: string, ...others: readonly string[]) => Refusal;

/** `byText` or `byOneOf`. */
export const inText =
  (more: object = {}): Refuse =>
  (code, ...others) =>
    others.length === 0 ? byText(code, more) : byOneOf([code, ...others], more);

/** `byNumber` or `byNumberOf`. */
export const inNumber =
  (more: object = {}): Refuse =>
  (code, ...others) =>
    others.length === 0 ? byNumber(Number(code), more) : byNumberOf([Number(code), ...others.map(Number)], more);

export const inPayment: Refuse = (code) => ofPayment(Number(code));

export const inWallet: Refuse = (code) => ofWallet(Number(code));
