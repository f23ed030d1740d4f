import type { RefusalReason } from '../errors/refused.ts';
import type { ActMoment, PlannedAct } from './bank-act.ts';
import type { Order } from './order.ts';

/** The earliest act that is due; undefined if none has a time yet. */
export const nextAct = ({ acts = [] }: Order): (PlannedAct & { readonly dueMs: number }) | undefined => {
  let first: (PlannedAct & { readonly dueMs: number }) | undefined;
  for (const act of acts) {
    if (act.isOver || act.dueMs === undefined) continue;
    if (first === undefined || act.dueMs < first.dueMs) first = { ...act, dueMs: act.dueMs };
  }
  return first;
};

/** The order with a new plan. Acts that have a time already stay as they are. */
export const withPlan = (order: Order, plan: readonly PlannedAct[]): Order => {
  const begun = (order.acts ?? []).filter(({ dueMs }) => dueMs !== undefined);
  const added = plan.filter((act) => !begun.some((other) => isSame(act, other)));
  return begun.length + added.length > 0 || order.acts ? { ...order, acts: [...begun, ...added] } : order;
};

/** Gives the acts that count from this moment their time. */
export const startActs = (order: Order, moment: ActMoment, nowMs: number): Order =>
  order.acts?.some((act) => isWaitingFor(act, moment))
    ? {
        ...order,
        acts: order.acts.map((act) => (isWaitingFor(act, moment) ? { ...act, dueMs: nowMs + act.afterMs } : act)),
      }
    : order;

/** The order after an act that was done, refused, or can never come. */
export const withActOver = (order: Order, act: PlannedAct, refusedWith?: RefusalReason): Order => ({
  ...order,
  acts: (order.acts ?? []).map((other) =>
    isSame(act, other) ? { ...other, isOver: true, ...(refusedWith && { refusedWith }) } : other,
  ),
});

export const isSame = (one: PlannedAct, other: PlannedAct): boolean =>
  one.scenario === other.scenario && one.step === other.step;

const isWaitingFor = ({ since, dueMs }: PlannedAct, moment: ActMoment): boolean =>
  since === moment && dueMs === undefined;

export const isUnpaid = ({ status }: Order): boolean =>
  status === 'created' || status === 'acs-started' || status === 'pending';

export const isPaid = ({ status }: Order): boolean => status === 'approved' || status === 'deposited';

/** The changed order; acts that count from this change have their time. */
export const withActsBegun = (before: Order, after: Order, nowMs: number): Order => {
  const moment = after.acts && momentOf(before, after);
  return moment ? startActs(after, moment, nowMs) : after;
};

const momentOf = (before: Order, after: Order): ActMoment | undefined => {
  if (before.status === 'created' && after.status === 'acs-started') return 'at-acs';
  return isUnpaid(before) && isPaid(after) ? 'paid' : undefined;
};
