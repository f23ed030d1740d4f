import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { callbackMark } from '../callbacks/deliver/send-callback.ts';
import type { ContextOptions } from '../context.ts';
import { cameByTls } from './read/origin.ts';
import type { Reply } from './reply.ts';

/** An answer in place of that of the address. */
export interface GuardReply extends Reply {
  /** What was wrong; absent: nothing. */
  readonly refusal?: string;
}

/** What is judged before a request is read. Undefined: it may go on. */
export interface Guard {
  /** Callbacks of the gateway itself, and names by which it is not called. */
  readonly refuseCaller: (request: IncomingMessage) => GuardReply | undefined;
  /** Calls from pages of other sites. `headers`: those that let an allowed page read the answer. */
  readonly judgeSite: (request: IncomingMessage) => Judgement;
}

interface Judgement {
  readonly reply?: GuardReply;
  readonly headers?: Reply['headers'];
}

/** The names of the certificate of HTTPS. */
interface Certified {
  /** Absent: there is no HTTPS. */
  readonly isCertified?: ContextOptions['isCertified'];
}

/** Who may call. */
export interface GuardOptions extends Pick<ContextOptions, 'publicUrl' | 'hosts' | 'corsOrigins'>, Certified {
  /** Whether only programs on this machine reach the port. */
  readonly isPrivate: boolean;
  /** What the callbacks carry that are refused. */
  readonly ownMark?: () => string;
}

export const createGuard = (options: GuardOptions): Guard => {
  const { publicUrl, hosts, corsOrigins, isPrivate, ownMark } = options;
  const judgesNames = hosts.length > 0 || (isPrivate && publicUrl === '');
  const ownOrigin = URL.canParse(publicUrl) ? new URL(publicUrl).origin : undefined;
  const allowed = new Set(corsOrigins.map((origin) => origin.toLowerCase()));
  /** The last name that was fine, because nearly every request has the same. */
  let goodHost: string | undefined;
  let goodTlsHost: string | undefined;

  const refuseCaller: Guard['refuseCaller'] = (request) => {
    const { headers, rawHeaders } = request;
    if (ownMark && headers[callbackMark]?.includes(ownMark()))
      return refusal('forbidden', 'a callback of this gateway is no call to it');
    if (countHosts(rawHeaders) > 1) return refusal('unreadable', 'expected one Host header (RFC 9112, 3.2)');
    const { host } = headers;
    if (!judgesNames || host === undefined) return undefined;
    const isTls = cameByTls(request);
    if (host === (isTls ? goodTlsHost : goodHost)) return undefined;
    if (!isOwnName(request, host, options)) return refusal('misdirected', misdirected(host));
    if (isTls) goodTlsHost = host;
    else goodHost = host;
    return undefined;
  };

  const judgeSite: Guard['judgeSite'] = (request) => {
    const { method, headers } = request;
    const { origin } = headers;
    if (origin !== undefined && allowed.has(origin.toLowerCase())) return allowedAnswer(method, headers, origin);
    if (!isOfOtherSite(request, ownOrigin)) return {};
    const who = origin === undefined ? 'another site' : `the origin ${origin.slice(0, 80)}`;
    return {
      reply: refusal('forbidden', `a page of ${who} may not use this address; CORS_ORIGINS names those that may`),
    };
  };

  return { refuseCaller, judgeSite };
};

const countHosts = (rawHeaders: readonly string[]): number => {
  let count = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? '';
    if (name.length === 4 && name.toLowerCase() === 'host') count++;
  }
  return count;
};

/**
 * Whether a gateway answers under the name of a `Host` header: one that can only mean this machine, or over HTTPS one of
 * its certificate, because no other site can have both the name and a connection that its client trusts.
 */
export const isOwnName = (
  request: IncomingMessage,
  host: string,
  { hosts, isCertified }: Certified & Pick<GuardOptions, 'hosts'>,
): boolean =>
  isLocalHost(host, hosts) ||
  (isCertified !== undefined && cameByTls(request) && isCertified(host.replace(/\.?(?::\d*)?$/, '')));

/**
 * Whether a `Host` header can only mean this machine. The owner of any other name could let it point here, and a browser
 * would call that the same site.
 */
const isLocalHost = (host: string, alsoNamed: readonly string[]): boolean => {
  const [, bracketed, plain = ''] = /^(?:\[([\da-f:.]+)\]|([\w.-]+?)\.?)(?::\d*)?$/i.exec(host) ?? [];
  if (bracketed !== undefined) return isIP(bracketed) === 6;
  const name = plain.toLowerCase();
  const isKnown = name === 'localhost' || alsoNamed.some((known) => known.toLowerCase() === name);
  return isKnown || name.endsWith('.localhost') || isIP(name) === 4;
};

export const misdirected = (host: string): string =>
  `the gateway does not answer as ${host.slice(0, 80)}: set HOSTS to this name, or PUBLIC_URL to the address that callers use`;

/** Only a browser names the site of a page. Source: Fetch Metadata Request Headers, 2; RFC 6454, 7. */
const isOfOtherSite = (request: IncomingMessage, ownOrigin: string | undefined): boolean => {
  const { headers } = request;
  const { origin, host } = headers;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  if (origin === undefined || origin === ownOrigin || origin === `https://${host}`) return false;
  // A proxy may have ended HTTPS before a request that came over HTTP.
  return cameByTls(request) || origin !== `http://${host}`;
};

/** Whether a person goes to a page of its own, which another site can make happen but not read. Source: Fetch Metadata Request Headers, 2. */
export const isLink = ({ method, headers }: IncomingMessage): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  headers['sec-fetch-mode'] === 'navigate' &&
  headers['sec-fetch-dest'] === 'document';

/** Source: the Fetch standard, CORS protocol. */
const allowedAnswer = (method: string | undefined, headers: IncomingHttpHeaders, origin: string): Judgement => {
  const allow = { 'Access-Control-Allow-Origin': origin, Vary: 'Origin' };
  const wantedMethod = headers['access-control-request-method'];
  if (method !== 'OPTIONS' || wantedMethod === undefined)
    return { headers: { ...allow, 'Access-Control-Expose-Headers': 'X-Request-Id' } };
  return {
    reply: {
      status: 200,
      headers: {
        ...allow,
        'Access-Control-Allow-Methods': wantedMethod,
        'Access-Control-Allow-Headers': headers['access-control-request-headers'] ?? '',
        'Access-Control-Allow-Private-Network': 'true',
        'Access-Control-Max-Age': '600',
      },
      body: '',
    },
  };
};

const refusals = {
  unreadable: { status: 400, title: 'The request cannot be read' },
  forbidden: { status: 403, title: 'The gateway is not open to this caller' },
  misdirected: { status: 421, title: 'The gateway does not answer under this name' },
} as const;

/** A problem document. Source: RFC 9457. */
const refusal = (kind: keyof typeof refusals, detail: string): GuardReply => ({
  refusal: detail,
  status: refusals[kind].status,
  headers: { 'Content-Type': 'application/problem+json' },
  body: JSON.stringify({ type: `urn:tillbox:problem:${kind}`, ...refusals[kind], detail }),
});
