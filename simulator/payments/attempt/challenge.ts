import { bankOf } from '../../banks/bank-of.ts';
import type { MerchantContext } from '../../context.ts';
import { Refused } from '../../domain/errors/refused.ts';
import type { ChallengeEnd } from '../../domain/orders/attempt-plan.ts';
import type { Attempt, Order, ThreeDs } from '../../domain/orders/order.ts';
import { concludeAttempt, lastAttempt, withLastAttempt } from '../../domain/orders/pay.ts';
import { failedChallengeCode as challengeCode } from '../../issuer/authenticate.ts';
import { changeOrder } from '../orders/change-order.ts';
import { currentOrder } from '../orders/current-order.ts';
import { authoriseAttempt } from './authorise-attempt.ts';

/** Codes of the issuer's page, the longer ones for 3-D Secure 1. Source: SDK tests of gateways on this software. */
const goodCodes: readonly string[] = ['123456', '12345678'];
const badCodes: readonly string[] = ['000000', '00000000'];
export const mostWrongCodes = 3;

/** How long the payer waits for a code before another may be sent, in milliseconds. A guess. */
const resendAfterMs = 30_000;
/** How often another code may be sent in one challenge. A guess. */
const mostResends = 3;

export interface ChallengeAnswer {
  readonly action: 'submit' | 'pass' | 'fail' | 'cancel' | 'resend';
  readonly code: string;
}

/** The attempt on the issuer's page. @throws Refused if that challenge is not open. */
export const openChallenge = async (
  context: MerchantContext,
  read: Order,
  serverTransId: string,
): Promise<{ order: Order; attempt: Attempt; threeDs: ThreeDs }> => {
  const order = await currentOrder(context, read);
  return { order, ...challengeOf(order, serverTransId) };
};

const challengeOf = (order: Order, serverTransId: string): { attempt: Attempt; threeDs: ThreeDs } => {
  const attempt = lastAttempt(order);
  const threeDs = attempt?.threeDs;
  const isOpen = order.status === 'acs-started' && threeDs?.serverTransId === serverTransId;
  if (!attempt || !threeDs || !isOpen) throw new Refused('order-processed');
  return { attempt, threeDs };
};

/** The order after the payer's answer to the issuer: still on the issuer's page, or answered. */
export const answerChallenge = (
  context: MerchantContext,
  read: Order,
  serverTransId: string,
  answer: ChallengeAnswer,
): Promise<Order> =>
  changeOrder(context, read, (order) => {
    const { attempt, threeDs } = challengeOf(order, serverTransId);
    if (threeDs.stage === 'answered') return order;
    const changed =
      answer.action === 'resend'
        ? resend(attempt, threeDs, context.clock.now())
        : judge(threeDs, attempt.plan.challengeEnd ?? 'payer', answer);
    return withLastAttempt(order, (last) => ({ ...last, threeDs: changed }));
  });

/** Whether the payer may ask for another code. */
export interface Resending {
  /** How often that is still possible. */
  readonly left: number;
  /** When it is possible again, in milliseconds since 1970. */
  readonly fromMs: number;
}

export const resendingOf = ({ startedAtMs }: Attempt, { resentAtMs = [] }: ThreeDs): Resending => ({
  left: mostResends - resentAtMs.length,
  fromMs: (resentAtMs.at(-1) ?? startedAtMs) + resendAfterMs,
});

/** The challenge with one more code sent; unchanged if it is too early, or the last one was sent. */
const resend = (attempt: Attempt, threeDs: ThreeDs, nowMs: number): ThreeDs => {
  const { left, fromMs } = resendingOf(attempt, threeDs);
  return left <= 0 || nowMs < fromMs ? threeDs : { ...threeDs, resentAtMs: [...(threeDs.resentAtMs ?? []), nowMs] };
};

const judge = (threeDs: ThreeDs, scripted: ChallengeEnd, { action, code }: ChallengeAnswer): ThreeDs => {
  if (scripted === 'abandoned') return threeDs;
  if (scripted !== 'payer') return scripted === 'passed' ? passed(threeDs) : failed(threeDs, scripted);
  if (action === 'pass') return passed(threeDs);
  if (action === 'fail') return failed(threeDs, 'failed');
  if (action === 'cancel') return failed(threeDs, 'cancelled');
  const typed = code.replace(/\s/g, '');
  if (goodCodes.includes(typed)) return passed(threeDs);
  const wrongCodes = threeDs.wrongCodes + 1;
  if (badCodes.includes(typed) || wrongCodes >= mostWrongCodes) return failed({ ...threeDs, wrongCodes }, 'failed');
  return { ...threeDs, wrongCodes };
};

const passed = (threeDs: ThreeDs): ThreeDs => ({ ...threeDs, stage: 'answered', transStatus: 'Y' });

const failed = (threeDs: ThreeDs, failure: NonNullable<ThreeDs['failure']>): ThreeDs => ({
  ...threeDs,
  stage: 'answered',
  transStatus: 'N',
  failure,
});

/**
 * Continues the payment after the issuer's page, with the result of the issuer, not of the browser.
 * @throws Refused if the order is not at the issuer's page, or has no answer yet.
 */
export const finishChallenge = (context: MerchantContext, read: Order, serverTransId?: string): Promise<Order> =>
  changeOrder(context, read, (order) => {
    const { attempt, threeDs } = challengeOf(order, serverTransId ?? lastAttempt(order)?.threeDs?.serverTransId ?? '');
    if (threeDs.stage !== 'answered') throw new Refused('order-busy');
    if (threeDs.transStatus === 'Y') return authoriseAttempt(context, order);
    return concludeAttempt(
      order,
      { actionCode: challengeCode(threeDs, attempt.plan, bankOf(context, order)), approvedMinor: 0 },
      context.clock.now(),
    );
  });
