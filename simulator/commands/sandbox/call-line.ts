import type { JournalEntry } from '../../../client/index.ts';
import { jsonObjectIn } from '../../text/pack.ts';
import type { Say } from '../say.ts';
import { shownTime } from './moment.ts';

/** A call with its answer, and whose it was. */
export interface Call extends Omit<JournalEntry, 'number'> {
  /** Login; empty if no merchant is known. */
  readonly merchant: string;
}

/** A call as one line: its time, method, endpoint, duration, errorCode and merchant, and why it was refused. */
export const callLine = (call: Call, say: Say): string => {
  const { at, method, tookMs, merchant } = call;
  const reason = refusalIn(call);
  return [
    shownTime(at),
    method.padEnd(4),
    endpointOf(call).padEnd(32),
    `${Math.round(tookMs)} ms`.padStart(8),
    codeOf(call).padStart(4),
    `${(merchant || '-').padEnd(12)}  ${reason === undefined ? '' : `${say('refused')}: ${reason}`}`.trimEnd(),
  ].join('  ');
};

/** `register.do` of the merchant API; other paths are whole. */
export const endpointOf = ({ path }: Pick<Call, 'path'>): string => path.replace(/^.*\/rest\//, '');

/** The errorCode of an answer, or its HTTP status if that is no success. */
const codeOf = ({ errorCode, httpStatus }: Call): string =>
  errorCode === undefined ? (httpStatus >= 400 ? `HTTP ${httpStatus}` : '-') : String(errorCode);

/** Why a call was refused, in the words of the gateway; undefined for others. */
export const refusalIn = ({ isRefused, answer, httpStatus }: Call): string | undefined => {
  if (!isRefused) return undefined;
  const { errorMessage, error } = jsonObjectIn(answer) ?? {};
  const inner = (error as { readonly message?: unknown } | undefined)?.message;
  const text = [errorMessage, inner, error].find((one) => typeof one === 'string');
  return text === undefined ? `HTTP ${httpStatus}` : String(text);
};
