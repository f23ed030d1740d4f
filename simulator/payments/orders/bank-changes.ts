import { bankOf, type OfProcess } from '../../banks/bank-of.ts';
import type { Context } from '../../context.ts';
import type { BankAct } from '../../domain/orders/bank-act.ts';
import { capture, chargeBack, type MoneyRequest, refund, reverse } from '../../domain/orders/money.ts';
import type { Order } from '../../domain/orders/order.ts';
import { expire } from '../../domain/orders/pay.ts';
import { refundFacts } from '../../issuer/refund-facts.ts';

/** `amountMinor`: of capture, reverse and refund; by default everything. */
type ActDetails = Omit<MoneyRequest, 'items'>;

type Change = (context: Pick<Context, 'bank'> & OfProcess, order: Order, details: ActDetails) => Order;

/** The order after an act of the bank. @throws Refused if the order's state does not allow it. */
export const bankChanges: Readonly<Record<BankAct, Change>> = {
  expire: (context, order) => expire(order, bankOf(context, order).expiredActionCode),
  capture: (_context, order, details) => capture(order, details),
  reverse: (context, order, details) =>
    reverse(order, details, { captured: bankOf(context, order).capturedReversal, untilMs: details.nowMs }),
  refund: (_context, order, details) => refund(order, details, refundFacts(order, details.nowMs)),
  chargeback: (_context, order) => chargeBack(order),
};
