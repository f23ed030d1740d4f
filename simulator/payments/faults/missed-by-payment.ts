import type { MerchantContext } from '../../context.ts';
import { pageNames } from '../../data/endpoint-names.ts';
import type { MissedStep } from '../../domain/orders/missed-step.ts';
import type { Order } from '../../domain/orders/order.ts';
import { isUnpaid } from '../../domain/orders/planned-acts.ts';
import { type DeciderQuery, mayHaveSteps, stepsOf } from './next-step.ts';

type Reasons = Readonly<Partial<Record<string, string>>>;

/**
 * Faults of callbacks and calls that an order can no longer have, because it was just paid in another way: without
 * 3-D Secure, in one phase, without a stored card.
 */
export const missedByPayment = async (
  context: MerchantContext,
  before: Order,
  after: Order,
  about: Omit<DeciderQuery, 'merchant'>,
  atMs: number,
): Promise<readonly MissedStep[]> => {
  const missed: MissedStep[] = [];
  if (after.actionCode !== 0 || !isUnpaid(before) || isUnpaid(after)) return missed;
  for (const [part, noun, reasonsFor] of [
    ['callbacks', 'the callback', () => missingCallbacks(before, after)],
    ['gateway', 'the call', (scenario: string) => missingCalls(after, scenario)],
  ] as const) {
    if (!mayHaveSteps(context, part, about)) continue;
    const { scenario, steps } = await stepsOf(context, part, { ...about, merchant: context.merchant });
    const reasons = reasonsFor(scenario);
    for (const { on, sentence } of steps) {
      const because = reasons[on];
      if (because !== undefined)
        missed.push({ atMs, scenario, asked: `a fault of ${noun} ${on} (${sentence})`, because });
    }
  }
  return missed;
};

const missingCallbacks = (before: Order, after: Order): Reasons => ({
  ...(!after.isPreAuth && { approved: 'the order takes the money in one phase' }),
  ...((after.bindingId === undefined || before.bindingId !== undefined || !after.attempts.at(-1)?.savesCard) && {
    bindingCreated: 'the payment stored no card',
  }),
});

/**
 * The pages between shop and issuer, if the payer was never sent to the issuer; and the other registration, if the order
 * itself asks for the scenario: one of the merchant may be meant for other orders.
 */
const missingCalls = ({ isPreAuth, attempts, params }: Order, scenario: string): Reasons => ({
  ...(!isPreAuth && params['scenario'] === scenario && { registerPreAuth: 'the order takes the money in one phase' }),
  ...(attempts.every(({ plan }) => plan.route !== 'challenge') &&
    Object.fromEntries(pagesAtIssuer.map((page) => [page, "the payer did not come to the issuer's page"]))),
});

const pagesAtIssuer = pageNames.filter((name) => name !== 'page');
