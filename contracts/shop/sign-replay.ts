import type { VerifierOptions } from '@pact-foundation/pact';
import { readGatewayKeys } from '../../simulator/callbacks/keys/gateway-keys.ts';
import { callbackJwt } from '../../simulator/callbacks/write/callback-jwt.ts';
import { hmacChecksum, rsaChecksum } from '../../simulator/callbacks/write/sign-callback.ts';
import { inSenderOrder } from './sender-order.ts';

type Filter = NonNullable<VerifierOptions['requestFilter']>;

type Fields = readonly (readonly [name: string, value: string])[];

export interface ReplayOptions {
  /** Path and query of the shop's address for callbacks, in place of the recorded path. */
  readonly address: () => string;
  /** The shop's key for HMAC checksums and JSON Web Tokens. */
  readonly token: string;
  /** The values of the provider states, for the content of a JSON Web Token. */
  readonly values: () => Readonly<Record<string, string>>;
  /** The proof is one of another callback. */
  readonly isForged: boolean;
}

/**
 * Signs a replayed callback, as the real sender would. A recorded checksum holds for the recorded order only, while the
 * shop that is verified has an order, a key and, for a token, a time of its own.
 */
export const signReplay =
  ({ address, token, values, isForged }: ReplayOptions): Filter =>
  (request, _response, next) => {
    if (!request.url.startsWith('/callback')) return next();
    const formOf = (form: URLSearchParams) => {
      form.delete('checksum');
      form.append('checksum', proofOf(isForged ? altered([...form]) : [...form], token));
      return new URLSearchParams(inSenderOrder([...form]) as [string, string][]).toString();
    };
    const [, query = ''] = request.url.split('?');
    const separator = address().includes('?') ? '&' : '?';
    if (request.method === 'GET') request.url = `${address()}${separator}${formOf(new URLSearchParams(query))}`;
    else {
      request.url = address();
      const body = Buffer.isBuffer(request.body)
        ? newToken(request.body.toString(), { token, values: values(), isForged })
        : formOf(new URLSearchParams(request.body));
      request.body = Buffer.from(body);
      request.headers['content-length'] = String(request.body.length);
    }
    next();
  };

const proofOf = (fields: Fields, token: string): string =>
  fields.some(([name]) => name === 'sign_alias')
    ? rsaChecksum(fields, readGatewayKeys().privateKey)
    : hmacChecksum(fields, token);

/** The same with the opposite status. */
const altered = (fields: Fields): Fields =>
  fields.map(([name, value]) => [name, name === 'status' ? String(1 - Number(value)) : value]);

const newToken = (
  recorded: string,
  { token, values, isForged }: Pick<ReplayOptions, 'token' | 'isForged'> & { readonly values: Record<string, string> },
): string => {
  const claims = JSON.parse(Buffer.from(recorded.split('.')[1] ?? '', 'base64url').toString());
  const { mdOrder, orderNumber } = values;
  const fields = Object.entries<string>({ ...claims.payload, ...(mdOrder && { mdOrder, orderNumber }) });
  const write = (payload: Fields) =>
    callbackJwt(Object.fromEntries(payload), { token, issuer: 'gateway', nowMs: Date.now() });
  if (!isForged) return write(fields);
  return [...write(fields).split('.').slice(0, 2), write(altered(fields)).split('.')[2]].join('.');
};
