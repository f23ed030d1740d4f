import { bankOf } from '../banks/bank-of.ts';
import type { Context } from '../context.ts';
import { capture, chargeBack, refund, reverse } from '../domain/money.ts';
import type { Order } from '../domain/order.ts';
import { expire } from '../domain/pay.ts';
import { refundFacts } from '../issuer/refund-facts.ts';
import { contextOfOrder } from '../own-context.ts';
import { changeOrder } from './change-order.ts';

/** What a bank does with an order by itself, without a call of the shop. */
export const bankActs = ['expire', 'capture', 'reverse', 'refund', 'chargeback'] as const;

export type BankAct = (typeof bankActs)[number];

/** `amountMinor`: of capture, reverse and refund; all of it by default. */
interface ActDetails {
  readonly amountMinor?: number;
  readonly nowMs: number;
}

type Change = (context: Context, order: Order, details: ActDetails) => Order;

const changes: Readonly<Record<BankAct, Change>> = {
  expire: (context, order) => expire(order, bankOf(context, order).expiredActionCode),
  capture: (_context, order, details) => capture(order, details),
  reverse: (context, order, details) =>
    reverse(order, details, { captured: bankOf(context, order).capturedReversal, untilMs: details.nowMs }),
  refund: (_context, order, details) => refund(order, details, refundFacts(order, details.nowMs)),
  chargeback: (_context, order) => chargeBack(order),
};

/** The bank acts, and the shop is told as of anything that happens to an order. @throws Refused where the order's state does not allow it. */
export const actAsBank = async (
  process: Context,
  orderId: string,
  act: BankAct,
  { amountMinor }: { readonly amountMinor?: number } = {},
): Promise<Order> => {
  const context = await contextOfOrder(process, orderId);
  const details = { nowMs: context.clock.now(), ...(amountMinor !== undefined && { amountMinor }) };
  return changeOrder(context, orderId, (order) => changes[act](context, order, details), { byTime: act === 'expire' });
};
