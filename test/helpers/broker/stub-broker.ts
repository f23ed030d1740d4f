import type { ExecutionContext } from 'ava';
import { type StubReply, type StubRequest, type StubServer, stubServer } from '../http/stub-server.ts';
import type { Json } from '../simulator/simulator.ts';
import { type BrokerRecords, emptyRecords } from './broker-records.ts';
import { brokerRoutes } from './broker-routes.ts';

export interface StubBrokerOptions {
  /** The credentials that it asks for; none by default. */
  readonly token?: string;
  readonly username?: string;
  readonly password?: string;
  /** The path below which it is. */
  readonly prefix?: string;
  /** The address by which it names itself, with a path; its own by default. */
  readonly namesItself?: string;
  /** When pacts are published. */
  readonly now?: () => string;
}

export interface StubBroker extends StubServer {
  /** Its address, with the prefix. */
  readonly url: string;
  readonly records: BrokerRecords;
}

/**
 * Imitates the published API of a Pact Broker, as far as its clients use it here: no broker can be installed on this
 * machine. `test/pact-tools` tries it with the real clients.
 */
export const stubBroker = async (t: ExecutionContext, options: StubBrokerOptions = {}): Promise<StubBroker> => {
  const { prefix = '', now = () => '2026-01-15T08:00:00+00:00' } = options;
  const records = emptyRecords();
  const server = await stubServer(t, (request) => {
    if (!isAllowed(request, options)) return { status: 401, headers: { 'www-authenticate': 'Basic' } };
    if (!request.path.startsWith(prefix)) return notFound;
    const base = options.namesItself ?? server.origin + prefix;
    return answer({ ...request, path: request.path.slice(prefix.length) }, { records, base, now });
  });
  return { ...server, url: server.origin + prefix, records };
};

const notFound: StubReply = {
  status: 404,
  headers: { 'content-type': 'application/hal+json' },
  body: { error: 'The requested document was not found on this server.' },
};

const isAllowed = ({ headers }: StubRequest, { token, username, password = '' }: StubBrokerOptions): boolean => {
  if (token !== undefined) return headers.authorization === `Bearer ${token}`;
  if (username === undefined) return true;
  return headers.authorization === `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
};

const answer = (request: StubRequest, place: Parameters<(typeof brokerRoutes)[0]['answer']>[2]): StubReply => {
  for (const route of brokerRoutes) {
    if (!route.methods.includes(request.method)) continue;
    const found = route.path.exec(request.path);
    if (!found) continue;
    const parts = found.slice(1).map((part) => decodeURIComponent(part ?? ''));
    const { status, body } = route.answer(parts, request, place);
    return { status, headers: { 'content-type': 'application/hal+json;charset=utf-8' }, body: body as Json };
  }
  return notFound;
};
