import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import type { Context } from '../context.ts';
import { isSameSecret } from '../http/call/authenticate.ts';
import { Problem } from './problem.ts';

/**
 * Who may use the control API: whoever has the token, where there is one; else everybody on this machine, but no page of
 * another site in a browser. @throws Problem that says what to do about it.
 */
export const refuseStrangers = ({ options }: Context, request: IncomingMessage): void => {
  refuseOtherSites(request);
  const { token, port, isPrivate } = options.control;
  const ownPort = port?.();
  if (ownPort !== undefined) refuseUnlessPort(request, ownPort);
  if (token !== undefined) {
    refuseUnlessToken(request, token);
    return;
  }
  refuseOtherNames(request);
  if (ownPort === undefined && !isPrivate)
    throw new Problem(
      'forbidden',
      'the gateway listens on an address that others can reach: set CONTROL_TOKEN and send "Authorization: Bearer <token>", or set CONTROL_PORT and keep that port to yourself',
    );
};

const refuseUnlessToken = ({ headers }: IncomingMessage, token: string): void => {
  const [, sent] = /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '') ?? [];
  if (sent === undefined || !isSameSecret(token, sent))
    throw new Problem('token-wrong', 'expected "Authorization: Bearer <CONTROL_TOKEN>"');
};

const refuseUnlessPort = ({ socket }: IncomingMessage, port: number): void => {
  if (socket.localPort !== port) throw new Problem('forbidden', `the control API is on port ${port} (CONTROL_PORT)`);
};

/** A browser says which site a request comes from; other programs say nothing. Source: Fetch Metadata Request Headers, 2. */
const refuseOtherSites = ({ headers }: IncomingMessage): void => {
  const { origin, host } = headers;
  const site = headers['sec-fetch-site'];
  const isForeign = site !== undefined && site !== 'same-origin' && site !== 'none';
  if (isForeign || (origin !== undefined && origin.replace(/^https?:\/\//, '') !== host))
    throw new Problem('forbidden', 'pages of another site may not use the control API');
};

/** A name that its owner points at this machine would be the same site to a browser; so names of the open net are refused. */
const refuseOtherNames = ({ headers }: IncomingMessage): void => {
  const name = (headers.host ?? '').replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
  const isNear = isIP(name) !== 0 || !name.includes('.') || /\.(localhost|internal|local|test)$/i.test(name);
  if (!isNear)
    throw new Problem('forbidden', `without a CONTROL_TOKEN the control API does not answer as ${name.slice(0, 80)}`);
};
