import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { isIP } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Simulator } from '../../../simulator/simulator.ts';

interface TlsQuestion {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** What the client trusts, as PEM; by default the authority of the simulator. */
  readonly ca?: string;
}

interface TlsAnswer {
  readonly status: number;
  readonly location: string;
  readonly setCookie: readonly string[];
  readonly text: string;
}

/** Asks a simulator over HTTPS. The name may be any: every name leads to this machine, as an alias of a network does. */
export const askOverTls = (
  simulator: Pick<Simulator, 'tls'>,
  url: string,
  { method = 'GET', headers = {}, body, ca = authorityOf(simulator) }: TlsQuestion = {},
): Promise<TlsAnswer> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(simulator.tls?.url ?? '');
    const { hostname } = new URL(url);
    const sent = request(url, {
      method,
      headers: { ...(body !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }), ...headers },
      port,
      ca,
      agent: false,
      // The name of the address, whatever the `Host` header says.
      servername: isIP(hostname) ? '' : hostname,
      lookup: (_name, options, found) =>
        options.all ? found(null, [{ address: '127.0.0.1', family: 4 }]) : found(null, '127.0.0.1', 4),
    });
    sent.once('error', reject);
    sent.once('response', (response) => {
      const { statusCode: status = 0, headers: received } = response;
      const { location = '', 'set-cookie': setCookie = [] } = received;
      text(response).then((read) => resolve({ status, location, setCookie, text: read }), reject);
    });
    sent.end(body);
  });

/** The certificate of the authority that clients of a simulator have to trust, as PEM. */
export const authorityOf = ({ tls }: Pick<Simulator, 'tls'>): string => readFileSync(tls?.authorityFile ?? '', 'utf8');
