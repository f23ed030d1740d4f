import type { Order } from './order.ts';
import type { RefusalReason } from './refused.ts';

/** What a bank does with an order by itself, without a call of the shop. */
export const bankActs = ['expire', 'capture', 'reverse', 'refund', 'chargeback'] as const;

export type BankAct = (typeof bankActs)[number];

/** What a planned act counts its time from: the order is registered, its payer comes to the issuer's page, its money is held or taken. */
export const actMoments = ['registered', 'at-acs', 'paid'] as const;

export type ActMoment = (typeof actMoments)[number];

/** Something that the bank is going to do with an order, or has done, because a scenario says so. */
export interface PlannedAct {
  readonly scenario: string;
  /** Which entry of that scenario's `later` it is, from 0. */
  readonly step: number;
  readonly act: BankAct;
  /** Of capture, reverse and refund; all of it by default. */
  readonly amountMinor?: number;
  readonly since: ActMoment;
  readonly afterMs: number;
  /** When it happens; absent as long as the moment that it counts from has not come. */
  readonly dueMs?: number;
  /** It has had its time: it is done, or was refused. */
  readonly isOver?: true;
  /** Why nothing was done: the order's state did not allow it. */
  readonly refusedWith?: RefusalReason;
}

/** The act that comes first, with its time; undefined where none has a time yet. */
export const nextAct = ({ acts = [] }: Order): (PlannedAct & { readonly dueMs: number }) | undefined => {
  let first: (PlannedAct & { readonly dueMs: number }) | undefined;
  for (const act of acts) {
    if (act.isOver || act.dueMs === undefined) continue;
    if (first === undefined || act.dueMs < first.dueMs) first = { ...act, dueMs: act.dueMs };
  }
  return first;
};

/** The order with a new plan. What has a time already stays, and does not begin again. */
export const withPlan = (order: Order, plan: readonly PlannedAct[]): Order => {
  const begun = (order.acts ?? []).filter(({ dueMs }) => dueMs !== undefined);
  const added = plan.filter((act) => !begun.some((other) => isSame(act, other)));
  return begun.length + added.length > 0 || order.acts ? { ...order, acts: [...begun, ...added] } : order;
};

/** Gives a time to the acts that count from this moment. */
export const startActs = (order: Order, moment: ActMoment, nowMs: number): Order =>
  order.acts?.some((act) => isWaitingFor(act, moment))
    ? {
        ...order,
        acts: order.acts.map((act) => (isWaitingFor(act, moment) ? { ...act, dueMs: nowMs + act.afterMs } : act)),
      }
    : order;

/** The order after an act has had its time. */
export const withActOver = (order: Order, act: PlannedAct, refusedWith?: RefusalReason): Order => ({
  ...order,
  acts: (order.acts ?? []).map((other) =>
    isSame(act, other) ? { ...other, isOver: true, ...(refusedWith && { refusedWith }) } : other,
  ),
});

const isSame = (one: PlannedAct, other: PlannedAct): boolean =>
  one.scenario === other.scenario && one.step === other.step;

const isWaitingFor = ({ since, dueMs }: PlannedAct, moment: ActMoment): boolean =>
  since === moment && dueMs === undefined;

const isUnpaid = ({ status }: Order): boolean =>
  status === 'created' || status === 'acs-started' || status === 'pending';

const isPaid = ({ status }: Order): boolean => status === 'approved' || status === 'deposited';

/** The changed order, where acts that count from this change get their time. */
export const withActsBegun = (before: Order, after: Order, nowMs: number): Order => {
  const moment = after.acts && momentOf(before, after);
  return moment ? startActs(after, moment, nowMs) : after;
};

/** The moment that a change of an order is, if acts count from it. */
const momentOf = (before: Order, after: Order): ActMoment | undefined => {
  if (before.status === 'created' && after.status === 'acs-started') return 'at-acs';
  return isUnpaid(before) && isPaid(after) ? 'paid' : undefined;
};
