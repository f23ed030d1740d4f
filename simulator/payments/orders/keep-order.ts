import type { MerchantContext } from '../../context.ts';
import { nextDueMs } from '../../domain/due.ts';
import { noAttemptYet, type Order } from '../../domain/order.ts';
import { Refused } from '../../domain/refused.ts';
import { noteChange } from './report-change.ts';

/** What an order must be told; the rest is as for every new one. */
export type NewOrder = Pick<
  Order,
  'merchant' | 'orderNumber' | 'amountMinor' | 'currency' | 'language' | 'returnUrl' | 'expiresAtMs' | 'merchantIp'
> &
  Partial<Order>;

/** Where the payer goes if a call names no address: the gateway's own result page. */
export const ownResultPage = 'finish.html';

/** Shared by all orders that have none. */
const none: readonly never[] = Object.freeze([]);
const noParams: Order['params'] = Object.freeze({});

/** A registered order that nobody has tried to pay. */
export const newOrder = ({ ids, clock, options }: MerchantContext, facts: NewOrder): Order => {
  const nowMs = clock.now();
  return {
    id: ids.uuid(nowMs),
    version: 1,
    status: 'created',
    actionCode: noAttemptYet,
    isPreAuth: false,
    feeMinor: 0,
    registeredAtMs: nowMs,
    attemptsAllowed: options.paymentAttempts,
    attempts: none,
    approvedMinor: 0,
    depositedMinor: 0,
    refundedMinor: 0,
    params: noParams,
    features: none,
    ...facts,
  };
};

/** Keeps a new order. @throws Refused where its number was used before. */
export const keepOrder = async (context: MerchantContext, order: Order): Promise<Order> => {
  const older = await context.store.orders.insert(order);
  if (older) throw new Refused(isUnpaid(older) ? 'order-number-registered' : 'order-number-processed');
  noteChange(context, undefined, order);
  context.wakeAt(nextDueMs(order) ?? order.expiresAtMs);
  return order;
};

/** Somebody may still pay it, be it at this moment. */
const isUnpaid = ({ status }: Order): boolean => status === 'created' || status === 'acs-started';
