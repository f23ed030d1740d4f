import { type CallSandbox, merchantPath } from './call-sandbox.ts';
import type { Whose } from './merchant.ts';
import type { OrderState, OrderSummary, SandboxOrder } from './order.ts';

/** Which orders to list; what is left out does not matter. */
export interface OrderFilter {
  readonly status?: OrderState;
  readonly orderNumber?: string;
  /** Only those that were registered at this time of the merchant's clock or later: a Date, or ISO 8601. */
  readonly since?: Date | string;
  /** Only those older than this orderId: `next` of the list before. */
  readonly before?: string;
  /** At most so many. Default 50. */
  readonly limit?: number;
}

export interface OrderList {
  /** Newest first. */
  readonly orders: readonly OrderSummary[];
  /** How many the filter lets through, `before` and `limit` aside. */
  readonly total: number;
  /** What `before` has to be to see the next ones; absent where there are none. */
  readonly next?: string;
}

/** What a bank does with an order by itself, without a call of the shop. */
export type BankAct = 'expire' | 'capture' | 'reverse' | 'refund' | 'chargeback';

export type OrderCalls = ReturnType<typeof orderCalls>;

/** `sandbox.orders`: what became of the orders of a merchant, and what its bank does with them by itself. */
export const orderCalls = (call: CallSandbox) => ({
  /** The orders of a merchant, newest first. */
  list: (whose: Whose, { since, ...others }: OrderFilter = {}) => {
    const sinceText = since instanceof Date ? since.toISOString() : since;
    return call<OrderList>(`GET ${merchantPath(whose)}/orders`, { query: { ...others, since: sinceText } });
  },

  /** All about one order: state, attempts and why they ended so, refunds, callbacks, requests, and a timeline. */
  get: (whose: Whose, orderId: string) => call<SandboxOrder>(`GET ${orderPath(whose, orderId)}`),

  /**
   * The bank acts by itself, and the shop is told as ever; resolves with the order as it is then. `amountMinor`: of
   * capture, reverse and refund, all of it by default. Rejects with a `SandboxProblem` that has a `reason` where the
   * state of the order does not allow it.
   */
  act: (whose: Whose, orderId: string, act: BankAct, { amountMinor }: { readonly amountMinor?: number } = {}) =>
    call<SandboxOrder>(`POST ${orderPath(whose, orderId)}/acts`, { body: { act, amountMinor } }),
});

const orderPath = (whose: Whose, orderId: string): `/${string}` =>
  `${merchantPath(whose)}/orders/${encodeURIComponent(orderId)}`;
