import type { Attempt, Order, Refund } from '../domain/orders/order.ts';
import type { MarkKind, OrderMark } from '../domain/orders/order-mark.ts';
import { type EntryView, isCallOf } from '../inspection/journal/journal.ts';

/** An order as it was when a call came. */
export interface OrderBefore {
  readonly order: Order;
  /** Attempts that had begun. */
  readonly attempts: readonly Attempt[];
  /** Those of them that were over. */
  readonly ended: readonly Attempt[];
  /** Amounts of its captures. */
  readonly capturedMinor: readonly number[];
  readonly refunds: readonly Refund[];
  readonly reversedMinor: number;
  readonly isExpired: boolean;
  readonly isClosed: boolean;
  /** The customer had been sent to the issuer's page. */
  readonly wasChallenged: boolean;
  /** The last capture left the rest of the hold for another one. */
  readonly keepsHold: boolean;
  /** Something happened to it that no provider state does, as a phrase. */
  readonly oddity?: string;
}

/** Calls of the shop by what they do to an order. */
const actPaths = { captured: 'deposit.do', refunded: 'refund.do', reversed: 'reverse.do', closed: 'decline.do' };

/**
 * What had happened to an order before a call, by the times of its timeline. Of what happened in the same millisecond, as all
 * does under a clock that stands still, it counts what an earlier request did. `about`: all requests about the order.
 */
export const orderBefore = (order: Order, entry: EntryView, about: readonly EntryView[]): OrderBefore => {
  const atMs = Date.parse(entry.at);
  const earlier = about.filter(({ number }) => number < entry.number);
  const actsOf = (kind: keyof typeof actPaths): number =>
    earlier.filter(({ path, isRefused }) => !isRefused && isCallOf(path, actPaths[kind])).length;
  const wasPaidAt = earlier.some(isPayerOrPayment);
  const isEarlier = (eventMs: number, isDoneInTime: boolean): boolean =>
    eventMs < atMs || (eventMs === atMs && isDoneInTime);

  const marks = order.marks ?? [];
  const marked = (kind: MarkKind): readonly OrderMark[] => marks.filter(({ what }) => what === kind);
  const attempts = order.attempts.filter(({ startedAtMs }) => isEarlier(startedAtMs, wasPaidAt));
  const ended = attempts.filter((attempt) => {
    const endMs =
      attempt.authorisation?.atMs ?? marked('attempt-failed').find((one) => one.attempt === attempt.number)?.atMs;
    return endMs !== undefined && isEarlier(endMs, wasPaidAt);
  });
  const isReversed = order.reversedAtMs !== undefined && isEarlier(order.reversedAtMs, actsOf('reversed') > 0);
  const oddity = oddityOf(order);
  return {
    order,
    attempts,
    ended,
    capturedMinor: marked('captured')
      .filter((mark, index) => isEarlier(mark.atMs, index < actsOf('captured')))
      .map(({ amountMinor = 0 }) => amountMinor),
    refunds: (order.refunds ?? []).filter((refund, index) => isEarlier(refund.atMs, index < actsOf('refunded'))),
    reversedMinor: isReversed ? (order.reversedMinor ?? 0) : 0,
    keepsHold: earlier.findLast(isCapture)?.parameters['depositType'] === '1',
    isExpired: marked('expired').some((mark) => isEarlier(mark.atMs, true)),
    isClosed: marked('closed').some((mark) => isEarlier(mark.atMs, actsOf('closed') > 0)),
    wasChallenged: marked('challenge-started').some((mark) => isEarlier(mark.atMs, wasPaidAt)),
    ...(oddity !== undefined && { oddity }),
  };
};

const isCapture = ({ path, isRefused }: EntryView): boolean => !isRefused && isCallOf(path, actPaths.captured);

/** A form of the payer, or a call that pays. */
const isPayerOrPayment = ({ surface, method, path, isRefused }: EntryView): boolean =>
  surface === 'api' ? !isRefused && /payment\w*\.do$/i.test(path) : method === 'POST' && surface !== 'inbox';

/** The ways to pay of the provider states. */
const knownWays: ReadonlySet<string> = new Set(['CARD', 'CARD_BINDING']);

const oddityOf = ({ isPayOut, isChargedBack, acts, missedSteps, rawRefund, attempts }: Order): string | undefined => {
  if (isPayOut) return 'its money went to a card';
  if (isChargedBack) return "the payer's bank took the money back";
  if ((acts ?? []).length > 0) return 'a scenario had the bank act on it';
  if ((missedSteps ?? []).length > 0) return 'a scenario acted on it';
  if (rawRefund !== undefined) return 'it had a refund without its cart';
  const ways = new Set(attempts.map(({ paymentWay }) => paymentWay));
  return [...ways].some((way) => !knownWays.has(way)) ? `it was paid by ${[...ways].join(', ')}` : undefined;
};
