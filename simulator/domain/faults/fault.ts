import { type OutgoingHttpHeaders, STATUS_CODES } from 'node:http';
import { inUnits } from '../../text/duration.ts';
import { rowsOf } from './fault-rows.ts';

export interface Answer {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: string;
}

export interface Delivery extends Answer {
  /** How much of the body arrives before the connection is closed; with `nothing` there is no answer. */
  readonly arrives: 'whole' | 'half' | 'nothing';
  /** How long the body takes to arrive, by the machine's clock. */
  readonly overMs: number;
}

/** Both ends of a range, or the same time twice. */
interface Delay {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Every kind of fault between the gateway and its caller, with its setting. */
export interface FaultSettings {
  readonly delay: Delay;
  readonly errorCode: string;
  readonly errorMessage: string;
  readonly httpStatus: number;
  readonly isAfterWork: true;
  readonly isMalformed: true;
  readonly isTruncated: true;
  readonly isEmpty: true;
  readonly isDroppedBefore: true;
  readonly isDroppedAfter: true;
  readonly contentType: string;
  readonly dripMs: number;
}

/** A fault between the gateway and its caller. */
export type Fault = Partial<FaultSettings>;

/** The code that carries a fault out: it delays the answer, refuses the call, or changes the answer on its way. */
type Effect<Setting> =
  | { readonly delay: (setting: Setting) => Delay }
  | { readonly refuseWith: (setting: Setting) => string }
  | { readonly change: (delivery: Delivery, setting: Setting) => Delivery };

type FaultRow<Setting> = Effect<Setting> & {
  /** The call is answered, but its work is not done. */
  readonly preventsWork?: true;
  /** A fault has at most one such kind. */
  readonly replacesAnswer?: true;
  /** The words after "the gateway ...". */
  readonly describe: (setting: Setting) => string;
};

/** The answer of a proxy in front of the gateway: a small page instead of JSON. */
const proxyPage = (delivery: Delivery, status: number): Delivery => {
  const title = `${status} ${STATUS_CODES[status] ?? 'Error'}`;
  return {
    ...delivery,
    status,
    headers: { 'content-type': 'text/html', ...((status === 429 || status === 503) && { 'retry-after': '1' }) },
    body: `<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`,
  };
};

/** Broken JSON, or markup as text; a redirect loses its address. */
const malformed = ({ headers: { location: _, ...headers }, ...delivery }: Delivery): Delivery => {
  const { body } = delivery;
  return { ...delivery, headers, body: /^[{[]/.test(body) ? body.replace(':', '=') : body.replaceAll('<', '&lt;') };
};

/** The code of a refusal for which a scenario has none. */
const systemError = '7';

/** One row for each kind, in the order in which they apply and are described. */
export const faults = {
  delay: {
    describe: ({ fromMs, toMs }) =>
      `answers after ${fromMs === toMs ? inUnits(fromMs) : `from ${inUnits(fromMs)} to ${inUnits(toMs)}`}`,
    delay: (delay) => delay,
  },
  errorCode: {
    preventsWork: true,
    replacesAnswer: true,
    describe: (code) => `refuses with errorCode ${code}`,
    refuseWith: (code) => code,
  },
  errorMessage: {
    preventsWork: true,
    describe: (text) => `says ${text}`,
    refuseWith: () => systemError,
  },
  httpStatus: {
    preventsWork: true,
    replacesAnswer: true,
    describe: (status) => `answers HTTP ${status}`,
    change: proxyPage,
  },
  isAfterWork: {
    describe: () => 'says so after the work was done',
    refuseWith: () => systemError,
  },
  isMalformed: {
    replacesAnswer: true,
    describe: () => 'answers something that cannot be read',
    change: malformed,
  },
  isTruncated: {
    replacesAnswer: true,
    describe: () => 'breaks off in the middle of the answer',
    change: (delivery) => ({ ...delivery, arrives: 'half' }),
  },
  isEmpty: {
    replacesAnswer: true,
    describe: () => 'answers 200 with nothing',
    change: (delivery) => ({ ...delivery, status: 200, body: '' }),
  },
  isDroppedBefore: {
    preventsWork: true,
    replacesAnswer: true,
    describe: () => 'closes the connection and does nothing',
    change: (delivery) => ({ ...delivery, arrives: 'nothing' }),
  },
  isDroppedAfter: {
    replacesAnswer: true,
    describe: () => 'does the work and closes the connection without an answer',
    change: (delivery) => ({ ...delivery, arrives: 'nothing' }),
  },
  contentType: {
    describe: (type) => `calls its answer ${type}`,
    change: (delivery, type) => ({ ...delivery, headers: { ...delivery.headers, 'content-type': type } }),
  },
  dripMs: {
    describe: (dripMs) => `sends its answer bit by bit for ${inUnits(dripMs)}`,
    change: (delivery, overMs) => ({ ...delivery, overMs }),
  },
} satisfies { readonly [Kind in keyof FaultSettings]: FaultRow<FaultSettings[Kind]> };

const rowsIn = (fault: Fault) => rowsOf<FaultRow<never>>(faults, fault);

export const preventsWork = (fault: Fault): boolean =>
  !refusesAfterWork(fault) && rowsIn(fault).some(([row]) => row.preventsWork);

/** Whether the work is done, and the caller told that it is not. */
export const refusesAfterWork = ({ isAfterWork }: Fault): boolean => isAfterWork === true;

/** Whether the caller gets another answer than the gateway's own. */
export const replacesAnswer = (fault: Fault): boolean => rowsIn(fault).some(([row]) => row.replacesAnswer);

/** The errorCode with which the call is refused, if it is. */
export const refusalCodeOf = (fault: Fault): string | undefined => {
  for (const [row, setting] of rowsIn(fault)) if ('refuseWith' in row) return row.refuseWith(setting);
  return undefined;
};

/** How long the answer waits, by the merchant's clock. */
export const delayMsOf = (fault: Fault): number => {
  for (const [row, setting] of rowsIn(fault)) if ('delay' in row) return row.delay(setting).fromMs;
  return 0;
};

/** The answer as it arrives with the fault; names of headers in lower case. */
export const deliveryOf = (answer: Answer, fault: Fault): Delivery =>
  rowsIn(fault).reduce<Delivery>(
    (delivery, [row, setting]) => ('change' in row ? row.change(delivery, setting) : delivery),
    { ...answer, arrives: 'whole', overMs: 0 },
  );
