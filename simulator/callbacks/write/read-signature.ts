import type { Callback, CallbackChecksum } from '../../domain/callback.ts';
import type { GatewayKeys } from '../keys/gateway-keys.ts';
import { jwtSignature } from './callback-jwt.ts';
import { hmacChecksum, rsaChecksum, signedText } from './sign-callback.ts';

/** How a callback is signed, and how it would be signed now. */
export interface ReadSignature {
  readonly kind: Exclude<CallbackChecksum, 'none'>;
  /** The text that was signed. */
  readonly signedText: string;
  /** Made with the token or key of today; absent if there is none. */
  readonly computed?: string;
  /** Absent if it was left out. */
  readonly sent?: string;
}

interface Secrets {
  /** The merchant's callback token. */
  readonly token: string | undefined;
  readonly keys: () => GatewayKeys;
}

/** The signature of a callback; undefined if it has none and should have none. */
export const readSignature = (callback: Callback, secrets: Secrets): ReadSignature | undefined => {
  const { fields, body, fault } = callback;
  if (body !== undefined) return ofToken(body, secrets);
  const sent = fields.find(([name]) => name === 'checksum')?.[1];
  const isRsa = fields.some(([name]) => name === 'sign_alias');
  if (sent === undefined && !isRsa && !fault?.settings.hasNoChecksum) return undefined;
  const computed = isRsa
    ? rsaChecksum(fields, secrets.keys().privateKey)
    : secrets.token && hmacChecksum(fields, secrets.token);
  return {
    kind: isRsa ? 'rsa' : 'hmac',
    signedText: signedText(fields),
    ...(computed && { computed }),
    ...(sent !== undefined && { sent }),
  };
};

/** A merchant without a token has unsecured tokens, whose signature is empty. */
const ofToken = (body: string, { token }: Secrets): ReadSignature => {
  const end = body.lastIndexOf('.');
  const signed = body.slice(0, end);
  return {
    kind: 'jwt',
    signedText: signed,
    computed: token === undefined ? '' : jwtSignature(signed, token),
    sent: body.slice(end + 1),
  };
};
