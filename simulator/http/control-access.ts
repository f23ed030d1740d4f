import type { IncomingMessage } from 'node:http';
import type { Context } from '../context.ts';
import { AccessRefused } from '../domain/errors/access-refused.ts';
import { isPassword } from './call/authenticate.ts';
import { hasSession } from './control-session.ts';
import { isOwnName, misdirected } from './guard.ts';
import { callerIp } from './read/origin.ts';

/** Requires the token if there is one, else a caller on this machine. @throws AccessRefused that says how to get access. */
export const requireControlAccess = (context: Context, request: IncomingMessage): void => {
  const { control } = context.options;
  const { token, port, isPrivate } = control;
  const ownPort = port?.();
  if (ownPort !== undefined) requirePort(request, ownPort);
  if (token !== undefined) requireToken(context, request, token);
  else requireOwnName(context, request);
  if (token === undefined && ownPort === undefined && !isPrivate)
    throw new AccessRefused(
      'forbidden',
      'the gateway listens on an address that others can reach: set CONTROL_TOKEN and send "Authorization: Bearer <token>", or set CONTROL_PORT and keep that port private',
    );
};

const requireToken = (context: Context, request: IncomingMessage, token: string): void => {
  if (isReading(request) && hasSession(request, token, context.clock.now())) return;
  const [, sent] = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '') ?? [];
  const caller = { login: 'CONTROL_TOKEN', ip: callerIp(request) };
  if (sent === undefined || !isPassword(context, caller, token, sent))
    throw new AccessRefused('token-wrong', 'expected "Authorization: Bearer <CONTROL_TOKEN>"');
};

/** A person with a session reads by addresses and changes by the forms of the dashboard, which no other site can send. */
const isReading = ({ method, url = '' }: IncomingMessage): boolean =>
  method === 'GET' || method === 'HEAD' || (method === 'POST' && !url.startsWith('/sandbox'));

const requirePort = ({ socket }: IncomingMessage, port: number): void => {
  if (socket.localPort !== port)
    throw new AccessRefused('forbidden', `the control API is on port ${port} (CONTROL_PORT)`);
};

/** Without a token the control API answers only under names that no page of another site can have. */
const requireOwnName = ({ options }: Context, request: IncomingMessage): void => {
  const { host = '' } = request.headers;
  if (host !== '' && !isOwnName(request, host, options)) throw new AccessRefused('misdirected', misdirected(host));
};

/** Whether a page of the gateway asks; pages of other sites were refused before. */
export const isOwnPage = ({ headers }: IncomingMessage): boolean =>
  headers['sec-fetch-site'] === 'same-origin' ||
  (headers['sec-fetch-site'] === undefined && headers.origin !== undefined);
