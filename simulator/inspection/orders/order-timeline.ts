import type { z } from 'zod';
import { groupedAmount, plainAmount } from '../../data/currencies.ts';
import type { Callback } from '../../domain/callback.ts';
import { missedStepLine, missedStepText } from '../../domain/orders/missed-step.ts';
import type { Attempt, Order } from '../../domain/orders/order.ts';
import type { MarkKind, OrderMark } from '../../domain/orders/order-mark.ts';
import { callbackEntries, type Timed } from '../callbacks/callback-timeline.ts';
import type { Frozen } from '../frozen.ts';
import type { EntryView } from '../journal/journal.ts';
import { moment } from '../moment.ts';
import { type Speech, says } from '../speech.ts';
import { approvedMinorOf, cardOf, codeName, codeText } from './explain-order.ts';
import type { timelineEntry } from './order-schemas.ts';

/** A step of an order, in two forms: a sentence for its timeline, and words for a line of the log that names the order. */
export interface OrderStep extends Timed, Speech {
  /** The same for the same step in later versions of the order. */
  readonly id: string;
  /** Absent: another step says it as well. */
  readonly line?: string;
  /** Something that a person will want to look into. */
  readonly isTrouble?: true;
}

/** The history of an order, oldest first, from the order, its callbacks, and the journal if there is one. */
export const orderTimeline = (
  order: Order,
  callbacks: readonly Callback[],
  requests: readonly EntryView[],
): readonly Frozen<z.output<typeof timelineEntry>>[] =>
  byTime([
    startStep(order),
    ...requests.filter(isCardPage).slice(0, 1).map(pageEntry),
    ...laterSteps(order),
    ...requests.flatMap(requestFaultEntries),
    ...callbacks.flatMap(callbackEntries),
  ]).map(({ atMs, what }) => ({ at: moment(atMs), what }));

/** Sorting is stable: entries of the same time keep their order. */
export const byTime = <Entry extends Timed>(entries: readonly Entry[]): readonly Entry[] =>
  entries.toSorted((one, other) => one.atMs - other.atMs);

/** The steps of an order, from the order alone. */
export const orderSteps = (order: Order): readonly OrderStep[] => [startStep(order), ...laterSteps(order)];

const laterSteps = (order: Order): readonly OrderStep[] => [
  ...order.attempts.flatMap((attempt) => attemptSteps(order, attempt)),
  ...moneySteps(order),
  ...endSteps(order),
  ...actSteps(order),
  ...missedSteps(order),
];

const startStep = ({ orderNumber, merchant, amountMinor, currency, isPreAuth, registeredAtMs }: Order): OrderStep => {
  const held = isPreAuth ? ', to be held first' : '';
  return {
    id: 'registered',
    ...says.shopToGateway,
    atMs: registeredAtMs,
    what: `The shop registered order ${orderNumber} of ${plainAmount(amountMinor, currency)}${held}.`,
    line: `registered by ${merchant}, ${groupedAmount(amountMinor, currency)}${held}`,
  };
};

export const pageEntry = ({ at }: EntryView): Timed => ({
  atMs: Date.parse(at),
  what: 'The payer opened the card page.',
});

/** Whether a request has opened the card page. */
export const isCardPage = ({
  surface,
  method,
  path,
  httpStatus,
}: Pick<EntryView, 'surface' | 'method' | 'path' | 'httpStatus'>): boolean =>
  surface === 'page' && method === 'GET' && httpStatus === 200 && /\/merchants\/.*payment[^/]*\.html$/.test(path);

const attemptSteps = (order: Order, attempt: Attempt): readonly OrderStep[] => {
  const { number, startedAtMs, authorisation, threeDs } = attempt;
  const marks = marksOf(order, ['challenge-started', 'code-resent', 'code-wrong', 'challenge-answered'], number);
  const failed = marksOf(order, ['attempt-failed'], number).at(-1);
  const endMs = authorisation?.atMs ?? failed?.atMs;
  const passed = threeDs && endMs !== undefined ? passingOf[threeDs.route] : undefined;
  const id = `attempt ${number}`;
  return [
    {
      id: `${id} began`,
      ...says.payerToGateway,
      atMs: startedAtMs,
      what: `Attempt ${number} began, with ${cardOf(attempt)}.`,
    },
    ...marks.map((mark) => ({
      id: idOf(order, mark),
      ...says.payerToIssuer,
      // The clock may have been read for the mark before it was read for the attempt.
      atMs: Math.max(mark.atMs, startedAtMs),
      ...challengeWords(mark, attempt),
    })),
    ...(isUndecided(order, attempt) ? [undecidedStep(attempt, marks.at(-1)?.atMs ?? startedAtMs)] : []),
    ...(passed !== undefined && endMs !== undefined
      ? [{ id: `${id} passed`, ...says.issuerToGateway, atMs: endMs, what: passed.what }]
      : []),
    ...(endMs !== undefined
      ? [{ id: `${id} ended`, ...says.issuerToGateway, atMs: endMs, ...resultWords(order, attempt) }]
      : []),
  ];
};

