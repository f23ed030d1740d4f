import type { Context } from '../context.ts';
import { lastAttempt } from '../domain/pay.ts';
import { Refused } from '../domain/refused.ts';
import type { Visit } from '../http/page/page-request.ts';
import { parameter } from '../http/read/parameters.ts';
import { readParameters } from '../http/read/read-parameters.ts';
import { contextOfOrder } from '../own-context.ts';
import { answerChallenge, type ChallengeAnswer } from '../payments/attempt/challenge.ts';
import { readChallengeKey, readTermUrl, showCodePage, showWayBack } from './acs-pages.ts';
import { leave } from './show-challenge.ts';

const actions: readonly ChallengeAnswer['action'][] = ['submit', 'pass', 'fail', 'cancel'];

/** The payer sends the code, or presses Pass, Fail or Cancel. */
export const answerCode =
  (process: Context) =>
  async (ctx: Visit): Promise<void> => {
    const parameters = await readParameters(ctx.req);
    const { orderId, serverTransId } = readChallengeKey(parameters);
    const context = await contextOfOrder(process, orderId);
    const termUrl = readTermUrl(parameters);
    const action = actions.find((known) => known === parameter(parameters, 'action')) ?? 'submit';
    const code = parameter(parameters, 'code') ?? '';
    try {
      const order = await answerChallenge(context, orderId, serverTransId, { action, code });
      const attempt = lastAttempt(order);
      const threeDs = attempt?.threeDs;
      if (!attempt || !threeDs) return undefined;
      if (threeDs.stage === 'answered') return showWayBack(context, ctx, order, threeDs, termUrl);
      return await showCodePage(context, ctx, { order, attempt, threeDs, termUrl });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return leave(context, ctx, orderId);
    }
  };
