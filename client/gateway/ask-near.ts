import { Agent, request } from 'node:http';
import { setImmediate as turn } from 'node:timers/promises';

export interface NearRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  readonly signal: AbortSignal;
}

/** What is read of the headers of an answer. */
export type AnswerHeaders = Pick<Headers, 'get'>;

export interface NearAnswer {
  readonly status: number;
  readonly headers: AnswerHeaders;
  readonly text: string;
}

/** The function of this name when this was loaded, perhaps after the set-up of a test. */
const firstFetch = globalThis.fetch;

/** Node's own has this name; a mock is called `mockConstructor`, `spy` or nothing at all. */
const isNodesFetch = (): boolean => globalThis.fetch === firstFetch && firstFetch.name === 'fetch';

/** Under these names the versions of undici share what sends the requests of `fetch`. */
const dispatchers = [Symbol.for('undici.globalDispatcher.1'), Symbol.for('undici.globalDispatcher.2')];

/** The classes of what sends them unless a program has put a mock or a proxy in its place. */
const plainDispatchers: ReadonlySet<string> = new Set(['Agent', 'Dispatcher1Wrapper']);

const isPlainlySent = (): boolean =>
  dispatchers.every((symbol) => {
    const dispatcher: object | undefined = Reflect.get(globalThis, symbol);
    return dispatcher === undefined || plainDispatchers.has(dispatcher.constructor.name);
  });

const near: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Whether an address is of this machine, without TLS: no proxy, certificate or compression plays a part there. None is while a
 * program has put something of its own in the place of `fetch`, or of what sends its requests, which is then asked.
 */
export const isNear = (url: string): boolean => {
  if (!isNodesFetch() || !isPlainlySent() || !URL.canParse(url)) return false;
  const { protocol, hostname, username, password } = new URL(url);
  return protocol === 'http:' && near.has(hostname) && username === '' && password === '';
};

/** Connections that stay open for the next request, and keep no process from its end. */
const agent = new Agent({ keepAlive: true });

/** As fetch sends them. */
const usualHeaders = { accept: '*/*', 'accept-language': '*', 'user-agent': 'node' };

const utf8 = new TextDecoder();

/**
 * Asks a gateway on this machine, and reads the whole answer; a redirect is one. A third of the time of fetch, whose streams
 * cost more than a call of a gateway in the same process. Rejects with the error of the system, or of the signal.
 */
export const askNear = async (sent: NearRequest): Promise<NearAnswer> => {
  // A connection of a gateway that was stopped a moment ago is only known to be closed when its news have been read.
  await turn();
  await turn();
  return ask(sent);
};

const ask = ({ url, method, headers, body, signal }: NearRequest): Promise<NearAnswer> =>
  new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
    const options = { agent, method, signal, headers: { ...usualHeaders, ...headers, ...length } };
    const sent = request(url, options, (answer) => {
      const parts: Buffer[] = [];
      const headerOf = (name: string): string | null => answer.headersDistinct[name.toLowerCase()]?.join(', ') ?? null;
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: { get: headerOf },
          text: utf8.decode(parts.length === 1 ? parts[0] : Buffer.concat(parts)),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
