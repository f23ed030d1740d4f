import { pauseMs } from '../gateway/call-gateway.ts';
import { realWait, type Wait } from '../gateway/client-options.ts';
import { GatewayAnswerUnreadable, GatewayUnreachable } from '../gateway/gateway-errors.ts';
import type { CallLine } from './call-sandbox.ts';
import { readEventStream, type StreamMessage } from './event-stream.ts';
import type { OpenStream } from './open-stream.ts';
import type { SandboxEvent } from './sandbox-event.ts';

export interface EventOptions {
  /** Ends the stream, and with it the loop that reads it. */
  readonly signal?: AbortSignal;
  /** What happened after the event with this id comes first, as far as the gateway still knows. */
  readonly after?: number;
  /** How many times in a row the stream is opened again where it breaks. Default 5. */
  readonly retries?: number;
  /** Replaces the pauses before that; for tests. */
  readonly wait?: Wait;
}

/** What happens in the gateway, as it happens; to be read once. */
export interface EventStream extends AsyncIterable<SandboxEvent> {
  /** Resolves when the gateway listens: whatever happens from then on comes. */
  readonly opened: Promise<void>;
}

/**
 * Opens a stream of events at once. Where it breaks, it is opened again after the last event that came. A loop over it ends
 * with the signal, and rejects where the gateway cannot be reached any more; to leave the loop closes the stream.
 */
export const eventStream = (open: OpenStream, line: CallLine, options: EventOptions = {}): EventStream => {
  const closing = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, closing.signal]) : closing.signal;
  const openAfter = (lastId: string) => open(line, { lastId, signal });
  const afterId = String(options.after ?? '');
  const first = openAfter(afterId);
  const opened = first.then(() => {});
  // A loop hears of it, whether or not anybody waits for this.
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
