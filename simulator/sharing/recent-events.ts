/** Something that happened to a merchant. No card numbers, security codes, passwords or tokens are in it. */
export interface GatewayEvent {
  /** Counts the events of all merchants, from 1; one count for all processes that share a store. */
  readonly id: number;
  readonly type: 'request' | 'order' | 'callback' | 'clock';
  /** Login; empty if no merchant is known. */
  readonly merchant: string;
  /** By the merchant's clock, milliseconds since 1970. */
  readonly atMs: number;
  /** Depends on the type. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** The last events, by ids without gaps: at least this many, and at most twice as many. */
export const createRecentEvents = (size: number) => {
  let events: GatewayEvent[] = [];
  return {
    push: (event: GatewayEvent): void => {
      events.push(event);
      if (events.length > size * 2) events = events.slice(-size);
    },
    /** Oldest first. */
    after: (id: number) => events.filter((event) => event.id > id),
    oldestId: () => events[0]?.id,
    clear: () => {
      events = [];
    },
  };
};
