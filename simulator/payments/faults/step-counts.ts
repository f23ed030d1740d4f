import type { Context } from '../../context.ts';
import type { Order } from '../../domain/orders/order.ts';

/** Adds one to the count of a scenario's step; resolves with the new count. */
export type CountStep = (scenario: string, step: number) => Promise<number>;

/** The beginning of the keys under which the store counts the steps of a scenario. */
const countPrefix = (scenario: string): string => `${scenario} `;

/** The key under which the store counts the resets. No name of a scenario begins with a space. */
const resetKey = (scenario: string): string => ` reset ${scenario}`;

/** Counts in the store, apart for each subject: an order, a stored card. */
export const countInStore =
  ({ store }: Context, merchant: string, subject: string): CountStep =>
  (scenario, step) =>
    store.counters.next(merchant, `${countPrefix(scenario)}${subject} ${step}`);

/** Counts in the next version of an order, so that a change that is not carried out counts nothing. */
export const countInOrder = ({ store }: Context, before: Order) => {
  let counts = before.stepCounts;
  const count: CountStep = async (scenario, step) => {
    const resets = await store.counters.find(before.merchant, resetKey(scenario));
    const key = `${countPrefix(scenario)}${step} ${resets ?? 0}`;
    const next = (counts?.[key] ?? 0) + 1;
    counts = { ...counts, [key]: next };
    return next;
  };
  return { count, withCounts: (order: Order): Order => (counts ? { ...order, stepCounts: counts } : order) };
};

/** Lets the steps of a scenario that happen a number of times begin anew for a merchant. */
export const resetStepCounts = async (
  { counters }: Context['store'],
  merchant: string,
  scenario: string,
): Promise<void> => {
  await counters.forget(merchant, countPrefix(scenario));
  await counters.next(merchant, resetKey(scenario));
};
