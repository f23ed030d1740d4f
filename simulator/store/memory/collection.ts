/** What a collection keeps: whole things of a merchant, each version a new object. */
export interface Kept {
  readonly id: string;
  readonly version: number;
  readonly merchant: string;
}

/** Things of merchants by id. */
export interface Collection<Thing extends Kept> {
  insert(thing: Thing): Promise<void>;
  find(id: string): Promise<Thing | undefined>;
  /** Keeps the next version; false when somebody else has changed the thing since it was read. */
  replace(next: Thing): Promise<boolean>;
  /** All things of a merchant, oldest first. */
  ofMerchant(merchant: string): Promise<readonly Thing[]>;
  /** Drops all things of a merchant. */
  forget(merchant: string): Promise<void>;
}

/** A collection in this process. */
export const memoryCollection = <Thing extends Kept>(): Collection<Thing> => {
  const things = new Map<string, Thing>();
  const idsByMerchant = new Map<string, string[]>();
  return {
    insert: async (thing) => {
      const ids = idsByMerchant.get(thing.merchant) ?? [];
      idsByMerchant.set(thing.merchant, ids);
      ids.push(thing.id);
      things.set(thing.id, thing);
    },
    find: async (id) => things.get(id),
    replace: async (next) => {
      if (things.get(next.id)?.version !== next.version - 1) return false;
      things.set(next.id, next);
      return true;
    },
    ofMerchant: async (merchant) => (idsByMerchant.get(merchant) ?? []).flatMap((id) => things.get(id) ?? []),
    forget: async (merchant) => {
      for (const id of idsByMerchant.get(merchant) ?? []) things.delete(id);
      idsByMerchant.delete(merchant);
    },
  };
};
