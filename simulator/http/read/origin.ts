import type { IncomingMessage } from 'node:http';

/** The beginning of links to this gateway: the configured address, else the one that the client used. */
export const originOf = (request: IncomingMessage, publicUrl: string): string => {
  if (publicUrl !== '') return publicUrl.replace(/\/+$/, '');
  const host = request.headers.host;
  if (host !== undefined && /^[\w.:[\]-]+$/.test(host)) return `http://${host}`;
  const { localAddress = '127.0.0.1', localPort } = request.socket;
  return `http://${localAddress.includes(':') ? `[${localAddress}]` : localAddress}:${localPort}`;
};

/** Address of the caller, without the prefix of an IPv4 address in an IPv6 socket. */
export const callerIp = (request: IncomingMessage): string =>
  (request.socket.remoteAddress ?? '127.0.0.1').replace(/^::ffff:/, '');
