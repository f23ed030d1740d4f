import { maskExchange } from './mask-exchange.ts';

/** The part of the gateway that a request went to. */
export type Surface = 'api' | 'page' | 'acs';

/** One request with its answer, as the gateway saw it: never kept like this. */
export interface Exchange {
  readonly atMs: number;
  readonly tookMs: number;
  /** Login; empty where no merchant is known. */
  readonly merchant: string;
  readonly surface: Surface;
  readonly method: string;
  /** Without the query; it must be no part of a longer text. */
  readonly path: string;
  readonly parameters: Readonly<Record<string, string | readonly string[]>>;
  readonly httpStatus: number;
  readonly contentType: string;
  readonly answer: string;
}

/** One request with its answer as it is kept: without secrets, and each text a copy of its own, so that it holds no request in memory. */
export interface JournalEntry extends Omit<Exchange, 'parameters'> {
  /** Counts all requests, from 1. */
  readonly number: number;
  /** JSON: names to values. */
  readonly parametersJson: string;
}

/** The last requests of all merchants. */
export interface Journal {
  /** Whether it keeps anything; otherwise nobody needs to tell it. */
  readonly isOn: boolean;
  record(exchange: Exchange): void;
  /** Oldest first. */
  entries(): readonly JournalEntry[];
  /** How many entries of a merchant made room for newer ones. */
  droppedOf(merchant: string): number;
  /** Forgets what a merchant did, or everything. */
  clear(merchant?: string): void;
}

/** A journal in this process that keeps the last `size` requests; 0: none. */
export const createJournal = (size = 0): Journal => {
  let ring: JournalEntry[] = [];
  /** Where the oldest entry stands, once the ring is full. */
  let oldest = 0;
  let number = 0;
  const dropped = new Map<string, number>();

  const entries = (): readonly JournalEntry[] => [...ring.slice(oldest), ...ring.slice(0, oldest)];

  return {
    isOn: size > 0,
    record: (exchange) => {
      number++;
      const entry = maskExchange(exchange, number);
      if (ring.length < size) {
        ring.push(entry);
        return;
      }
      const gone = ring[oldest]?.merchant ?? '';
      dropped.set(gone, (dropped.get(gone) ?? 0) + 1);
      ring[oldest] = entry;
      oldest = (oldest + 1) % size;
    },
    entries,
    droppedOf: (merchant) => dropped.get(merchant) ?? 0,
    clear: (merchant) => {
      ring = merchant === undefined ? [] : entries().filter((entry) => entry.merchant !== merchant);
      oldest = 0;
      if (merchant === undefined) dropped.clear();
      else dropped.delete(merchant);
    },
  };
};
