import type { z } from 'zod';
import { plainAmount } from '../data/currencies.ts';
import type { Callback, CallbackTry } from '../domain/callback.ts';
import { callbackFaults } from '../domain/callback-faults.ts';
import { describeFault } from '../domain/fault-rows.ts';
import { missedStepText } from '../domain/missed-step.ts';
import type { Attempt, Order } from '../domain/order.ts';
import type { MarkKind, OrderMark } from '../domain/order-mark.ts';
import { fieldOf, operationOf } from './callbacks.ts';
import { approvedMinorOf, cardOf, codeText } from './explain-order.ts';
import type { Frozen } from './frozen.ts';
import type { EntryView } from './journal.ts';
import { moment } from './moment.ts';
import type { timelineEntry } from './order-schemas.ts';

interface Timed {
  readonly atMs: number;
  readonly what: string;
}

/** The history of an order, oldest first, from the order, its callbacks, and the journal if there is one. */
export const orderTimeline = (
  order: Order,
  callbacks: readonly Callback[],
  requests: readonly EntryView[],
): readonly Frozen<z.output<typeof timelineEntry>>[] =>
  [
    ...startEntries(order, requests),
    ...order.attempts.flatMap((attempt) => attemptEntries(order, attempt)),
    ...moneyEntries(order),
    ...endEntries(order),
    ...actEntries(order),
    ...(order.missedSteps ?? []).map((step) => ({ atMs: step.atMs, what: missedStepText(step) })),
    ...requests.flatMap(requestFaultEntries),
    ...callbacks.flatMap(callbackEntries),
  ]
    // Sorting is stable: entries of the same time keep their order.
    .toSorted((one, other) => one.atMs - other.atMs)
    .map(({ atMs, what }) => ({ at: moment(atMs), what }));

const startEntries = (order: Order, requests: readonly EntryView[]): readonly Timed[] => {
  const amount = plainAmount(order.amountMinor, order.currency);
  const held = order.isPreAuth ? ', to be held first' : '';
  const opened = requests.find(isCardPage);
  return [
    { atMs: order.registeredAtMs, what: `The shop registered order ${order.orderNumber} of ${amount}${held}.` },
    ...(opened ? [{ atMs: Date.parse(opened.at), what: 'The payer opened the card page.' }] : []),
  ];
};

const isCardPage = ({ surface, method, path, httpStatus }: EntryView): boolean =>
  surface === 'page' && method === 'GET' && httpStatus === 200 && /\/merchants\/.*payment[^/]*\.html$/.test(path);

const attemptEntries = (order: Order, attempt: Attempt): readonly Timed[] => {
  const { number, startedAtMs, authorisation, threeDs } = attempt;
  const marks = marksOf(order, ['challenge-started', 'code-wrong', 'challenge-answered'], number);
  const failed = marksOf(order, ['attempt-failed'], number).at(-1);
  const endMs = authorisation?.atMs ?? failed?.atMs;
  const passed = threeDs && endMs !== undefined ? passingOf[threeDs.route] : undefined;
  return [
    { atMs: startedAtMs, what: `Attempt ${number} began, with ${cardOf(attempt)}.` },
    ...marks.map((mark) => ({ atMs: mark.atMs, what: challengeText(mark, attempt) })),
    ...(passed !== undefined && endMs !== undefined ? [{ atMs: endMs, what: passed }] : []),
    ...(endMs !== undefined ? [{ atMs: endMs, what: resultText(order, attempt) }] : []),
  ];
};

/** The sentences of routes without a challenge. */
const passingOf: Readonly<Partial<Record<string, string>>> = {
  frictionless: '3-D Secure: the issuer let the payer pass without a challenge.',
  attempt: '3-D Secure: the issuer only noted the attempt.',
  unavailable: '3-D Secure could not be reached.',
};

const challengeText = ({ what }: OrderMark, { threeDs }: Attempt): string => {
  if (what === 'challenge-started')
    return `The payer was sent to the issuer's page (3-D Secure ${threeDs?.version ?? 2}).`;
  if (what === 'code-wrong') return "The payer typed a wrong code on the issuer's page.";
  return `3-D Secure: the payer ${failures[threeDs?.failure ?? 'none']}.`;
};

const failures = {
  none: 'passed',
  failed: 'did not pass',
  cancelled: 'pressed cancel',
  'timed-out': 'took too long',
} as const;

