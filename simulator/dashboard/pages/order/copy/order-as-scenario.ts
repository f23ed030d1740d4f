import { actionCodeRow } from '../../../../data/action-codes.ts';
import type { Attempt, Order } from '../../../../domain/orders/order.ts';

/** The attempts of an order as steps of a scenario file, so that they end in the same way with any card. */
export const orderAsScenario = (order: Order): string =>
  [
    'about: >-',
    `  As order ${order.orderNumber.replaceAll(/[^\w .-]/g, '_')} went.`,
    ...(order.attempts.length === 0
      ? ['attempts: []']
      : ['attempts:', ...order.attempts.map((attempt) => `  - ${stepOf(attempt)}`)]),
    '',
  ].join('\n');

type Step = readonly [name: string, value: string];

/** The end of the challenge, if there was one. */
export const challengeStep = ({ plan, threeDs }: Attempt): Step | undefined =>
  plan.route === 'challenge' ? ['challenge', threeDs?.failure ?? 'passed'] : undefined;

/** The decline of the bank, if it was asked. */
export const declineStep = ({ threeDs, actionCode = 0 }: Attempt): Step | undefined =>
  actionCode !== 0 && !threeDs?.failure
    ? ['decline', actionCodeRow(actionCode)?.name ?? String(actionCode)]
    : undefined;

const stepOf = (attempt: Attempt): string => {
  const parts = [challengeStep(attempt), declineStep(attempt)].flatMap((part) => (part ? [part.join(': ')] : []));
  if (parts.length === 0) return 'approve: true';
  return parts.length === 1 ? String(parts[0]) : `{ ${parts.join(', ')} }`;
};
