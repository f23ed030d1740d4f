import { createHmac, verify as verifySignature, X509Certificate } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ExecutionContext } from 'ava';

/** A callback as a merchant reads it. */
export interface Heard {
  readonly method: string;
  readonly values: Readonly<Record<string, string>>;
  /** Why it is not to be trusted; undefined: it is. */
  readonly fault: string | undefined;
}

/** How a merchant makes sure of a callback. */
export type Proof =
  | { readonly kind: 'none' }
  | { readonly kind: 'hmac'; readonly token: string }
  | { readonly kind: 'rsa'; readonly certificate: string }
  | { readonly kind: 'jwt'; readonly key: string; readonly nowMs: () => number };

/** Tells the receivers of all processes apart: a port that one gave up may be the next one's. */
let receivers = 0;

/**
 * A merchant's receiver, written from the gateway's manual and a recorded token alone: nothing of the client or of the
 * simulator is in it. It answers 200 where it trusts a callback, else 403, and can be killed and raised at its address.
 */
export const merchantReceiver = async (t: ExecutionContext, proof: Proof) => {
  const heard: Heard[] = [];
  const path = `/bank/callback?shop=${process.pid}-${++receivers}`;
  const make = () =>
    createServer({ keepAliveTimeout: 0 }, async (request, response) => {
      if (!request.url?.startsWith(path)) {
        response.writeHead(404).end();
        return;
      }
      const sent = await readSent(request);
      const callback = { method: request.method ?? '', ...check(sent, request, proof) };
      heard.push(callback);
      response.writeHead(callback.fault === undefined ? 200 : 403).end('ok');
    });
  let server = make();
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const kill = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  await listen(0);
  t.teardown(kill);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${path}`,
    heard,
    kill,
    raise: () => {
      server = make();
      return listen(port);
    },
  };
};

const readSent = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};

const check = (body: string, request: IncomingMessage, proof: Proof): Pick<Heard, 'values' | 'fault'> => {
  if (proof.kind === 'jwt') return checkToken(body, proof.key, proof.nowMs());
  const pairs = [...new URLSearchParams(request.method === 'GET' ? (request.url ?? '').split('?')[1] : body)].filter(
    ([name]) => name !== 'shop',
  );
  const values = Object.fromEntries(pairs);
  const text = pairs
    .filter(([name]) => name !== 'checksum' && name !== 'sign_alias')
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${name};${value};`)
    .join('');
  return { values, fault: faultOf(text, values['checksum'], proof) };
};

const faultOf = (text: string, checksum: string | undefined, proof: Proof): string | undefined => {
  if (proof.kind === 'none') return checksum === undefined ? undefined : 'a checksum that nobody asked for';
  if (checksum === undefined || checksum !== checksum.toUpperCase()) return 'no checksum in upper case';
  if (proof.kind === 'hmac') {
    const own = createHmac('sha256', Buffer.from(proof.token, 'utf8')).update(text, 'utf8').digest('hex').toUpperCase();
    return own === checksum ? undefined : `wrong HMAC of ${text}`;
  }
  if (proof.kind !== 'rsa') return 'not a form';
  const { publicKey } = new X509Certificate(proof.certificate);
  const isGenuine = verifySignature('RSA-SHA512', Buffer.from(text, 'utf8'), publicKey, Buffer.from(checksum, 'hex'));
  return isGenuine ? undefined : `wrong signature of ${text}`;
};

const checkToken = (body: string, key: string, nowMs: number): Pick<Heard, 'values' | 'fault'> => {
  const [header = '', claims = '', signature = ''] = body.split('.');
  const { alg, ...rest } = JSON.parse(Buffer.from(header, 'base64url').toString());
  const { sub, iss, iat, nbf, exp, payload } = JSON.parse(Buffer.from(claims, 'base64url').toString());
  const own = createHmac('sha256', Buffer.from(key, 'base64')).update(`${header}.${claims}`).digest('base64url');
  const checks: readonly (readonly [isWrong: boolean, fault: string])[] = [
    [own !== signature, 'wrong signature'],
    [alg !== 'HS256' || Object.keys(rest).length > 0, 'wrong header'],
    [sub !== 'callback_service' || typeof iss !== 'string', 'wrong subject or issuer'],
    [nbf !== iat - 2 || exp !== iat + 300, 'wrong times'],
    [nbf * 1000 > nowMs || exp * 1000 <= nowMs, 'not valid now'],
    [Object.values(payload).some((value) => typeof value !== 'string'), 'values that are no texts'],
  ];
  return { values: payload, fault: checks.find(([isWrong]) => isWrong)?.[1] };
};
