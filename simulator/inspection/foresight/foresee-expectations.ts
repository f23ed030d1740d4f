import type { Expectation } from '../../scenario-engine/definition/rehearsal.ts';
import type { Scenario } from '../../scenario-engine/scenario.ts';
import { foreseeAttempts } from './foresee-attempts.ts';
import type { Foreseen } from './foresee-scenario.ts';

/** Expectations of a scenario that its rehearsal surely fails, without playing it. */
export const foreseeExpectations = (scenario: Scenario): readonly Foreseen[] => {
  const { expect, phases, gateway } = scenario;
  // A fault can change the status that the rehearsal reads, and whatever comes before.
  if (gateway.length > 0) return [];
  const { isPaid } = foreseeAttempts(scenario);
  return (Object.keys(expect) as (keyof Expectation)[]).flatMap((name) => {
    const because = isPaid ? heldIn(phases, name, expect) : needsPayment[name]?.(expect) && 'no attempt pays the order';
    return because ? [{ path: ['expect', name], problem: `cannot be met: ${because}`, isNote: false }] : [];
  });
};

/** `orderStatus` of orders that are paid or were. */
const paid: ReadonlySet<unknown> = new Set([1, 2, 3, 4, 8]);

/** Values that an order has only after a payment. */
const needsPayment: Readonly<Partial<Record<keyof Expectation, (expect: Expectation) => boolean>>> = {
  orderStatus: ({ orderStatus }) => paid.has(orderStatus),
  approved: ({ approved = 0 }) => approved > 0,
  deposited: ({ deposited = 0 }) => deposited > 0,
  refunded: ({ refunded = 0 }) => refunded > 0,
  chargeback: ({ chargeback = false }) => chargeback,
};

/** Held in full, or captured in part with more to come. */
const held: ReadonlySet<unknown> = new Set([1, 8]);

const heldIn = (phases: 1 | 2, name: keyof Expectation, { orderStatus }: Expectation): string | undefined =>
  name === 'orderStatus' && phases === 1 && held.has(orderStatus)
    ? 'the order is paid in one phase, so that nothing is held; add phases: 2'
    : undefined;
