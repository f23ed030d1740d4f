import type { Order } from './order.ts';
import { Refused } from './refused.ts';

/** A position of the cart, and how much of it a capture or refund is about, in minor units. */
export interface CartShare {
  readonly positionId: string;
  readonly amountMinor: number;
}

type Item = Readonly<Record<string, unknown>>;

const numberIn = (item: Item, name: string): number => Number(item[name] ?? 0);

/**
 * The order's cart after a capture: `depositedItemAmount` of each position. Without positions the sum fills them in
 * their order, which is a guess. @throws Refused where a position is unknown or holds less.
 */
export const cartAfterCapture = (
  order: Order,
  amountMinor: number,
  shares: readonly CartShare[] = [],
): Partial<Order> =>
  changed(
    order,
    shares,
    amountMinor,
    (item) => numberIn(item, 'itemAmount') - numberIn(item, 'depositedItemAmount'),
    1,
  );

/** The order's cart after a refund; without positions the sum is taken from the last ones first, which is a guess. */
export const cartAfterRefund = (order: Order, amountMinor: number, shares: readonly CartShare[] = []): Partial<Order> =>
  changed(order, shares, amountMinor, (item) => numberIn(item, 'depositedItemAmount'), -1);

const nothing: Partial<Order> = Object.freeze({});

const changed = (
  { orderBundle }: Order,
  shares: readonly CartShare[],
  amountMinor: number,
  mostOf: (item: Item) => number,
  sign: 1 | -1,
): Partial<Order> => {
  const cart = orderBundle?.['cartItems'] as { readonly items?: readonly Item[] } | undefined;
  if (!orderBundle || !cart?.items) return nothing;
  const moved = shares.length > 0 ? byShares(cart.items, shares, mostOf) : bySum(cart.items, amountMinor, mostOf, sign);
  const items = cart.items.map((item, index) => ({
    ...item,
    depositedItemAmount: numberIn(item, 'depositedItemAmount') + sign * (moved[index] ?? 0),
  }));
  return { orderBundle: { ...orderBundle, cartItems: { ...cart, items } } };
};

const byShares = (
  items: readonly Item[],
  shares: readonly CartShare[],
  mostOf: (item: Item) => number,
): readonly number[] => {
  const unknown = shares.find(({ positionId }) => !items.some((item) => String(item['positionId']) === positionId));
  if (unknown) throw new Refused('cart-malformed', { field: `positionId ${unknown.positionId}` });
  return items.map((item) => {
    const amount = shares
      .filter(({ positionId }) => positionId === String(item['positionId']))
      .reduce((sum, share) => sum + share.amountMinor, 0);
    if (amount > mostOf(item)) throw new Refused('cart-item-amount', { field: `positionId ${item['positionId']}` });
    return amount;
  });
};

const bySum = (
  items: readonly Item[],
  amountMinor: number,
  mostOf: (item: Item) => number,
  sign: 1 | -1,
): readonly number[] => {
  let leftMinor = amountMinor;
  const take = (item: Item): number => {
    const taken = Math.min(leftMinor, mostOf(item));
    leftMinor -= taken;
    return taken;
  };
  return sign === 1 ? items.map(take) : items.toReversed().map(take).toReversed();
};
