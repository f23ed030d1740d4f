import type { JournalEntry } from './exchange.ts';

/** What the answer of a call says about the call. */
export interface CallResult {
  /** `errorCode` of the answer, or the code of its `error`; absent if it has none, or was too long to be kept whole. */
  readonly errorCode?: number;
  /** Whether the gateway refused the call: by an error code, or by an HTTP status from 400. */
  readonly isRefused: boolean;
}

const firstErrorStatus = 400;

export const resultOfCall = ({
  answer,
  httpStatus,
  isRefused,
}: Pick<JournalEntry, 'answer' | 'httpStatus' | 'isRefused'>): CallResult => {
  const errorCode = errorCodeIn(answer);
  return { ...(errorCode !== undefined && { errorCode }), isRefused: wasRefused({ isRefused, httpStatus }) };
};

/** The same without a look at the answer. */
export const wasRefused = ({ isRefused, httpStatus }: Pick<JournalEntry, 'isRefused' | 'httpStatus'>): boolean =>
  isRefused ?? httpStatus >= firstErrorStatus;

const errorCodeIn = (answer: string): number | undefined => {
  const { errorCode, ErrorCode, error } = answer.startsWith('{') ? objectIn(answer) : {};
  const code = errorCode ?? ErrorCode ?? (error as { readonly code?: unknown } | null | undefined)?.code;
  const number = typeof code === 'string' && code !== '' ? Number(code) : code;
  return Number.isInteger(number) ? (number as number) : undefined;
};

const objectIn = (text: string): Readonly<Record<string, unknown>> => {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
};
