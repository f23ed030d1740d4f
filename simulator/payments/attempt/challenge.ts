import type { MerchantContext } from '../../context.ts';
import type { ChallengeEnd } from '../../domain/attempt-plan.ts';
import type { Attempt, Order, ThreeDs } from '../../domain/order.ts';
import { concludeAttempt, lastAttempt, withLastAttempt } from '../../domain/pay.ts';
import { Refused } from '../../domain/refused.ts';
import { failedChallengeCode } from '../../issuer/authenticate.ts';
import { changeOrder } from '../orders/change-order.ts';
import { currentOrder } from '../orders/current-order.ts';
import { authoriseAttempt } from './authorise-attempt.ts';

/** Codes of the issuer's page. Source: SDK tests of gateways on this software. */
const goodCode = '123456';
const badCode = '000000';
export const mostWrongCodes = 3;

export interface ChallengeAnswer {
  readonly action: 'submit' | 'pass' | 'fail' | 'cancel';
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
    const changed = judge(threeDs, attempt.plan.challengeEnd ?? 'payer', answer);
    return withLastAttempt(order, (last) => ({ ...last, threeDs: changed }));
  });

const judge = (threeDs: ThreeDs, scripted: ChallengeEnd, { action, code }: ChallengeAnswer): ThreeDs => {
  if (scripted === 'abandoned') return threeDs;
  if (scripted !== 'payer') return scripted === 'passed' ? passed(threeDs) : failed(threeDs, scripted);
  if (action === 'pass') return passed(threeDs);
  if (action === 'fail') return failed(threeDs, 'failed');
  if (action === 'cancel') return failed(threeDs, 'cancelled');
  const typed = code.replace(/\s/g, '');
  if (typed === goodCode) return passed(threeDs);
  const wrongCodes = threeDs.wrongCodes + 1;
  if (typed === badCode || wrongCodes >= mostWrongCodes) return failed({ ...threeDs, wrongCodes }, 'failed');
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
      { actionCode: failedChallengeCode(threeDs, attempt.plan), approvedMinor: 0 },
      context.clock.now(),
    );
  });
