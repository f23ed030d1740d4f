import type { GatewayEvent } from './gateway-event.ts';

/** The last events, by ids without gaps. */
export interface RecentEvents {
  push(event: GatewayEvent): void;
  /** Oldest first. */
  after(id: number): readonly GatewayEvent[];
  oldestId(): number | undefined;
  clear(): void;
}

/** Keeps at least this many events, and at most twice as many. */
export const createRecentEvents = (size: number): RecentEvents => {
  let events: GatewayEvent[] = [];
  return {
    push: (event) => {
      events.push(event);
      if (events.length > size * 2) events = events.slice(-size);
    },
    after: (id) => events.filter((event) => event.id > id),
    oldestId: () => events[0]?.id,
    clear: () => {
      events = [];
    },
  };
};
