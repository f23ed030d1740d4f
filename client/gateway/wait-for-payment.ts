import { fields } from '../options/check.ts';
import { signal as signalCheck, text, waitMs } from '../options/checks.ts';
import { isPassing } from './call-gateway.ts';
import { checkUse } from './check-use.ts';
import type { Wait } from './client-options.ts';
import { GatewayTimeout } from './gateway-errors.ts';
import { type OrderStatusAnswer, orderStatus } from './order-status-answer.ts';

/** How an order ended, or came to rest. */
export type PaymentOutcome = 'paid' | 'held' | 'declined' | 'reversed' | 'refunded';

export interface FinishedPayment {
  readonly status: OrderStatusAnswer;
  readonly outcome: PaymentOutcome;
}

export interface WaitForPaymentOptions {
  readonly orderId: string;
  /** Default 20 minutes, the usual life of an order. */
  readonly timeoutMs?: number;
  /** Pause after the first look; doubles up to `maxDelayMs`. Default 1 000. */
  readonly firstDelayMs?: number;
  /** Default 15 000. */
  readonly maxDelayMs?: number;
  /** Ends the wait; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

const optionsCheck = fields<WaitForPaymentOptions>({ needs: ['orderId'] })({
  orderId: text,
  timeoutMs: waitMs,
  firstDelayMs: waitMs,
  maxDelayMs: waitMs,
  signal: signalCheck,
});

const outcomes: ReadonlyMap<number, PaymentOutcome> = new Map([
  [orderStatus.held, 'held'],
  [orderStatus.partlyDeposited, 'held'],
  [orderStatus.paid, 'paid'],
  [orderStatus.reversed, 'reversed'],
  [orderStatus.refunded, 'refunded'],
  [orderStatus.declined, 'declined'],
]);

/** The outcome that a status stands for; undefined while the customer can still pay. A declined card alone is no end. */
export const outcomeOf = (status: OrderStatusAnswer): PaymentOutcome | undefined => outcomes.get(status.orderStatus);

type AskStatus = (orderId: string, signal: AbortSignal) => Promise<OrderStatusAnswer>;

/** The words for a status in which the customer can still pay. */
const openStates: ReadonlyMap<number, string> = new Map([
  [orderStatus.created, 'registered: has the payer paid?'],
  [orderStatus.atAcs, "at the issuer's page (3-D Secure): has the payer answered?"],
  [orderStatus.pending, 'pending: the bank has not decided yet'],
]);

/** Asks for the status, ever more rarely, until it is final. Faults that may pass are waited out like an open order. */
export const waitForPayment = async (
  askStatus: AskStatus,
  wait: Wait,
  options: WaitForPaymentOptions,
): Promise<FinishedPayment> => {
  checkUse('waitForPayment', optionsCheck, options);
  const { orderId, timeoutMs = 1_200_000, firstDelayMs = 1_000, maxDelayMs = 15_000, signal } = options;
  const deadline = AbortSignal.timeout(timeoutMs);
  const startedAtMs = performance.now();
  let pausedMs = 0;
  let lastSeen: unknown;
  for (let delayMs = Math.max(1, firstDelayMs); ; delayMs *= 2) {
    const look = await lookOnce(askStatus, orderId, deadline, signal);
    if (look.finished) return look.finished;
    lastSeen = look.seen ?? lastSeen;

    // Pauses count as well as the clock, so that a caller's own `wait` cannot make this endless.
    const leftMs = timeoutMs - Math.max(pausedMs, performance.now() - startedAtMs);
    if (leftMs <= 0) break;
    const pauseMs = Math.min(delayMs, maxDelayMs, leftMs);
    await wait(pauseMs, signal);
    pausedMs += pauseMs;
  }
  const message = `order ${orderId} did not come to an end within ${timeoutMs} ms; last seen: ${describe(lastSeen)}`;
  throw new GatewayTimeout(message, { cause: lastSeen });
};

const lookOnce = async (askStatus: AskStatus, orderId: string, deadline: AbortSignal, signal?: AbortSignal) => {
  try {
    const status = await askStatus(orderId, signal ? AbortSignal.any([signal, deadline]) : deadline);
    const outcome = outcomeOf(status);
    return outcome ? { finished: { status, outcome } } : { seen: status };
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    if (!isPassing(error) && error !== deadline.reason) throw error;
    // The end of the time says nothing about the order.
    return { seen: error === deadline.reason ? undefined : error };
  }
};

const describe = (seen: unknown): string => {
  if (seen === undefined) return 'no answer of the gateway';
  if (seen instanceof Error) return seen.message;
  const status = seen as OrderStatusAnswer;
  return `orderStatus ${status.orderStatus}, ${declineOf(status) ?? openStates.get(status.orderStatus) ?? 'which this client does not know'}`;
};

/** The customer may try again after a decline. */
const declineOf = ({ orderStatus: state, actionCode = 0, actionCodeDescription }: OrderStatusAnswer) => {
  if (state !== orderStatus.created || actionCode === 0 || actionCode === noAttemptYet) return undefined;
  const meaning = actionCodeDescription ? ` (${actionCodeDescription})` : '';
  return `registered, and a card was declined with actionCode ${actionCode}${meaning}: does the payer try another?`;
};

/** `actionCode` before any attempt. Source: BPC REST documentation. */
const noAttemptYet = -100;
