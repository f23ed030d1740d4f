import { pauseMs } from '../gateway/call-gateway.ts';
import { checkUse } from '../gateway/check-use.ts';
import { realWait, type Wait } from '../gateway/client-options.ts';
import { GatewayAnswerUnreadable, GatewayUnreachable } from '../gateway/gateway-errors.ts';
import { fields } from '../options/check.ts';
import { aFunction, signal as signalCheck, text, wholeNumber } from '../options/checks.ts';
import type { CallLine } from './call-sandbox.ts';
import { readEventStream, type StreamMessage } from './event-stream.ts';
import type { OpenStream } from './open-stream.ts';
import type { SandboxEvent } from './sandbox-event.ts';

export interface EventOptions extends StreamOptions {
  /** Sends the merchant's callbacks to this address itself, in place of the gateway: events `forward` have them. */
  readonly forwardTo?: string;
}

/** The options of every stream of events. */
export interface StreamOptions {
  /** Ends the stream, and the loop that reads it. */
  readonly signal?: AbortSignal;
  /** Begins with the events after this id, as far as the gateway still has them. */
  readonly after?: number;
  /** In place of the events only `changed`, at most one in so many milliseconds, 10 to 60,000: for a page that asks anew. */
  readonly digestMs?: number;
  /** The number of times in a row that a broken stream is opened again. Default 5. */
  readonly retries?: number;
  /** Replaces the pauses between tries; for tests. */
  readonly wait?: Wait;
}

const streamOptions = {
  signal: signalCheck,
  after: wholeNumber(0),
  digestMs: wholeNumber(10, 60_000),
  retries: wholeNumber(0),
  wait: aFunction<Wait>(),
};

const eventOptions = fields<EventOptions>()({ ...streamOptions, forwardTo: text });

/** The events of the gateway as they happen; can be read once. */
export interface EventStream extends AsyncIterable<SandboxEvent> {
  /** Resolves when the stream is open: it contains every event from then on. */
  readonly opened: Promise<void>;
}

/**
 * Opens a stream of events at once. If it breaks, it is opened again after the last event. A loop over it ends
 * with the signal, and rejects if the gateway cannot be reached any more. Leaving the loop closes the stream.
 */
export const eventStream = (open: OpenStream, line: CallLine, options: EventOptions = {}): EventStream => {
  checkUse('events', eventOptions, options);
  const closing = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, closing.signal]) : closing.signal;
  const { forwardTo, digestMs } = options;
  const query = new URLSearchParams({
    ...(forwardTo !== undefined && { forwardTo }),
    ...(digestMs !== undefined && { digestMs: String(digestMs) }),
  });
  const wanted: CallLine = query.size === 0 ? line : `${line}?${query}`;
  const openAfter = (lastId: string) => open(wanted, { lastId, signal });
  const afterId = String(options.after ?? '');
  const first = openAfter(afterId);
  const opened = first.then(() => {});
  // A loop rejects with the error too, so it must not be unhandled here.
  opened.catch(() => {});

  const follow = async function* (): AsyncGenerator<SandboxEvent> {
    try {
      for await (const message of messagesOf({ first, openAfter, afterId, signal }, options))
        if (message.data !== undefined) yield eventOf(line, message, message.data);
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      closing.abort();
    }
  };
  const events = follow();
  return { opened, [Symbol.asyncIterator]: () => events };
};

interface Source {
  readonly first: Promise<AsyncIterable<string>>;
  readonly openAfter: (lastId: string) => Promise<AsyncIterable<string>>;
  readonly afterId: string;
  readonly signal: AbortSignal;
}

/** The messages of one stream after another. */
async function* messagesOf(
  { first, openAfter, afterId, signal }: Source,
  { retries = 5, wait = realWait }: EventOptions,
): AsyncGenerator<StreamMessage> {
  let lastId = afterId;
  let stream = first;
  await first;
  for (let failures = 0; ; failures += 1) {
    try {
      for await (const message of readEventStream(await stream, lastId)) {
        lastId = message.lastId;
        failures = 0;
        yield message;
      }
    } catch (error) {
      if (!(error instanceof GatewayUnreachable) || failures >= retries) throw error;
    }
    await wait(pauseMs(failures), signal);
    stream = openAfter(lastId);
  }
}

const eventOf = (line: string, { type, lastId }: StreamMessage, data: string): SandboxEvent => {
  try {
    const facts = JSON.parse(data) as SandboxEvent;
    return { ...(type !== 'lost' && { id: Number(lastId) }), ...facts, type } as SandboxEvent;
  } catch {
    throw new GatewayAnswerUnreadable(line, `an event is not JSON: ${data.slice(0, 120)}`);
  }
};
