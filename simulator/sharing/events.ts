import type { Callback } from '../domain/callback.ts';
import { TooManyListeners } from '../domain/errors/too-many-listeners.ts';
import type { Order } from '../domain/orders/order.ts';
import { orderStatusNumbers } from '../domain/orders/order-status.ts';
import type { Clock } from '../runtime/clock.ts';
import { afterMachineTime, type Cancel } from '../runtime/machine-time.ts';
import type { Channel } from '../store/channel.ts';
import { resultOfCall } from '../store/journal/call-result.ts';
import type { JournalEntry } from '../store/journal/exchange.ts';
import { withMaskedAnswer } from '../store/journal/mask-exchange.ts';
import { createDigests, type Digest } from './digests.ts';
import { createRecentEvents, type GatewayEvent } from './recent-events.ts';

export type { GatewayEvent } from './recent-events.ts';

export type Listener = (event: GatewayEvent) => void;

interface Subscription {
  /** Called with each event. */
  readonly listener?: Listener;
  /** Called with the number of events, now and then. */
  readonly digest?: Digest;
  /** Only those of this merchant. */
  readonly merchant?: string;
  /** Called with the number of events that were lost because the connection of the processes was broken. */
  readonly onLost?: (count: number) => void;
  /** Called when there will be no more. */
  readonly onEnd?: () => void;
}

/** Events for listeners. Without listeners nothing is published and nothing kept. */
export interface Events {
  /** Whether any process has listeners, or had one a moment ago. */
  hasListeners(): boolean;
  publish(event: NewEvent): void;
  /** Resolves when this process gets the events of others, or its first attempt to connect has failed. */
  readonly joined: Promise<void>;
  /** Before a subscription: resolves when other processes know of it, and the events of this one have been read. */
  prepare(): Promise<void>;
  /** Of the last event; 0 if there was none. */
  lastId(): number;
  /** Kept events after this one, oldest first, and the number of those that are no longer kept. */
  after(id: number, merchant?: string): { readonly events: readonly GatewayEvent[]; readonly lost: number };
  /** Ends with the returned function. @throws TooManyListeners */
  subscribe(subscription: Subscription): Cancel;
  /** The text of an event, which is made once for all listeners. */
  textOf(event: GatewayEvent, make: (event: GatewayEvent) => string): string;
  stop(): void;
}

/** An event without its id. Its data are made for the first listener that reads them: many only want to know that it was. */
interface NewEvent extends Omit<GatewayEvent, 'id' | 'data'> {
  readonly data: () => GatewayEvent['data'];
}

/** A class: with a getter of its own each event would cost more, and a busy gateway publishes thousands a second. */
class PublishedEvent implements GatewayEvent {
  readonly id: number;
  readonly #event: NewEvent;
  #data: GatewayEvent['data'] | undefined;

  constructor(id: number, event: NewEvent) {
    this.id = id;
    this.#event = event;
  }

  get type() {
    return this.#event.type;
  }

  get merchant() {
    return this.#event.merchant;
  }

  get atMs() {
    return this.#event.atMs;
  }

  get data() {
    this.#data ??= this.#event.data();
    return this.#data;
  }
}

export interface EventsOptions {
  /** To the other processes that have the same store. */
  readonly channel?: Channel | undefined;
  /** Called when the channel is broken. */
  readonly onOutage?: (error: unknown) => void;
}

/** Most listeners of a process: each event is given to all of them. */
export const mostListeners = 300;

/** How many events are kept for a listener that comes back. */
const mostRecent = 1_000;

/** How long events are kept after the last listener has gone, in milliseconds of the machine. */
const lingerMs = 60_000;

const isFor =
  (merchant: string | undefined) =>
  (event: GatewayEvent): boolean =>
    merchant === undefined || event.merchant === merchant;

