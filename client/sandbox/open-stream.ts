import { failureOf, type Outgoing, send } from '../gateway/exchange.ts';
import { GatewayAnswerUnreadable } from '../gateway/gateway-errors.ts';
import {
  addressOf,
  type CallLine,
  defaultTimeoutMs,
  expectedUrl,
  refusalOf,
  type SandboxOptions,
} from './call-sandbox.ts';

export interface StreamRequest {
  /** The last received event; empty: none. */
  readonly lastId: string;
  /** Ends the stream, which then rejects with the signal's reason. */
  readonly signal: AbortSignal;
}

/** Opens a stream of events; resolves when it begins. Rejects with `SandboxProblem` if the sandbox refuses. */
export type OpenStream = (line: CallLine, request: StreamRequest) => Promise<AsyncIterable<string>>;

/** The one place that opens streams. The time limit applies to their beginning only. */
export const streamOpener = (options: SandboxOptions): OpenStream => {
  const { timeoutMs = defaultTimeoutMs, fetch: doFetch = fetch } = options;
  const { base, authorization } = addressOf(options);

  return async (line, { lastId, signal }) => {
    const url = base + line.slice('GET '.length);
    const headers = { accept: streamType, ...authorization, ...(lastId !== '' && { 'last-event-id': lastId }) };
    const outgoing: Outgoing = { what: line, method: 'GET', url, headers, timeoutMs, signal, expected: expectedUrl };
    const response = await begin(doFetch, outgoing);
    const { status, headers: answered } = response;
    if (status !== 200) throw refusalOf(line, url, { status, headers: answered, text: await response.text() });
    if (!response.body || !answered.get('content-type')?.startsWith(streamType)) {
      await response.body?.cancel();
      throw new GatewayAnswerUnreadable(line, 'the answer is no stream of events');
    }
    return textOf(response.body, outgoing);
  };
};

const streamType = 'text/event-stream';

const begin = async (doFetch: typeof fetch, outgoing: Outgoing): Promise<Response> => {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), outgoing.timeoutMs);
  try {
    return await send(doFetch, outgoing, late.signal);
  } catch (error) {
    throw failureOf(outgoing, late.signal, error);
  } finally {
    clearTimeout(timer);
  }
};

const never = new AbortController().signal;

async function* textOf(body: AsyncIterable<Uint8Array>, outgoing: Outgoing): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  try {
    for await (const bytes of body) yield decoder.decode(bytes, { stream: true });
  } catch (error) {
    throw failureOf(outgoing, never, error);
  }
}
