import type { MerchantContext } from '../../../context.ts';
import type { Order } from '../../../domain/orders/order.ts';
import { isCallOf, keptEntries } from '../../../inspection/journal/journal.ts';
import { openedPages } from '../../../inspection/orders/opened-pages.ts';

/** Which of the four steps to a first payment have been taken. */
export interface FirstSteps {
  readonly isRegistered: boolean;
  readonly isOpened: boolean;
  readonly isDecided: boolean;
  readonly isHeard: boolean;
}

/** `orders`: the latest ones of the merchant. */
export const firstSteps = async (context: MerchantContext, orders: readonly Order[]): Promise<FirstSteps> => {
  const isOpened = openedPages(context);
  const tried = orders.some(({ attempts }) => attempts.length > 0);
  const { delivered } = await context.store.callbacks.counts(context.merchant.login);
  return {
    isRegistered: orders.length > 0,
    isOpened: tried || orders.some(({ id }) => isOpened(id) === true),
    isDecided: orders.some(({ attempts }) => attempts.some(({ actionCode }) => actionCode !== undefined)),
    isHeard: delivered > 0 || (await hasAsked(context)),
  };
};

const hasAsked = async (context: MerchantContext): Promise<boolean> =>
  (await keptEntries(context)).some(({ path }) => statusCalls.some((name) => isCallOf(path, name)));

const statusCalls = ['getOrderStatusExtended.do', 'getOrderStatus.do'];
