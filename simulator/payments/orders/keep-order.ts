import type { MerchantContext } from '../../context.ts';
import { Refused } from '../../domain/errors/refused.ts';
import { nextDueMs } from '../../domain/orders/due.ts';
import { noAttemptYet, type Order } from '../../domain/orders/order.ts';
import { reportChange } from './report-change.ts';

/** The facts of a new order; the others have defaults. */
type NewOrder = Pick<
  Order,
  'merchant' | 'orderNumber' | 'amountMinor' | 'currency' | 'language' | 'returnUrl' | 'expiresAtMs' | 'merchantIp'
> &
  Partial<Order>;

/** The gateway's own result page, for orders without a return address. */
export const ownResultPage = 'finish.html';

/** Shared by all orders. */
const none: readonly never[] = Object.freeze([]);
const noParams: Order['params'] = Object.freeze({});

/** An id for a new order, in the form of the bank. */
export const newOrderId = ({ ids, clock, bank }: MerchantContext): string =>
  bank.orderIds === 'letters' ? ids.letters() : ids.uuid(clock.now());

export const newOrder = (context: MerchantContext, facts: NewOrder): Order => {
  const { clock, options, merchant, bank } = context;
  const nowMs = clock.now();
  return {
    id: newOrderId(context),
    version: 1,
    status: 'created',
    actionCode: noAttemptYet,
    isPreAuth: false,
    feeMinor: 0,
    registeredAtMs: nowMs,
    attemptsAllowed: merchant.paymentAttempts ?? options.paymentAttempts ?? bank.paymentAttempts,
    attempts: none,
    approvedMinor: 0,
    depositedMinor: 0,
    refundedMinor: 0,
    params: noParams,
    features: none,
    ...facts,
  };
};

/** Stores a new order. @throws Refused if its number was used before. */
export const keepOrder = async (context: MerchantContext, order: Order): Promise<Order> => {
  const older = await context.store.orders.insert(order);
  if (older) throw new Refused(isUnpaid(older) ? 'order-number-registered' : 'order-number-processed');
  reportChange(context, undefined, order);
  context.wakeAt(nextDueMs(order) ?? order.expiresAtMs);
  return order;
};

const isUnpaid = ({ status }: Order): boolean => status === 'created' || status === 'acs-started';
