/** Chance that repeats for the same seed. */
export interface Chance {
  /** A whole number from 0 to below this. */
  below(limit: number): number;
  pick<T>(list: readonly T[]): T;
  /** True so often of one. */
  is(share: number): boolean;
}

/** Mulberry32: small, fast, good enough to choose what is sent. */
export const chanceOf = (seed: number): Chance => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    below: (limit) => Math.floor(next() * limit),
    pick: (list) => list[Math.floor(next() * list.length)] as (typeof list)[number],
    is: (share) => next() < share,
  };
};

/** The same chance without anything unlikely. */
export const withoutSurprise = (chance: Chance): Chance => ({ ...chance, is: (share) => share > 0.9 });
