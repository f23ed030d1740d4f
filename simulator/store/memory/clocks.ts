import type { ClockStore, KeptClock } from '../store.ts';

export const memoryClocks = (): ClockStore => {
  const clocks = new Map<string, KeptClock>();
  return {
    save: async (clock) => void clocks.set(clock.merchant, clock),
    all: async () => [...clocks.values()],
    forget: async (merchant) => void clocks.delete(merchant),
  };
};
