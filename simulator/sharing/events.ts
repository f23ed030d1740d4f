import type { Callback } from '../domain/callback.ts';
import type { Order } from '../domain/order.ts';
import { orderStatusNumbers } from '../domain/order-status.ts';
import type { Clock } from '../runtime/clock.ts';
import { afterMachineTime, type Cancel } from '../runtime/machine-time.ts';
import type { Channel } from '../store/channel.ts';
import type { Exchange } from '../store/journal/exchange.ts';
import { maskExchange } from '../store/journal/mask-exchange.ts';
import type { GatewayEvent } from './gateway-event.ts';
import { createRecentEvents } from './recent-events.ts';

export type { GatewayEvent } from './gateway-event.ts';

export type Listener = (event: GatewayEvent) => void;

export interface Listening {
  readonly listener: Listener;
  /** Only those of this merchant. */
  readonly merchant?: string;
  /** Told how many events nobody can tell any more, because the way from other processes was broken. */
  readonly onLost?: (count: number) => void;
  /** Told that there will be no more. */
  readonly onEnd?: () => void;
}

/** Tells whoever listens what happens. While nobody does, nothing is told and nothing kept. */
export interface Events {
  /** Whether it is worth telling. */
  isHeard(): boolean;
  tell(event: News): void;
  /** Resolves when this process is told what others tell, as far as it can be. */
  readonly joined: Promise<void>;
  /** Before somebody listens: resolves when other processes know of it, and what this one has told is known. */
  prepare(): Promise<void>;
  /** Of the last event; 0 where there was none. */
  lastId(): number;
  /** Events after this one that are still known, oldest first, and how many of them are not. */
  after(id: number, merchant?: string): { readonly events: readonly GatewayEvent[]; readonly lost: number };
  /** Ends with the returned function. */
  hear(listening: Listening): Cancel;
  stop(): void;
}

/** An event before it is told. */
export type News = Omit<GatewayEvent, 'id'>;

export interface EventsOptions {
  /** To the other processes that have the same store. */
  readonly channel?: Channel | undefined;
  /** Told when the channel is broken. */
  readonly onOutage?: (error: unknown) => void;
}

/** How many events are kept for a listener that comes back. */
const mostRecent = 1_000;

/** How long events are kept after the last listener has gone, in milliseconds of the machine. */
const lingerMs = 60_000;

const isFor =
  (merchant: string | undefined) =>
  (event: GatewayEvent): boolean =>
    merchant === undefined || event.merchant === merchant;

export const createEvents = ({ channel, onOutage = () => {} }: EventsOptions = {}): Events => {
  const listeners = new Set<Listening>();
  const recent = createRecentEvents(mostRecent);
  let lastId = 0;
  let isJoined = channel === undefined;
  let isLingering = false;
  let cancelLinger: Cancel = () => {};

  const forget = (): void => {
    isLingering = false;
    channel?.leave();
    if (!channel?.hasListeners()) recent.clear();
  };

  const linger = (): void => {
    isLingering = true;
    cancelLinger();
    cancelLinger = afterMachineTime(lingerMs, forget);
  };

  const give = (event: GatewayEvent): void => {
    recent.push(event);
    for (const { listener, merchant } of listeners) if (isFor(merchant)(event)) listener(event);
  };

  /** Events up to this one have passed by. */
  const miss = (id: number): void => {
    if (id === lastId) return;
    recent.clear();
    const count = id - lastId;
    lastId = id;
    if (isJoined && count > 0) for (const { onLost } of listeners) onLost?.(count);
  };

  const joined = channel?.join({
    onEvent: (id, json) => {
      miss(id - 1);
      lastId = id;
      const news = readNews(json);
      if (news) give({ id, ...news });
    },
    onJoined: (id) => {
      miss(id);
      isJoined = true;
    },
    onListenersChange: () => {
      if (listeners.size === 0 && !channel.hasListeners()) linger();
    },
    onOutage,
  });

  return {
    isHeard: () => listeners.size > 0 || isLingering || channel?.hasListeners() === true,
    tell: (news) => {
      if (channel) channel.send(JSON.stringify(news));
      else give({ id: ++lastId, ...news });
    },
    joined: joined ?? Promise.resolve(),
    prepare: async () => {
      if (!channel) return;
      if (listeners.size === 0) linger();
      await channel.listen();
    },
    lastId: () => lastId,
    after: (id, merchant) => {
      // An id that was never given is one of an earlier run: all that is known is news then.
      const from = id > lastId ? 0 : id;
      const oldest = recent.oldestId() ?? lastId + 1;
      return { events: recent.after(from).filter(isFor(merchant)), lost: Math.max(oldest - 1 - from, 0) };
    },
    hear: (listening) => {
      cancelLinger();
      isLingering = false;
      listeners.add(listening);
      void channel?.listen();
      return () => {
        if (listeners.delete(listening) && listeners.size === 0) linger();
      };
    },
    stop: () => {
      for (const { onEnd } of [...listeners]) onEnd?.();
      listeners.clear();
      cancelLinger();
      forget();
    },
  };
};

/** What another process told; undefined where it is nothing that can be passed on. */
const readNews = (text: string): News | undefined => {
  try {
    const news = JSON.parse(text) as News | null;
    return news && !Number.isNaN(new Date(news.atMs).getTime()) ? news : undefined;
  } catch {
    return undefined;
  }
};

/** A request with its answer, masked as in the journal. */
export const tellRequest = (events: Events, exchange: Exchange): void => {
  const { number: _, merchant, atMs, parametersJson, ...data } = maskExchange(exchange, 0);
  events.tell({ type: 'request', merchant, atMs, data: { ...data, parameters: JSON.parse(parametersJson) } });
};

/** An order as it is now. */
export const tellOrder = (events: Events, order: Order, atMs: number): void => {
  const { id: orderId, orderNumber, merchant, status, actionCode, version, amountMinor } = order;
  const { approvedMinor, depositedMinor, refundedMinor } = order;
  const amounts = { amountMinor, approvedMinor, depositedMinor, refundedMinor };
  events.tell({
    type: 'order',
    merchant,
    atMs,
    data: {
      orderId,
      orderNumber,
      status,
      orderStatus: orderStatusNumbers[status],
      actionCode,
      ...amounts,
      attempts: order.attempts.length,
      version,
    },
  });
};

/** A callback after a try to deliver it. */
export const tellCallback = (events: Events, callback: Callback): void => {
  const { id: callbackId, merchant, subject, url, method, state, tries, fields } = callback;
  const last = tries.at(-1);
  const operation = fields.find(([name]) => name === 'operation')?.[1];
  events.tell({
    type: 'callback',
    merchant,
    atMs: last?.atMs ?? callback.createdAtMs,
    data: { callbackId, subject, operation, url, method, state, tries: tries.length, ...withoutTime(last) },
  });
};

/** A clock that was moved, stopped or started. */
export const tellClock = (events: Events, merchant: string, { now, isFrozen }: Clock): void => {
  events.tell({ type: 'clock', merchant, atMs: now(), data: { isFrozen: isFrozen() } });
};

const withoutTime = (last: Callback['tries'][number] | undefined): object => {
  const { atMs: _, ...rest } = last ?? { atMs: 0 };
  return rest;
};