export const createEvents = ({ channel, onOutage = () => {} }: EventsOptions = {}): Events => {
  const listeners = new Set<Subscription>();
  /** Those with a `listener`. */
  let eager: readonly { readonly listener: Listener; readonly merchant?: string }[] = [];
  const digests = createDigests();
  const recent = createRecentEvents(mostRecent);
  const texts = new WeakMap<GatewayEvent, string>();
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
    digests.add(event.merchant, event.id);
    for (const { listener, merchant } of eager) if (isFor(merchant)(event)) listener(event);
  };

  /** Events up to this one were missed. */
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
      const event = readEvent(json);
      if (event) give({ id, ...event });
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
    hasListeners: () => listeners.size > 0 || isLingering || channel?.hasListeners() === true,
    publish: (event) => {
      if (channel) channel.send(JSON.stringify({ ...event, data: event.data() }));
      else give(new PublishedEvent(++lastId, event));
    },
    joined: joined ?? Promise.resolve(),
    prepare: async () => {
      if (!channel) return;
      if (listeners.size === 0) linger();
      await channel.listen();
    },
    lastId: () => lastId,
    after: (id, merchant) => {
      // An id that was never given is of an earlier run: then every kept event is new.
      const from = id > lastId ? 0 : id;
      const oldest = recent.oldestId() ?? lastId + 1;
      return { events: recent.after(from).filter(isFor(merchant)), lost: Math.max(oldest - 1 - from, 0) };
    },
    subscribe: (subscription) => {
      if (listeners.size >= mostListeners)
        throw new TooManyListeners(`there are ${mostListeners} listeners of events already: end one first`);
      cancelLinger();
      isLingering = false;
      listeners.add(subscription);
      const { listener, digest, merchant } = subscription;
      const own = { listener: listener ?? (() => {}), ...(merchant !== undefined && { merchant }) };
      if (listener) eager = [...eager, own];
      const stopDigest = digest && digests.subscribe(merchant, digest);
      void channel?.listen();
      return () => {
        if (!listeners.delete(subscription)) return;
        eager = eager.filter((one) => one !== own);
        stopDigest?.();
        if (listeners.size === 0) linger();
      };
    },
    textOf: (event, make) => {
      const text = texts.get(event) ?? make(event);
      texts.set(event, text);
      return text;
    },
    stop: () => {
      for (const { onEnd } of [...listeners]) onEnd?.();
      listeners.clear();
      eager = [];
      digests.stop();
      cancelLinger();
      forget();
    },
  };
};

/** The event of a process; undefined if it is malformed. */
const readEvent = (text: string): Omit<GatewayEvent, 'id'> | undefined => {
  try {
    const event = JSON.parse(text) as Omit<GatewayEvent, 'id'> | null;
    return event && !Number.isNaN(new Date(event.atMs).getTime()) ? event : undefined;
  } catch {
    return undefined;
  }
};

/** A request with its answer, as the journal has it; one that named a merchant in vain is for that merchant. */
export const publishRequest = (events: Events, entry: JournalEntry): void => {
  const { namedLogin, merchant, atMs } = entry;
  events.publish({ type: 'request', merchant: namedLogin ?? merchant, atMs, data: () => requestData(entry) });
};

const requestData = (entry: JournalEntry): GatewayEvent['data'] => {
  const { number, takes, hint, merchant, namedLogin, atMs, parametersJson, ...data } = withMaskedAnswer(entry);
  return { ...data, parameters: JSON.parse(parametersJson), ...resultOfCall(data) };
};

/** An order as it is now. */
export const publishOrder = (events: Events, order: Order, atMs: number): void => {
  const { id: orderId, orderNumber, merchant, status, actionCode, version, amountMinor } = order;
  const { approvedMinor, depositedMinor, refundedMinor, attempts } = order;
  events.publish({
    type: 'order',
    merchant,
    atMs,
    data: () => ({
      orderId,
      orderNumber,
      status,
      orderStatus: orderStatusNumbers[status],
      actionCode,
      amountMinor,
      approvedMinor,
      depositedMinor,
      refundedMinor,
      attempts: attempts.length,
      version,
    }),
  });
};

/** A callback after a try to deliver it. */
export const publishCallback = (events: Events, callback: Callback): void => {
  const { id: callbackId, merchant, subject, url, method, state, tries, fields } = callback;
  const { atMs = callback.createdAtMs, ...last } = tries.at(-1) ?? {};
  const operation = fields.find(([name]) => name === 'operation')?.[1];
  events.publish({
    type: 'callback',
    merchant,
    atMs,
    data: () => ({ callbackId, subject, operation, url, method, state, tries: tries.length, ...last }),
  });
};

/** A clock that was moved, stopped or started. */
export const publishClock = (events: Events, merchant: string, clock: Clock): void => {
  const isFrozen = clock.isFrozen();
  events.publish({ type: 'clock', merchant, atMs: clock.now(), data: () => ({ isFrozen }) });
};
