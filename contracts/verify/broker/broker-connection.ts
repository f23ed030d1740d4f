import { setTimeout } from 'node:timers/promises';
import { causeOf } from '../../report/cause-of.ts';
import { BrokerError } from './broker-error.ts';
import type { BrokerAccess } from './broker-options.ts';
import { credentialsOf } from './credentials.ts';
import { refusalOf } from './refusal.ts';

export interface Link {
  readonly href: string;
  readonly name?: string;
}

/** A resource of a broker: JSON with links (HAL). */
export interface Resource {
  readonly _links?: Readonly<Record<string, Link | readonly Link[]>>;
  readonly [field: string]: unknown;
}

export interface BrokerConnection {
  /** The address of an entry of the index, with values in place of its `{names}`. @throws BrokerError */
  readonly addressOf: (relation: string, values: Readonly<Record<string, string>>) => Promise<string>;
  /** @throws BrokerError */
  readonly request: (method: 'GET' | 'POST' | 'PUT', address: string, body?: object) => Promise<Resource>;
}

interface Answer {
  readonly answered: Response;
  readonly text: string;
}

const usualWaitsMs = [500, 1_000, 2_000, 4_000];

/** As in Pact's own clients. */
const isOverload = ({ answered: { status } }: Answer): boolean => status === 408 || status === 429 || status >= 500;

/** A connection to a broker, with its index. @throws BrokerError if the options contradict each other */
export const connectBroker = (access: BrokerAccess): BrokerConnection => {
  const base = baseOf(access);
  const credentials = credentialsOf(access, base);
  const { timeoutMs = 30_000, waitsMs = usualWaitsMs } = access;

  const send = async (method: string, url: string, body?: object): Promise<Answer> => {
    try {
      const answered = await fetch(url, {
        method,
        // A redirect would lose the body, or take the credentials elsewhere.
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
        headers: {
          accept: 'application/hal+json, application/json',
          ...(body && { 'content-type': 'application/json' }),
          ...credentials.headers,
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      return { answered, text: await answered.text() };
    } catch (error) {
      throw new BrokerError(`${method} ${url}: ${noAnswer(error as Error, timeoutMs)}`);
    }
  };

  const request: BrokerConnection['request'] = async (method, address, body) => {
    const url = onBroker(address, base);
    const place = `${method} ${url}`;
    let answer = await send(method, url, body);
    for (const waitMs of waitsMs) {
      if (!isOverload(answer)) break;
      await setTimeout(waitMs);
      answer = await send(method, url, body);
    }
    const { answered, text } = answer;
    if (!answered.ok) throw refusalOf(place, answered, text, credentials);
    return resourceIn(text, place, answered);
  };

  const index = once(() => request('GET', base.href));
  return {
    request,
    addressOf: async (relation, values) => {
      const address = linkOf(await index(), relation);
      if (address === undefined)
        throw new BrokerError(
          `GET ${base.href}: the answer has no link ${relation}, so this is no Pact Broker, or one that is too old`,
        );
      return address.replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
        values[name] === undefined ? whole : encodeURIComponent(values[name]),
      );
    },
  };
};

/** The address of a link of a resource. */
export const linkOf = ({ _links }: Resource, relation: string): string | undefined => {
  const [link] = [_links?.[relation] ?? []].flat();
  return link?.href;
};

const baseOf = ({ url }: BrokerAccess): URL => {
  const base = URL.canParse(url) ? new URL(url) : undefined;
  if (base && /^https?:$/.test(base.protocol)) return base;
  // The text may hold a password that could not be read.
  throw new BrokerError('the address of the broker: expected one such as https://broker.example');
};

/** A broker behind a proxy may name itself by another host, and credentials go to the broker only. */
const onBroker = (address: string, base: URL): string => {
  const { origin, pathname, search } = new URL(address, withoutUser(base));
  const prefix = base.pathname.replace(/\/$/, '');
  const isBelow = origin === base.origin || pathname === prefix || pathname.startsWith(`${prefix}/`);
  return `${base.origin}${isBelow ? '' : prefix}${pathname}${search}`;
};

const withoutUser = ({ origin, pathname, search }: URL): string => `${origin}${pathname}${search}`;

const noAnswer = (error: Error, timeoutMs: number): string => {
  if (error.name === 'TimeoutError') return `no answer within ${timeoutMs / 1_000} s`;
  const code = causeOf(error);
  const isAboutCertificate = /CERT|SELF_SIGNED|ISSUER/.test(code);
  const advice = isAboutCertificate ? '; NODE_EXTRA_CA_CERTS names a file with the certificate to trust' : '';
  return `no answer (${code})${advice}`;
};

const resourceIn = (text: string, place: string, { status, headers }: Response): Resource => {
  if (text === '') return {};
  const type = headers.get('content-type') ?? 'no content type';
  const value = /json/.test(type) ? parsed(text) : undefined;
  if (typeof value === 'object' && value !== null) return value as Resource;
  throw new BrokerError(`${place}: answered ${status} with ${type} instead of JSON, so this is no Pact Broker`, status);
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const once = <Value>(make: () => Promise<Value>): (() => Promise<Value>) => {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make();
    return made;
  };
};