const resultText = (order: Order, attempt: Attempt): string => {
  const { number, actionCode = 0 } = attempt;
  if (actionCode !== 0) return `Attempt ${number} was declined with ${codeText(actionCode)}.`;
  const amount = plainAmount(approvedMinorOf(order, attempt), order.currency);
  return `Attempt ${number} was approved: ${amount} ${fateOf(order)}.`;
};

const fateOf = ({ isPayOut, isPreAuth, features }: Order): string => {
  if (isPayOut) return 'was sent to the card';
  if (features.includes('VERIFY')) return 'was checked and set free again';
  return isPreAuth ? 'is held' : 'was taken';
};

const moneyEntries = (order: Order): readonly Timed[] => {
  const money = (amountMinor = 0): string => plainAmount(amountMinor, order.currency);
  const isCheck = order.features.includes('VERIFY');
  const { reversedAtMs, reversedMinor, autoReverseAtMs } = order;
  const byDate = reversedAtMs === autoReverseAtMs ? ', at the date that was set' : '';
  return [
    ...marksOf(order, ['captured']).map(({ atMs, amountMinor }) => ({
      atMs,
      what: `${money(amountMinor)} was captured${atMs === order.autocompletionAtMs ? ', at the date that was set' : ''}.`,
    })),
    ...(reversedAtMs === undefined || isCheck
      ? []
      : [{ atMs: reversedAtMs, what: `${money(reversedMinor)} was set free by a reversal${byDate}.` }]),
    ...(order.isPayOut ? [] : (order.refunds ?? [])).map(({ atMs, amountMinor }) => ({
      atMs,
      what: `${money(amountMinor)} was refunded.`,
    })),
  ];
};

const endEntries = (order: Order): readonly Timed[] => {
  const texts: readonly (readonly [MarkKind, string])[] = [
    ['charged-back', "The payer's bank took the money back (chargeback)."],
    ['expired', `Time ran out: ${codeText(order.actionCode)}.`],
    ['closed', `The order was closed: ${codeText(order.actionCode)}.`],
  ];
  return texts.flatMap(([kind, what]) => marksOf(order, [kind]).map(({ atMs }) => ({ atMs, what })));
};

/** Acts of the bank that were done. */
const actEntries = ({ acts = [] }: Order): readonly Timed[] =>
  acts.flatMap(({ scenario, act, dueMs, isOver, refusedWith }) =>
    isOver && !refusedWith && dueMs !== undefined
      ? [{ atMs: dueMs, what: `Scenario ${scenario}: the bank did this: ${act}.` }]
      : [],
  );

/** Answers that were wrong on purpose, if there is a journal. */
const requestFaultEntries = ({ at, path, fault }: EntryView): readonly Timed[] =>
  fault ? [{ atMs: Date.parse(at), what: `Scenario ${fault.scenario}: the gateway ${fault.sentence} (${path}).` }] : [];

const marksOf = ({ marks = [] }: Order, kinds: readonly MarkKind[], attempt?: number): readonly OrderMark[] =>
  marks.filter((mark) => kinds.includes(mark.what) && (attempt === undefined || mark.attempt === attempt));

const callbackEntries = (callback: Callback): readonly Timed[] => [
  ...faultEntries(callback),
  ...callback.tries.map((one, index) => ({ atMs: one.atMs, what: tryText(callback, one, index) })),
];

const faultEntries = (callback: Callback): readonly Timed[] => {
  const { fault, createdAtMs } = callback;
  if (!fault) return [];
  return [
    {
      atMs: createdAtMs,
      what: `Scenario ${fault.scenario}: the callback ${newsOf(callback)} ${describeFault(callbackFaults, fault.settings)}.`,
    },
  ];
};

const newsOf = (callback: Callback): string => `${operationOf(callback)} with status ${fieldOf(callback, 'status')}`;

const tryText = (callback: Callback, { httpStatus, error, byHand }: CallbackTry, index: number): string => {
  const again = byHand ? ' by hand' : index > 0 ? ` again (try ${index + 1})` : '';
  const answer = httpStatus === undefined ? `got no answer: ${error}` : `answered HTTP ${httpStatus}`;
  const isLast = callback.state === 'given-up' && index === callback.tries.length - 1;
  return `Callback ${newsOf(callback)} was sent${again}: the shop ${answer}.${isLast ? ' The gateway gave up.' : ''}`;
};
