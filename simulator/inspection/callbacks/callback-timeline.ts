import type { Callback, CallbackTry } from '../../domain/callback.ts';
import { callbackFaults, deliveriesOf, failsNextTry } from '../../domain/faults/callback-faults.ts';
import { describeFault } from '../../domain/faults/fault-rows.ts';
import { withoutPassword } from '../../text/without-password.ts';
import { fieldOf, operationOf } from './callbacks.ts';

export interface Timed {
  readonly atMs: number;
  /** A sentence. */
  readonly what: string;
}

/** The history of a callback: its fault and its tries. */
export const callbackEntries = (callback: Callback): readonly Timed[] => [
  ...faultEntries(callback),
  ...callback.tries.map((one, index) => ({ atMs: one.atMs, what: tryText(callback, one, index) })),
];

export const faultEntries = (callback: Callback): readonly Timed[] => {
  const { fault, createdAtMs, copyOf } = callback;
  if (copyOf !== undefined) return [{ atMs: createdAtMs, what: copyText(callback) }];
  if (!fault) return [];
  return [
    {
      atMs: createdAtMs,
      what: `Scenario ${fault.scenario}: the callback ${newsOf(callback)} ${describeFault(callbackFaults, fault.settings)}.`,
    },
  ];
};

const copyText = (callback: Callback): string => {
  const { fault, url } = callback;
  const words = fault ? `, which ${describeFault(callbackFaults, fault.settings)}` : '';
  return `By hand: a copy of the callback ${newsOf(callback)}${words}, goes to ${withoutPassword(url)}.`;
};

const newsOf = (callback: Callback): string => `${operationOf(callback)} with status ${fieldOf(callback, 'status')}`;

export const tryText = (callback: Callback, { httpStatus, error, byHand }: CallbackTry, index: number): string => {
  const again = byHand ? ' by hand' : index > 0 ? ` again (try ${index + 1})` : '';
  const answer = httpStatus === undefined ? `got no answer: ${error}` : `answered HTTP ${httpStatus}`;
  const isLast = isGivenUp(callback) && index === callback.tries.length - 1;
  return `Callback ${newsOf(callback)} was sent${again}: the shop ${answer}.${isLast ? ' The gateway gave up.' : ''}`;
};

/** The fault of a callback, for a line of the log: `callback deposited is lost (scenario callback-lost)`. */
export const faultLine = (callback: Callback, { settings, scenario }: NonNullable<Callback['fault']>): string =>
  `${nameOf(callback)} ${describeFault(callbackFaults, settings)} (scenario ${scenario ?? ''})`;

/** The last try of a callback, for a line of the log: `callback deposited: refused by 127.0.0.1:3001, again in 30 s`. */
export const lastTryLine = (callback: Callback): string => {
  const last = callback.tries.at(-1);
  const name = nameOf(callback);
  if (!last) return name;
  const end = endOf(callback, last);
  if (isGivenUp(callback)) return `${name}: ${givenUpAfter(callback)}${end}`;
  return `${name}${last.byHand ? ', sent by hand' : ''}: ${end}${nextOf(callback, last)}`;
};

const nameOf = (callback: Callback): string =>
  `callback ${operationOf(callback)}${fieldOf(callback, 'status') === '0' ? ' (status 0)' : ''}`;

/** Whether the last try of a callback was one too many. */
export const isGivenUp = ({ state, tries }: Callback): boolean => state === 'given-up' && !tries.at(-1)?.byHand;

const givenUpAfter = ({ tries }: Callback): string =>
  tries.length > 1 ? `given up after ${tries.length} tries: ` : 'given up: ';

const endOf = (callback: Callback, { httpStatus, error = '', byHand, forwardedTo }: CallbackTry): string => {
  const host = hostOf(forwardedTo ?? callback.url);
  if (httpStatus === 200) return `accepted by ${host}`;
  if (httpStatus !== undefined) return `HTTP ${httpStatus} from ${host}`;
  const { fault } = callback;
  if (fault && !byHand && failsNextTry(callback, ownTries(callback) - 1))
    return `not sent, as if refused by ${host} (scenario ${fault.scenario})`;
  const words = failures[error];
  if (words) return `${words} ${host}`;
  // A code of the system, the time that was too short, or the reason not to send it, which names the host.
  return /^[A-Z\d_]+$/.test(error)
    ? `no answer from ${host} (${error})`
    : error.startsWith('no answer')
      ? `${error} from ${host}`
      : error;
};

/** The words before the host, by the code of the error. */
const failures: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'refused by',
  ECONNRESET: 'broken off by',
  EPIPE: 'broken off by',
  ENOTFOUND: 'no address is known for',
  EAI_AGAIN: 'no address is known at the moment for',
  EHOSTUNREACH: 'no way to',
  ENETUNREACH: 'no way to',
};

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : 'an address that is none');

const ownTries = ({ tries }: Callback): number => tries.filter(({ byHand }) => !byHand).length;

/** The time until the next try, or why there is one more after HTTP 200, or none after a failure. */
const nextOf = (callback: Callback, { httpStatus, byHand, atMs }: CallbackTry): string => {
  const { state, dueMs, fault } = callback;
  if (byHand) return '';
  if (state === 'delivered') return httpStatus === 200 ? '' : ', accepted before';
  if (httpStatus !== 200) return `, again in ${inWords(dueMs - atMs)}`;
  return `, sent ${deliveriesOf(callback)} times in all (scenario ${fault?.scenario ?? ''})`;
};

/** `30 s`, `1.5 s`, `10 min`. */
const inWords = (ms: number): string => {
  const [size, unit] = ms < 1_000 ? [1, 'ms'] : ms % 60_000 === 0 ? [60_000, 'min'] : [1_000, 's'];
  return `${ms / size} ${unit}`;
};
