import { types } from 'node:util';
import { checkUse } from '../gateway/check-use.ts';
import { fields } from '../options/check.ts';
import { anyObject, date, minorUnits } from '../options/checks.ts';
import { type CallSandbox, merchantPath } from './call-sandbox.ts';
import type { Whose } from './merchant.ts';
import type { OrderState, OrderSummary, SandboxOrder } from './order.ts';

/** The orders to list; absent fields match any. */
export interface OrderFilter {
  readonly status?: OrderState;
  /** `%` stands for any text. */
  readonly orderNumber?: string;
  /** Only those that were registered at this time of the merchant's clock or later: a Date, or ISO 8601. */
  readonly since?: Date | string;
  /** Only those that were registered before this time: a Date, or ISO 8601. */
  readonly until?: Date | string;
  readonly amountMinor?: number;
  /** The last four digits of a card that was tried. */
  readonly card?: string;
  readonly email?: string;
  /** Of the last attempt, or of the end of the order. */
  readonly actionCode?: number;
  /** A part of the number, the orderId or the e-mail, or a card's last four digits. */
  readonly search?: string;
  /** Only those older than this orderId: `next` of the list before. */
  readonly before?: string;
  /** The largest number of results. Default 50. */
  readonly limit?: number;
}

export interface OrderList {
  /** Newest first. */
  readonly orders: readonly OrderSummary[];
  /** The number of matching orders, regardless of `before` and `limit`. */
  readonly total: number;
  /** The value of `before` for the next page; absent on the last. */
  readonly next?: string;
}

/** An act of the bank on an order, without a call of the shop. */
export type BankAct = 'expire' | 'capture' | 'reverse' | 'refund' | 'chargeback';

/** Of capture, reverse and refund; all of it by default. */
export interface ActDetails {
  readonly amountMinor?: number;
}

const actDetails = fields<ActDetails>()({ amountMinor: minorUnits });

const momentText = (name: string, moment: Date | string | undefined): string | undefined => {
  if (!types.isDate(moment)) return moment;
  checkUse(`orders.list: ${name}`, date, moment);
  return moment.toISOString();
};

export type OrderCalls = ReturnType<typeof orderCalls>;

/** `sandbox.orders`: the orders of a merchant, and acts of its bank on them. */
export const orderCalls = (call: CallSandbox) => ({
  /** The orders of a merchant, newest first. */
  list: async (whose: Whose, filter: OrderFilter = {}) => {
    checkUse('orders.list', anyObject(), filter);
    const { since, until, ...others } = filter;
    const period = { since: momentText('since', since), until: momentText('until', until) };
    return call<OrderList>(`GET ${merchantPath(whose)}/orders`, { query: { ...others, ...period } });
  },

  /** All about one order: state, attempts with their reasons, refunds, callbacks, requests, and a timeline. */
  get: (whose: Whose, orderId: string) => call<SandboxOrder>(`GET ${orderPath(whose, orderId)}`),

  /**
   * An act of the bank, which sends the usual callbacks; resolves with the order afterwards. `amountMinor`: of
   * capture, reverse and refund, all of it by default. Rejects with a `SandboxProblem` that has a `reason` if the
   * state of the order does not allow it.
   */
  act: async (whose: Whose, orderId: string, act: BankAct, details: ActDetails = {}) => {
    checkUse('orders.act', actDetails, details);
    const { amountMinor } = details;
    return call<SandboxOrder>(`POST ${orderPath(whose, orderId)}/acts`, { body: { act, amountMinor } });
  },
});

const orderPath = (whose: Whose, orderId: string): `/${string}` =>
  `${merchantPath(whose)}/orders/${encodeURIComponent(orderId)}`;
