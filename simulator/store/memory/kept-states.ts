import type { KeptState, KeptStateStore } from '../store.ts';

export const memoryKeptStates = (): KeptStateStore => {
  const states = new Map<string, KeptState>();
  return {
    save: async (state) => void states.set(state.merchant, state),
    find: async (merchant) => states.get(merchant),
    all: async () =>
      [...states.values()]
        .map(({ document: _, ...about }) => about)
        .sort((one, other) => one.untilMs - other.untilMs || (one.merchant < other.merchant ? -1 : 1)),
    forget: async (merchant) => void states.delete(merchant),
  };
};
