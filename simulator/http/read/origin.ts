import type { IncomingMessage } from 'node:http';
import type { TLSSocket } from 'node:tls';

/** The beginning of links to this gateway: the configured address, else the one that the client used. */
export const originOf = (request: IncomingMessage, publicUrl: string): string => {
  if (publicUrl !== '') return publicUrl.replace(/\/+$/, '');
  const scheme = cameByTls(request) ? 'https' : 'http';
  const host = request.headers.host;
  if (host !== undefined && /^[\w.:[\]-]+$/.test(host)) return `${scheme}://${host}`;
  const { localAddress = '127.0.0.1', localPort } = request.socket;
  return `${scheme}://${localAddress.includes(':') ? `[${localAddress}]` : localAddress}:${localPort}`;
};

/** Whether a request came over HTTPS to this process itself, and not to a proxy before it. */
export const cameByTls = ({ socket }: IncomingMessage): boolean => (socket as Partial<TLSSocket>).encrypted === true;

/** Address of the caller, without the prefix of an IPv4 address in an IPv6 socket. */
export const callerIp = (request: IncomingMessage): string =>
  (request.socket.remoteAddress ?? '127.0.0.1').replace(/^::ffff:/, '');
