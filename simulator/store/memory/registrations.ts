import type { Order } from '../../domain/orders/order.ts';
import type { OrderPeriod } from '../store.ts';

/** Two lists of the same length, which take less room than one of objects: a busy gateway keeps a million orders. */
interface Registrations {
  readonly times: number[];
  readonly ids: string[];
}

const none: Registrations = { times: [], ids: [] };

/** Orders of each merchant by the time of their registration, oldest first; of one moment in the turn in which they came. */
export const createRegistrations = () => {
  const ofMerchants = new Map<string, Registrations>();

  const listOf = (merchant: string): Registrations => {
    const known = ofMerchants.get(merchant);
    if (known) return known;
    const list = { times: [], ids: [] };
    ofMerchants.set(merchant, list);
    return list;
  };

  /** The first place that is not before this time, or that is after it. */
  const placeOf = ({ times }: Registrations, atMs: number, isAfter: boolean): number => {
    let [low, high] = [0, times.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const ms = times[middle] ?? 0;
      if (ms < atMs || (isAfter && ms === atMs)) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  const indexOf = (all: Registrations, { registeredAtMs, id }: Order): number => {
    let at = placeOf(all, registeredAtMs, false);
    while (at < all.ids.length && all.ids[at] !== id) at++;
    return at;
  };

  return {
    add: ({ merchant, registeredAtMs: atMs, id }: Order): void => {
      const all = listOf(merchant);
      const { times, ids } = all;
      if ((times.at(-1) ?? atMs) <= atMs) {
        times.push(atMs);
        ids.push(id);
        return;
      }
      const place = placeOf(all, atMs, true);
      times.splice(place, 0, atMs);
      ids.splice(place, 0, id);
    },
    /** Ids, newest first. `before`: only those behind this order. */
    *newestFirst(merchant: string, { sinceMs, beforeMs }: OrderPeriod, before?: Order): Generator<string> {
      const all = ofMerchants.get(merchant) ?? none;
      const end = beforeMs === undefined ? all.ids.length : placeOf(all, beforeMs, false);
      let at = Math.min(end, before ? indexOf(all, before) : end);
      for (at--; at >= 0; at--) {
        const [atMs, id] = [all.times[at], all.ids[at]];
        if (atMs === undefined || id === undefined || (sinceMs !== undefined && atMs < sinceMs)) return;
        yield id;
      }
    },
    /** Whether every order of a merchant was registered in this period. */
    areAllIn: (merchant: string, { sinceMs, beforeMs }: OrderPeriod): boolean => {
      const { times } = ofMerchants.get(merchant) ?? none;
      const [first, last] = [times[0] ?? 0, times.at(-1) ?? 0];
      return (sinceMs === undefined || first >= sinceMs) && (beforeMs === undefined || last < beforeMs);
    },
    forget: (merchant: string): void => void ofMerchants.delete(merchant),
  };
};
