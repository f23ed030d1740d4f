import type { Explanation } from '../../domain/orders/attempt-plan.ts';
import type { Attempt, Order } from '../../domain/orders/order.ts';
import { orderStatusNumbers } from '../../domain/orders/order-status.ts';
import { codeInWords, statusInWords } from './describe-end.ts';

interface ExplainedOrder extends Pick<Order, 'status' | 'actionCode'> {
  readonly attempts: readonly ExplainedAttempt[];
}

interface ExplainedAttempt extends Pick<Attempt, 'number' | 'plan' | 'explanation' | 'actionCode' | 'threeDs'> {
  readonly card?: { readonly maskedPan: string };
}

/** Why an order ended as it did, for people: each attempt with its action code, its decider, and the others. */
export const printExplanation = ({ status, actionCode, attempts }: ExplainedOrder): string => {
  const end = [
    `orderStatus  ${statusInWords(orderStatusNumbers[status])}`,
    `actionCode   ${codeInWords(actionCode)}`,
    ...(attempts.length === 0 ? ['There was no attempt to pay.'] : []),
  ].join('\n');
  return `${[end, ...attempts.map(printAttempt)].join('\n\n')}\n`;
};

const printAttempt = ({ number, card, plan, threeDs, actionCode, explanation }: ExplainedAttempt): string =>
  [
    `Attempt ${number}${card ? ` with card ${card.maskedPan}` : ''}: ${resultOf(actionCode)}`,
    ...(actionCode === undefined ? [] : [`  action code  ${codeInWords(actionCode)}`]),
    `  3-D Secure   ${plan.route}${threeDs?.failure ? `, ${threeDs.failure}` : ''}`,
    `  decided by   ${decidersOf(explanation)}`,
    ...printDeciders(explanation).map((line) => `    ${line}`),
  ].join('\n');

const resultOf = (actionCode: number | undefined): string => {
  if (actionCode === undefined) return 'not over';
  return actionCode === 0 ? 'approved' : 'not approved';
};

const decidersOf = (explanation: readonly Explanation[]): string =>
  explanation
    .filter(({ decided }) => decided)
    .map(({ decider }) => decider)
    .join(', then ');

/** Every decider in order, a line each: `yes` if it decided. */
export const printDeciders = (explanation: readonly Explanation[]): readonly string[] => {
  const width = Math.max(0, ...explanation.map(({ decider }) => decider.length));
  return explanation.map(
    ({ decider, decided, because }) => `${decided ? 'yes' : 'no '}  ${decider.padEnd(width)}  ${because}`,
  );
};
