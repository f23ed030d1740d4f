import { type AnswerHeaders, askNear, isNear } from './ask-near.ts';
import { GatewayTimeout, GatewayUnreachable } from './gateway-errors.ts';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** An HTTP request as this client sends it; `what` names it in error messages. */
export interface Outgoing {
  readonly what: string;
  readonly url: string;
  readonly method: HttpMethod;
  readonly body?: string;
  /** Of the body; a form by default. */
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** The address that is right, in words, for an error if nothing is there. */
  readonly expected?: string;
  readonly signal?: AbortSignal | undefined;
}

/** An HTTP answer, read to its end. */
export interface Incoming {
  readonly status: number;
  readonly headers: AnswerHeaders;
  readonly text: string;
}

/**
 * Sends one request and reads the whole answer. A redirect is an answer like any other: following it would repeat
 * the body, and with it the password, somewhere else. `doFetch`: what sends it; undefined: whatever suits the address.
 */
export const exchange = async (doFetch: typeof fetch | undefined, outgoing: Outgoing): Promise<Incoming> => {
  const tooLate = AbortSignal.timeout(outgoing.timeoutMs);
  try {
    if (doFetch === undefined && isNear(outgoing.url))
      return await askNear({ ...outgoing, headers: headersOf(outgoing), signal: signalOf(outgoing, tooLate) });
    const response = await send(doFetch ?? fetch, outgoing, tooLate);
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (error) {
    throw failureOf(outgoing, tooLate, error);
  }
};

/** Sends one request, and resolves when its answer begins. `tooLate`: ends it, besides the signal of the request. */
export const send = (doFetch: typeof fetch, outgoing: Outgoing, tooLate: AbortSignal): Promise<Response> =>
  doFetch(outgoing.url, {
    method: outgoing.method,
    redirect: 'manual',
    signal: signalOf(outgoing, tooLate),
    headers: headersOf(outgoing),
    ...(outgoing.body === undefined ? {} : { body: outgoing.body }),
  });

const signalOf = ({ signal }: Outgoing, tooLate: AbortSignal): AbortSignal =>
  signal ? AbortSignal.any([signal, tooLate]) : tooLate;

const headersOf = ({ headers, body, contentType = formType }: Outgoing): Readonly<Record<string, string>> => ({
  ...headers,
  ...(body !== undefined && { 'content-type': contentType }),
});

/** The error for a missing answer: the reason of the request's signal, `GatewayTimeout` or `GatewayUnreachable`. */
export const failureOf = (outgoing: Outgoing, tooLate: AbortSignal, error: unknown): unknown => {
  if (outgoing.signal?.aborted) return outgoing.signal.reason;
  if (!tooLate.aborted) return unreachable(outgoing, error);
  return new GatewayTimeout(
    `${outgoing.what}: no answer within ${outgoing.timeoutMs} ms from ${new URL(outgoing.url).origin}`,
    { cause: error },
  );
};

const formType = 'application/x-www-form-urlencoded; charset=utf-8';

const unreachable = (outgoing: Outgoing, error: unknown): GatewayUnreachable => {
  const causes = causesOf(error);
  const nothingSent =
    causes.length > 0 && causes.every(({ code, syscall }) => syscall === 'connect' || early.has(code));
  const reason = causes[0]?.code ?? innermostMessage(error);
  const wrong = wrongAddresses[reason];
  const expected = outgoing.expected === undefined ? '' : `; ${outgoing.expected}`;
  const more = wrong === undefined ? '' : `: ${wrong}${expected}`;
  const message = `${outgoing.what}: cannot reach ${new URL(outgoing.url).origin} (${reason})${more}`;
  return new GatewayUnreachable(message, nothingSent, { cause: error });
};

/** Codes of the system in words, if the address may be wrong. */
const wrongAddresses: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'no machine has this name',
};

/** For failures without a system error, as for a port that fetch refuses. */
const innermostMessage = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : innermostMessage(error.cause);
};

const early: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

interface Cause {
  readonly code: string;
  readonly syscall: string | undefined;
}

/** The system errors under an error of fetch: one, or one for each address of the host. */
const causesOf = (error: unknown): Cause[] => {
  if (!(error instanceof Error)) return [];
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.flatMap(causesOf);
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (typeof code === 'string') return [{ code, syscall }];
  return causesOf(error.cause);
};
