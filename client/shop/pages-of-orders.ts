/** How many orders a page shows. */
const pageSize = 20;

export interface PageOfOrders {
  readonly number: number;
  readonly count: number;
  /** The place of its first order, from 0. */
  readonly from: number;
  readonly to: number;
}

/** The page that an address asks for, by default the first; undefined if there is none. */
export const pageOfOrders = (asked: unknown, orders: number): PageOfOrders | undefined => {
  const count = Math.max(Math.ceil(orders / pageSize), 1);
  const number = asked === undefined ? 1 : Number(asked);
  if (asked !== undefined && !(typeof asked === 'string' && /^[1-9]\d{0,8}$/.test(asked))) return undefined;
  return number > count ? undefined : { number, count, from: (number - 1) * pageSize, to: number * pageSize };
};
