import type { Exchange, JournalEntry } from './exchange.ts';
import { maskRequest, withMaskedAnswer } from './mask-exchange.ts';

/** The last requests of all merchants. */
export interface Journal {
  /** Whether it keeps anything; otherwise `record` need not be called. */
  readonly isOn: boolean;
  /** The entry, whose answer is not masked yet. */
  record(exchange: Exchange): JournalEntry;
  /** Oldest first. */
  entries(): readonly JournalEntry[];
  /** The number of a merchant's entries that were dropped for their age or for newer ones; 0 if none is newer than `since`. */
  droppedOf(merchant: string, since?: number): number;
  /** Drops the entries of a merchant and those that named it, or all. */
  clear(merchant?: string): void;
}

export interface JournalOptions {
  /** How many requests it keeps, the last ones; 0: it is off. */
  readonly size?: number | undefined;
  /** How long it keeps each, in milliseconds of its clock; for ever by default. */
  readonly ageMs?: number | undefined;
  /** Real time: no merchant moves it. */
  readonly clock: { now(): number; after(delayMs: number, action: () => void): unknown };
}

interface Kept {
  entry: JournalEntry;
  readonly sinceMs: number;
  /** Its answer is masked. */
  isMasked: boolean;
}

interface Dropped {
  count: number;
  lastNumber: number;
}

/** The entry of a request, masked at its first reading. */
const masked = (kept: Kept): JournalEntry => {
  if (!kept.isMasked) {
    kept.entry = withMaskedAnswer(kept.entry);
    kept.isMasked = true;
  }
  return kept.entry;
};

/** How long entries that are too old may stay in memory, so that they are dropped together. */
const sweepMs = 60_000;

/** A journal in this process. */
export const createJournal = ({ size = 0, ageMs = Number.POSITIVE_INFINITY, clock }: JournalOptions): Journal => {
  let ring: Kept[] = [];
  /** Where the oldest entry stands, once the ring is full. */
  let oldest = 0;
  let number = 0;
  let isSweepPlanned = false;
  const isAging = Number.isFinite(ageMs);
  const dropped = new Map<string, Dropped>();

  const inOrder = (): Kept[] => [...ring.slice(oldest), ...ring.slice(0, oldest)];

  const drop = ({ entry }: Kept): void => {
    const known = dropped.get(entry.merchant);
    if (!known) dropped.set(entry.merchant, { count: 1, lastNumber: entry.number });
    else {
      known.count++;
      known.lastNumber = entry.number;
    }
  };

  const dropOld = (): void => {
    const firstMs = clock.now() - ageMs;
    const first = ring[oldest];
    if (!first || first.sinceMs >= firstMs) return;
    const all = inOrder();
    const young = all.findIndex(({ sinceMs }) => sinceMs >= firstMs);
    ring = young < 0 ? [] : all.slice(young);
    oldest = 0;
    for (const old of all.slice(0, all.length - ring.length)) drop(old);
  };

  const planSweep = ({ sinceMs }: Kept): void => {
    isSweepPlanned = true;
    clock.after(sinceMs + ageMs + sweepMs - clock.now(), () => {
      isSweepPlanned = false;
      dropOld();
      const first = ring[oldest];
      if (first) planSweep(first);
    });
  };

  return {
    isOn: size > 0,
    record: (exchange) => {
      number++;
      const entry = maskRequest(exchange, number);
      const kept = { entry, sinceMs: isAging ? clock.now() : 0, isMasked: false };
      if (isAging && !isSweepPlanned) planSweep(kept);
      const gone = ring[oldest];
      if (ring.length < size || !gone) {
        ring.push(kept);
        return entry;
      }
      drop(gone);
      ring[oldest] = kept;
      oldest = (oldest + 1) % size;
      return entry;
    },
    entries: () => {
      dropOld();
      return inOrder().map(masked);
    },
    droppedOf: (merchant, since = 0) => {
      dropOld();
      const gone = dropped.get(merchant);
      return gone && gone.lastNumber > since ? gone.count : 0;
    },
    clear: (merchant) => {
      ring =
        merchant === undefined
          ? []
          : inOrder().filter(({ entry }) => (entry.namedLogin ?? entry.merchant) !== merchant);
      oldest = 0;
      if (merchant === undefined) dropped.clear();
      else dropped.delete(merchant);
    },
  };
};
