import type { Callback } from '../../domain/callback.ts';
import type { Order } from '../../domain/orders/order.ts';
import type { Log } from '../../runtime/log.ts';
import { withoutPassword } from '../../text/without-password.ts';
import { faultLine, isGivenUp, lastTryLine } from '../callbacks/callback-timeline.ts';
import { fieldOf, operationOf } from '../callbacks/callbacks.ts';
import { orderPageBeside } from './order-address.ts';
import { type OrderStep, orderSteps } from './order-timeline.ts';

/** Writes the steps of orders and the tries of callbacks into the log. */
export interface StepLog {
  /** `before`: undefined for a new order. */
  readonly order: (before: Order | undefined, after: Order) => void;
  /** A callback before its first try: the fault that a scenario has for it. */
  readonly newCallback: (callback: Callback) => void;
  /** A callback after a try. */
  readonly callback: (callback: Callback) => void;
}

/** `controlUrl`: the address of the control API, which shows an order. */
export const createStepLog = (log: Log, controlUrl: () => string): StepLog => {
  const pageOf = (orderId: string): string => orderPageBeside(controlUrl(), orderId);

  return {
    order: (before, after) => {
      if (!log.isInfo) return;
      const { merchant, id: orderId, orderNumber, status: state } = after;
      const facts = { merchant, orderId, orderNumber, state };
      for (const { line = '', isTrouble } of newSteps(before, after))
        log.step('info', { ...facts, ...((!before || isTrouble) && { page: pageOf(orderId) }) }, line);
    },
    newCallback: (callback) => {
      if (callback.fault && log.isInfo) log.step('info', callbackFacts(callback), faultLine(callback, callback.fault));
    },
    callback: (callback) => {
      const isOver = isGivenUp(callback);
      if (!isOver && !log.isInfo) return;
      const facts = callbackFacts(callback);
      const { orderId } = facts;
      const page = isOver && orderId !== undefined && { page: pageOf(orderId) };
      log.step(isOver ? 'warn' : 'info', { ...facts, ...page }, lastTryLine(callback));
    },
  };
};

/** The steps with a line that an earlier version of the order did not have. */
const newSteps = (before: Order | undefined, after: Order): readonly OrderStep[] => {
  const known = new Set(before && orderSteps(before).map(({ id }) => id));
  return orderSteps(after).filter(({ id, line }) => line !== undefined && !known.has(id));
};

const callbackFacts = (callback: Callback) => {
  const { id: callbackId, merchant, subject, url, tries } = callback;
  const operation = operationOf(callback);
  const orderNumber = fieldOf(callback, 'orderNumber');
  // A scenario may have sent another order's id.
  const orderId = operation.startsWith('binding') ? fieldOf(callback, 'mdOrder') || undefined : subject;
  const { httpStatus, error } = tries.at(-1) ?? {};
  return {
    merchant,
    ...(orderId !== undefined && { orderId }),
    ...(orderNumber !== '' && { orderNumber }),
    ...(subject !== orderId && { bindingId: subject }),
    callbackId,
    operation,
    address: withoutPassword(url),
    tries: tries.length,
    ...(httpStatus !== undefined && { httpStatus }),
    ...(error !== undefined && { reason: error }),
  };
};
