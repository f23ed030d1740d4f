import { Refused } from '../errors/refused.ts';
import type { Order } from './order.ts';

/** The part of a cart position in a capture or refund. */
export interface CartShare {
  readonly positionId: string;
  readonly amountMinor: number;
}

type Item = Readonly<Record<string, unknown>>;

const numberIn = (item: Item, name: string): number => Number(item[name] ?? 0);

/**
 * The order's cart after a capture: `depositedItemAmount` of each position. Without shares the sum fills the positions in
 * their order, which is a guess. @throws Refused if the shares do not add up, or one is unknown or too large.
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

/** The order's cart after a refund; without shares the sum is taken from the last positions first, which is a guess. */
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
  if (shares.length > 0 && totalOf(shares) !== amountMinor) throw new Refused('cart-total');
  const cart = orderBundle?.['cartItems'] as { readonly items?: readonly Item[] } | undefined;
  if (!orderBundle || !cart?.items) return nothing;
  const moved = shares.length > 0 ? byShares(cart.items, shares, mostOf) : bySum(cart.items, amountMinor, mostOf, sign);
  const items = cart.items.map((item, index) => ({
    ...item,
    depositedItemAmount: numberIn(item, 'depositedItemAmount') + sign * (moved[index] ?? 0),
  }));
  return { orderBundle: { ...orderBundle, cartItems: { ...cart, items } } };
};

const totalOf = (shares: readonly CartShare[]): number => shares.reduce((sum, share) => sum + share.amountMinor, 0);

const byShares = (
  items: readonly Item[],
  shares: readonly CartShare[],
  mostOf: (item: Item) => number,
): readonly number[] => {
  const leftMinor = new Map<string, number>();
  for (const { positionId, amountMinor } of shares)
    leftMinor.set(positionId, (leftMinor.get(positionId) ?? 0) + amountMinor);
  const moved = items.map((item) => {
    const positionId = String(item['positionId']);
    const asked = leftMinor.get(positionId) ?? 0;
    const taken = Math.min(asked, mostOf(item));
    leftMinor.set(positionId, asked - taken);
    return taken;
  });
  for (const [positionId, minor] of leftMinor) {
    const isKnown = items.some((item) => String(item['positionId']) === positionId);
    if (!isKnown) throw new Refused('cart-malformed', { field: `positionId ${positionId}` });
    if (minor > 0) throw new Refused('cart-position-amount', { field: `positionId ${positionId}` });
  }
  return moved;
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
