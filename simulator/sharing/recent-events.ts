/** The last things of a numbered row without gaps. */
export interface Ring<Thing extends { readonly id: number }> {
  push(thing: Thing): void;
  /** Those that are left after this id, oldest first. */
  after(id: number): readonly Thing[];
  /** The id of the oldest. */
  oldestId(): number | undefined;
  clear(): void;
}

/** Keeps this many at least, and twice as many at most. */
export const createRing = <Thing extends { readonly id: number }>(size: number): Ring<Thing> => {
  let things: Thing[] = [];
  return {
    push: (thing) => {
      things.push(thing);
      if (things.length > size * 2) things = things.slice(-size);
    },
    after: (id) => things.filter((thing) => thing.id > id),
    oldestId: () => things[0]?.id,
    clear: () => {
      things = [];
    },
  };
};
