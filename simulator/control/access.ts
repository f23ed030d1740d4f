import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import type { Context } from '../context.ts';
import { isSameSecret } from '../http/call/authenticate.ts';
import { Problem } from './problem.ts';

/**
 * Requires the token if there is one, else a caller on this machine. Pages of another site are always refused. @throws
 * Problem that says how to get access.
 */
export const requireControlAccess = ({ options }: Context, request: IncomingMessage): void => {
  refuseOtherSites(request);
  const { token, port, isPrivate } = options.control;
  const ownPort = port?.();
  if (ownPort !== undefined) requirePort(request, ownPort);
  if (token !== undefined) requireToken(request, token);
  else refusePublicNames(request);
  if (token === undefined && ownPort === undefined && !isPrivate)
    throw new Problem(
      'forbidden',
      'the gateway listens on an address that others can reach: set CONTROL_TOKEN and send "Authorization: Bearer <token>", or set CONTROL_PORT and keep that port private',
    );
};

const requireToken = ({ headers }: IncomingMessage, token: string): void => {
  const [, sent] = /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '') ?? [];
  if (sent === undefined || !isSameSecret(token, sent))
    throw new Problem('token-wrong', 'expected "Authorization: Bearer <CONTROL_TOKEN>"');
};

const requirePort = ({ socket }: IncomingMessage, port: number): void => {
  if (socket.localPort !== port) throw new Problem('forbidden', `the control API is on port ${port} (CONTROL_PORT)`);
};

/** Only a browser names the site that a request comes from. Source: Fetch Metadata Request Headers, 2. */
const refuseOtherSites = ({ headers }: IncomingMessage): void => {
  const { origin, host } = headers;
  const site = headers['sec-fetch-site'];
  const isForeign = site !== undefined && site !== 'same-origin' && site !== 'none';
  if (isForeign || (origin !== undefined && origin.replace(/^https?:\/\//, '') !== host))
    throw new Problem('forbidden', 'pages of another site may not use the control API');
};

/** Refuses public host names: their owner could point one at this machine, and a browser would call it the same site. */
const refusePublicNames = ({ headers }: IncomingMessage): void => {
  const name = (headers.host ?? '').replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
  const isLocal = isIP(name) !== 0 || !name.includes('.') || /\.(localhost|internal|local|test)$/i.test(name);
  if (!isLocal)
    throw new Problem('forbidden', `without a CONTROL_TOKEN the control API does not answer as ${name.slice(0, 80)}`);
};
