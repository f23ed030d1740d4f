import { Refused } from '../domain/errors/refused.ts';
import type { ThreeDs } from '../domain/orders/order.ts';
import { lastAttempt } from '../domain/orders/pay.ts';
import type { Page } from '../http/page/page.ts';
import { parameter } from '../http/read/parameters.ts';
import { notFound } from '../http/reply.ts';
import { answerChallenge, type ChallengeAnswer } from '../payments/attempt/challenge.ts';
import { readChallengeKey, readTermUrl, showWayBack } from './acs-pages.ts';
import { showCodePage } from './code-page.ts';
import { leave, showChallenge } from './show-challenge.ts';

const actions: readonly ChallengeAnswer['action'][] = ['submit', 'cancel', 'resend'];

/** The buttons of the sandbox panel. */
const sandboxActions: readonly ChallengeAnswer['action'][] = ['pass', 'fail'];

/** The payer sends the code, has another one sent, or presses Pass, Fail or Cancel; or looks at the page again, maybe in another language. */
export const answerCode: Page = {
  on: 'acs',
  orderIn: (parameters) => readChallengeKey(parameters).orderId,
  show: async (request) => {
    const { found, parameters } = request;
    if (!found) return notFound;
    if (parameter(parameters, 'action') === 'show') return showChallenge.show(request);
    const termUrl = readTermUrl(parameters);
    const inForce = found.context.options.sandboxPanel ? [...actions, ...sandboxActions] : actions;
    const action = inForce.find((known) => known === parameter(parameters, 'action')) ?? 'submit';
    const answer = { action, code: parameter(parameters, 'code') ?? '' };
    try {
      const { serverTransId } = readChallengeKey(parameters);
      const order = await answerChallenge(found.context, found.order, serverTransId, answer);
      const attempt = lastAttempt(order);
      const threeDs = attempt?.threeDs;
      if (!attempt || !threeDs) return notFound;
      return threeDs.stage === 'answered'
        ? showWayBack(request, order, threeDs, termUrl)
        : showCodePage(found.context, { order, attempt, threeDs }, parameters, {
            hasResent: resentCodes(threeDs) > resentCodes(lastAttempt(found.order)?.threeDs),
          });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return leave(request, found);
    }
  },
};

const resentCodes = (threeDs: ThreeDs | undefined): number => threeDs?.resentAtMs?.length ?? 0;
