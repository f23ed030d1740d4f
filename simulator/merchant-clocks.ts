import { type Clock, createClock } from './clock.ts';

/** A clock for each merchant, made when it is first needed. All run with the clock of the process until they are moved. */
export interface MerchantClocks {
  of(login: string): Clock;
  /** Drops the clock of a merchant, with everything that is planned on it. */
  forget(login: string): void;
  /** Resolves when nothing that has begun is still running, on any clock. */
  settled(): Promise<void>;
  stop(): void;
}

/** `onMove`: told when a merchant's clock was moved, stopped or started. */
export const createMerchantClocks = (
  ground: Clock,
  onMove: (login: string, clock: Clock) => void = () => {},
): MerchantClocks => {
  const clocks = new Map<string, Clock>();
  return {
    of: (login) => {
      const known = clocks.get(login);
      if (known) return known;
      const clock = createClock({ ground, onMove: (moved) => onMove(login, moved) });
      clocks.set(login, clock);
      return clock;
    },
    forget: (login) => {
      clocks.get(login)?.stop();
      clocks.delete(login);
    },
    settled: async () => {
      await ground.settled();
      for (const clock of clocks.values()) await clock.settled();
    },
    stop: () => {
      for (const clock of clocks.values()) clock.stop();
      ground.stop();
    },
  };
};