const isUndecided = ({ status }: Order, { actionCode }: Attempt): boolean =>
  status === 'pending' && actionCode === undefined;

const undecidedStep = ({ number }: Attempt, atMs: number): OrderStep => ({
  id: `attempt ${number} undecided`,
  ...says.issuerToGateway,
  tone: 'wait',
  atMs,
  what: `The bank has not decided about attempt ${number} yet.`,
  line: 'pending: the bank has not decided yet',
});

type Words = Omit<OrderStep, 'id' | 'atMs' | 'from' | 'to'>;

/** Routes without a challenge: a sentence, and its short form. */
const passingOf: Readonly<Partial<Record<string, { readonly what: string; readonly short: string }>>> = {
  frictionless: { what: '3-D Secure: the issuer let the payer pass without a challenge.', short: 'frictionless' },
  attempt: { what: '3-D Secure: the issuer only noted the attempt.', short: '3-D Secure attempt noted' },
  unavailable: { what: '3-D Secure could not be reached.', short: '3-D Secure unavailable' },
};

const challengeWords = ({ what }: OrderMark, { threeDs }: Attempt): Words => {
  const page = `the issuer's page (3-D Secure ${threeDs?.version ?? 2})`;
  if (what === 'challenge-started') return { what: `The payer was sent to ${page}.`, line: `payer sent to ${page}` };
  if (what === 'code-resent')
    return { what: "The payer asked for another code on the issuer's page.", line: 'payer asked for another code' };
  if (what === 'code-wrong')
    return {
      what: "The payer typed a wrong code on the issuer's page.",
      line: "wrong code on the issuer's page",
      tone: 'wait',
    };
  return {
    what: `3-D Secure: the payer ${failures[threeDs?.failure ?? 'none'].what}.`,
    tone: threeDs?.failure ? 'bad' : 'good',
  };
};

const failures = {
  none: { what: 'passed', short: 'challenge passed' },
  failed: { what: 'did not pass', short: 'challenge failed' },
  cancelled: { what: 'pressed cancel', short: 'challenge cancelled by the payer' },
  'timed-out': { what: 'took too long', short: 'challenge timed out' },
} as const;

/** `, challenge passed`; empty without 3-D Secure. */
const wayOf = (order: Order, { number, threeDs }: Attempt): string => {
  if (!threeDs) return '';
  const wasChallenged = marksOf(order, ['challenge-started'], number).length > 0;
  const short = wasChallenged ? failures[threeDs.failure ?? 'none'].short : passingOf[threeDs.route]?.short;
  return short === undefined ? '' : `, ${short}`;
};

const resultWords = (order: Order, attempt: Attempt): Words => {
  const { number, actionCode = 0 } = attempt;
  const way = wayOf(order, attempt);
  if (actionCode !== 0) {
    const count = order.attemptsAllowed > 1 ? `, attempt ${number} of ${order.attemptsAllowed}` : '';
    return {
      what: `Attempt ${number} was declined with ${codeText(actionCode)}.`,
      line: `declined with ${codeName(actionCode)}${way}${count}`,
      isTrouble: true,
      tone: 'bad',
    };
  }
  const approvedMinor = approvedMinorOf(order, attempt);
  const part = approvedMinor < order.amountMinor ? ` of ${groupedAmount(order.amountMinor, order.currency)}` : '';
  const fate = fateOf(order);
  return {
    what: `Attempt ${number} was approved: ${plainAmount(approvedMinor, order.currency)} ${fate.what}.`,
    line: `${fate.short} ${groupedAmount(approvedMinor, order.currency)}${part}${way}`,
    tone: 'good',
  };
};

const fateOf = ({ isPayOut, isPreAuth, features }: Order): { readonly what: string; readonly short: string } => {
  if (isPayOut) return { what: 'was sent to the card', short: 'paid out' };
  if (features.includes('VERIFY')) return { what: 'was checked and set free again', short: 'card checked with' };
  return isPreAuth ? { what: 'is held', short: 'held' } : { what: 'was taken', short: 'paid' };
};

