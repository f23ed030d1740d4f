import type { Order } from '../../domain/orders/order.ts';
import type { OrderPeriod } from '../store.ts';

interface Registration {
  readonly atMs: number;
  readonly id: string;
}

/** Orders of each merchant by the time of their registration, oldest first; of one moment in the turn in which they came. */
export const createRegistrations = () => {
  const ofMerchants = new Map<string, Registration[]>();

  /** The first place that is not before this time, or that is after it. */
  const placeOf = (all: readonly Registration[], atMs: number, isAfter: boolean): number => {
    let [low, high] = [0, all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const ms = all[middle]?.atMs ?? 0;
      if (ms < atMs || (isAfter && ms === atMs)) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  const indexOf = (all: readonly Registration[], { registeredAtMs, id }: Order): number => {
    let at = placeOf(all, registeredAtMs, false);
    while (at < all.length && all[at]?.id !== id) at++;
    return at;
  };

  return {
    add: ({ merchant, registeredAtMs: atMs, id }: Order): void => {
      const all = ofMerchants.get(merchant) ?? [];
      ofMerchants.set(merchant, all);
      if ((all.at(-1)?.atMs ?? atMs) <= atMs) all.push({ atMs, id });
      else all.splice(placeOf(all, atMs, true), 0, { atMs, id });
    },
    /** Ids, newest first. `before`: only those behind this order. */
    *newestFirst(merchant: string, { sinceMs, beforeMs }: OrderPeriod, before?: Order): Generator<string> {
      const all = ofMerchants.get(merchant) ?? [];
      const end = beforeMs === undefined ? all.length : placeOf(all, beforeMs, false);
      let at = Math.min(end, before ? indexOf(all, before) : end);
      for (at--; at >= 0; at--) {
        const one = all[at];
        if (!one || (sinceMs !== undefined && one.atMs < sinceMs)) return;
        yield one.id;
      }
    },
    /** Whether every order of a merchant was registered in this period. */
    areAllIn: (merchant: string, { sinceMs, beforeMs }: OrderPeriod): boolean => {
      const all = ofMerchants.get(merchant) ?? [];
      const [first, last] = [all[0]?.atMs ?? 0, all.at(-1)?.atMs ?? 0];
      return (sinceMs === undefined || first >= sinceMs) && (beforeMs === undefined || last < beforeMs);
    },
    forget: (merchant: string): void => void ofMerchants.delete(merchant),
  };
};
