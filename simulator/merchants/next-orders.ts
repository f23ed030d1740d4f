import type { MerchantContext } from '../context.ts';
import type { FollowedScenario } from '../domain/followed-scenario.ts';
import type { Merchant } from '../domain/merchant.ts';
import type { Order } from '../domain/orders/order.ts';
import type { Store } from '../store/store.ts';

type Counters = Pick<Store, 'counters'>;

/** The keys under which the store counts the orders. No name of a scenario begins with a space. */
const prefix = ' next orders ';
const generations = ' scenarios for next orders';

/** A number for a scenario of the next orders, whose count begins at none. */
export const beginNextOrders = async ({ counters }: Counters, login: string): Promise<number> => {
  await counters.forget(login, prefix);
  return counters.next(login, generations);
};

/** How many orders will still follow the scenario that a merchant has for its next orders. */
export const ordersLeft = async ({ counters }: Counters, { login, nextOrders }: Merchant): Promise<number> =>
  nextOrders ? Math.max(0, nextOrders.orders - ((await counters.find(login, keyOf(nextOrders.id))) ?? 0)) : 0;

const keyOf = (id: number): string => `${prefix}${id}`;

/**
 * Takes one of the places in the scenario that a merchant has for its next orders; undefined if none is left. An order that
 * is sent again under its number keeps its place. The count is the store's, so two processes never take the same place.
 */
export const takePlace = async (
  { counters }: Counters,
  merchant: Merchant,
  orderNumber: string | undefined,
): Promise<FollowedScenario | undefined> => {
  const { login, nextOrders } = merchant;
  if (!nextOrders) return undefined;
  const { id, orders, ...followed } = nextOrders;
  const numbered = orderNumber === undefined ? undefined : `${keyOf(id)} ${orderNumber}`;
  if (numbered !== undefined && (await counters.find(login, numbered)) !== undefined) return followed;
  if ((await ordersLeft({ counters }, merchant)) === 0) return undefined;
  const place = await counters.next(login, keyOf(id));
  if (place > orders) return undefined;
  if (numbered !== undefined) await counters.set(login, numbered, place);
  return followed;
};

/** The merchant as an order knows it that follows a scenario of its own. */
export const withFollowed = (merchant: Merchant, followed: FollowedScenario | undefined): Merchant => {
  if (!followed) return merchant;
  const { scenario: _, ownScenario: __, nextOrders: ___, ...others } = merchant;
  const { scenario, ownScenario } = followed;
  return { ...others, ...(scenario !== undefined && { scenario }), ...(ownScenario !== undefined && { ownScenario }) };
};

/** The same as a context, for the decisions about this order only. */
export const contextOfOrder = (context: MerchantContext, { follows }: Pick<Order, 'follows'>): MerchantContext =>
  follows ? { ...context, merchant: withFollowed(context.merchant, follows) } : context;