const moneySteps = (order: Order): readonly OrderStep[] => {
  const isCheck = order.features.includes('VERIFY');
  const { reversedAtMs, reversedMinor, autoReverseAtMs, autocompletionAtMs, confirmByMs } = order;
  const step = (id: string, atMs: number, amountMinor = 0, verb: string, sentence: string, dateMs?: number) => {
    const isByDate = atMs === dateMs;
    const byDate = isByDate ? ', at the date that was set' : '';
    const { currency } = order;
    return {
      id,
      ...(isByDate ? says.gatewayItself : says.shopToGateway),
      tone: verb === 'captured' ? ('good' as const) : ('back' as const),
      atMs,
      what: `${plainAmount(amountMinor, currency)} ${sentence}${byDate}.`,
      line: `${verb} ${groupedAmount(amountMinor, currency)}${byDate}`,
    };
  };
  return [
    ...marksOf(order, ['captured']).map((mark) =>
      step(idOf(order, mark), mark.atMs, mark.amountMinor, 'captured', 'was captured', autocompletionAtMs),
    ),
    ...(reversedAtMs === undefined || isCheck
      ? []
      : [
          step(
            `reversed ${reversedAtMs} ${reversedMinor}`,
            reversedAtMs,
            reversedMinor,
            'reversed',
            'was set free by a reversal',
            reversedAtMs === confirmByMs ? confirmByMs : autoReverseAtMs,
          ),
        ]),
    ...(order.isPayOut ? [] : (order.refunds ?? [])).map(({ atMs, amountMinor }, index) =>
      step(`refund ${index}`, atMs, amountMinor, 'refunded', 'was refunded'),
    ),
  ];
};

const endSteps = (order: Order): readonly OrderStep[] => {
  const { actionCode } = order;
  const words: readonly (readonly [MarkKind, Words & Speech])[] = [
    [
      'charged-back',
      {
        ...says.issuerToGateway,
        what: "The payer's bank took the money back (chargeback).",
        line: 'charged back',
      },
    ],
    [
      'expired',
      {
        ...says.gatewayItself,
        what: `Time ran out: ${codeText(actionCode)}.`,
        line: `expired with ${codeName(actionCode)}`,
      },
    ],
    [
      'closed',
      {
        ...says.shopToGateway,
        what: `The order was closed: ${codeText(actionCode)}.`,
        line: `closed with ${codeName(actionCode)}`,
      },
    ],
  ];
  return words.flatMap(([kind, all]) =>
    marksOf(order, [kind]).map((mark) => ({
      id: idOf(order, mark),
      atMs: mark.atMs,
      isTrouble: true as const,
      tone: 'bad' as const,
      ...all,
    })),
  );
};

/** Acts of the bank that were done. What they did to the money is a step of its own. */
const actSteps = ({ acts = [] }: Order): readonly OrderStep[] =>
  acts.flatMap(({ scenario, act, dueMs, isOver, refusedWith }, index) =>
    isOver && !refusedWith && dueMs !== undefined
      ? [
          {
            id: `act ${index}`,
            ...says.issuerToGateway,
            atMs: dueMs,
            what: `Scenario ${scenario}: the bank did this: ${act}.`,
          },
        ]
      : [],
  );

/** Steps of a scenario that were not possible; they are only ever added. */
const missedSteps = ({ missedSteps: missed = [] }: Order): readonly OrderStep[] =>
  missed.map((step, index) => ({
    id: `missed ${index}`,
    ...says.gatewayItself,
    tone: 'wait',
    atMs: step.atMs,
    what: missedStepText(step),
    line: missedStepLine(step),
    isTrouble: true,
  }));

/** Marks are only ever added. */
const idOf = ({ marks = [] }: Order, mark: OrderMark): string => `mark ${marks.indexOf(mark)}`;

/** Answers that were wrong on purpose, if there is a journal. */
export const requestFaultEntries = ({ at, path, fault, brokenBy }: EntryView): readonly Timed[] => {
  const atMs = Date.parse(at);
  return [
    ...(fault ? [{ atMs, what: `Scenario ${fault.scenario}: the gateway ${fault.sentence} (${path}).` }] : []),
    ...(brokenBy ? [{ atMs, what: `Break ${brokenBy.id}: the gateway ${brokenBy.sentence} (${path}).` }] : []),
  ];
};

const marksOf = ({ marks = [] }: Order, kinds: readonly MarkKind[], attempt?: number): readonly OrderMark[] =>
  marks.filter((mark) => kinds.includes(mark.what) && (attempt === undefined || mark.attempt === attempt));
