import { type Clock, createClock } from '../runtime/clock.ts';
import type { KeptClock } from '../store/store.ts';

/** A clock for each merchant, made when it is first needed. All run with the clock of the process until they are moved. */
export interface MerchantClocks {
  of(login: string): Clock;
  /** Drops the clock of a merchant, with everything that is planned on it. */
  forget(login: string): void;
  /** Resolves when nothing that has begun is still running, on any clock. */
  settled(): Promise<void>;
  stop(): void;
}

/** A merchant's clock as the store keeps it. `ground`: the clock of the process. */
export const keptClock = (merchant: string, clock: Clock, ground: Clock): KeptClock => ({
  merchant,
  nowMs: clock.now(),
  aheadMs: clock.now() - ground.now(),
  isFrozen: clock.isFrozen(),
});

/** Sets a merchant's clock as this process or another has left it: it stands still, or has run on since. */
export const followClock = ({ nowMs, aheadMs, isFrozen }: KeptClock, clock: Clock, ground: Clock): void =>
  clock.follow({ nowMs: isFrozen ? nowMs : ground.now() + aheadMs, isFrozen });

export interface MerchantClockOptions {
  /** Runs a move, stop or start of a merchant's clock after all earlier ones; by default they run at once. */
  readonly inOrder?: (login: string, move: () => Promise<void>) => Promise<void>;
  /** Called before a merchant's clock moves forward, with the moment where it will end; may refuse. */
  readonly beforeMove?: (login: string, toMs: number) => Promise<void>;
  /** Called when a merchant's clock was moved, stopped or started. */
  readonly onMove?: (login: string, clock: Clock) => void | Promise<void>;
  /** As of a clock. */
  readonly onFailure?: (error: unknown) => void;
}

interface MadeClock {
  readonly clock: Clock;
  /** The same clock, whose moves run in order. */
  readonly ordered: Clock;
}

export const createMerchantClocks = (
  ground: Clock,
  { inOrder, beforeMove, onMove = () => {}, onFailure }: MerchantClockOptions = {},
): MerchantClocks => {
  const clocks = new Map<string, MadeClock>();

  const known = (login: string): MadeClock => {
    const made = clocks.get(login) ?? make(login);
    clocks.set(login, made);
    return made;
  };

  const make = (login: string): MadeClock => {
    const clock = createClock({
      ground,
      onMove: (moved) => onMove(login, moved),
      ...(onFailure && { onFailure }),
    });
    if (beforeMove) clock.beforeMove((toMs) => beforeMove(login, toMs));
    if (!inOrder || login === '') return { clock, ordered: clock };
    // The clock may have been replaced by the time its turn comes.
    return { clock, ordered: movedBy(clock, (move) => inOrder(login, () => move(known(login).clock))) };
  };

  return {
    of: (login) => known(login).ordered,
    forget: (login) => {
      clocks.get(login)?.clock.stop();
      clocks.delete(login);
    },
    settled: async () => {
      await ground.settled();
      for (const { clock } of clocks.values()) await clock.settled();
    },
    stop: () => {
      for (const { clock } of clocks.values()) clock.stop();
      ground.stop();
    },
  };
};

/** A clock whose moves go through `make`. */
const movedBy = (clock: Clock, make: (move: (clock: Clock) => Promise<void>) => Promise<void>): Clock => ({
  ...clock,
  advance: (ms) => make((latest) => latest.advance(ms)),
  set: (ms) => make((latest) => latest.set(ms)),
  freeze: () => make((latest) => latest.freeze()),
  run: () => make((latest) => latest.run()),
});
