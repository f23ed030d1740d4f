import { industryPractices, type PracticeName } from '../../data/industry-practices.ts';
import { Refused } from '../../domain/errors/refused.ts';
import { endOfBankDay } from '../../domain/orders/money.ts';
import type { Attempt, Order, PracticePayment } from '../../domain/orders/order.ts';
import { lastAttempt } from '../../domain/orders/pay.ts';
import type { PaymentMeans } from '../attempt/payment-means.ts';

const dayMs = 86_400_000;

/** Ways to pay in which no payer types a card or opens a wallet. Source: BPC REST documentation, industry practice payments. */
const withoutPayer: ReadonlySet<string> = new Set(['CARD_MOTO', 'CARD_PRESENT', 'FILE_BINDING']);

/** `tii` that the original order may have, beside none. */
const initiated: ReadonlySet<string> = new Set(['CI', 'RI', 'II', 'F']);

const notAllowed = (): Refused => new Refused('practice-not-allowed');

/**
 * The attempt of the original order that a practice repeats.
 * @throws Refused unless the order is one that this practice may charge now
 */
export const repeatedAttempt = (
  order: Order,
  tii: PracticeName,
  { nowMs, utcOffsetMinutes }: { readonly nowMs: number; readonly utcOffsetMinutes: number },
): Attempt => {
  const practice = industryPractices[tii];
  const attempt = lastAttempt(order);
  const threeDs = attempt?.threeDs;
  const isAuthenticated =
    threeDs?.version === 2 && threeDs.transStatus === 'Y' && practice.routes.some((route) => route === threeDs.route);
  if (!attempt?.card || !isAuthenticated || order.status !== practice.original) throw notAllowed();
  if (order.isPreAuth || order.features.includes('VERIFY') || withoutPayer.has(attempt.paymentWay)) throw notAllowed();
  if (order.tii !== undefined && !initiated.has(order.tii)) throw notAllowed();
  const done = order.practices ?? [];
  if (done.some((other) => other.tii !== tii)) throw notAllowed();
  if (practice.isOnce && done.some(({ isApproved }) => isApproved !== false)) throw notAllowed();
  if (nowMs > lastMoment(attempt, tii, utcOffsetMinutes)) throw notAllowed();
  return attempt;
};

const lastMoment = ({ authorisation, startedAtMs, paymentWay }: Attempt, tii: PracticeName, offset: number): number => {
  const fromMs = authorisation?.atMs ?? startedAtMs;
  const { time } = industryPractices[tii];
  if (time === 'business-day') return endOfBankDay(fromMs, offset);
  if (time === 'year') {
    const from = new Date(fromMs);
    return from.setUTCFullYear(from.getUTCFullYear() + 1);
  }
  return fromMs + dayMs * (paymentWay.startsWith('CARD') ? time.cardDays : time.tokenDays);
};

/**
 * The card of an attempt once more, without its payer. It declines again if the card itself did; a scenario that declined
 * the attempt decides about that one only.
 */
export const sameMeans = ({ card, plan, explanation }: Attempt): PaymentMeans => {
  const isByCard = explanation.every(({ decider, decided }) => !decided || decider === 'card number');
  return {
    ...(card && { card }),
    number: card?.maskedPan ?? '',
    plan: {
      plan: { route: 'none', verdict: (isByCard ? plan.verdict : undefined) ?? { kind: 'approve' } },
      known: true,
      because: 'the card is that of the original order',
    },
  };
};

/** The original order with one more payment, whose result is open. */
export const withPractice = (order: Order, payment: PracticePayment): Order => ({
  ...order,
  practices: [...(order.practices ?? []), payment],
});

export const withoutPractice = (order: Order, orderId: string): Order => ({
  ...order,
  practices: (order.practices ?? []).filter((payment) => payment.orderId !== orderId),
});

/** The original order with the result of a payment. What an increment takes is refunded and reversed there. */
export const withPracticeResult = (order: Order, orderId: string, isApproved: boolean): Order => {
  const practices = (order.practices ?? []).map((payment) =>
    payment.orderId === orderId ? { ...payment, isApproved } : payment,
  );
  const payment = practices.find((one) => one.orderId === orderId);
  const addedMinor = isApproved && payment?.tii === 'IPI' ? payment.amountMinor : 0;
  return {
    ...order,
    practices,
    approvedMinor: order.approvedMinor + addedMinor,
    depositedMinor: order.depositedMinor + addedMinor,
  };
};
