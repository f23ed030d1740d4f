import type { Callback, CallbackChecksum } from '../../domain/callback.ts';
import type { GatewayKeys } from '../keys/gateway-keys.ts';
import { callbackJwt } from './callback-jwt.ts';
import { type Fields, hmacChecksum, rsaChecksum, signAlias } from './sign-callback.ts';

/** How the fields of a callback are signed. */
export interface Signing {
  readonly checksum: CallbackChecksum;
  /** Key of the HMAC checksum, or in base64 of the JWT. */
  readonly token: string | undefined;
  readonly keys: () => GatewayKeys;
  /** `iss` of a JWT. */
  readonly issuer: string;
  readonly nowMs: number;
}

export type SignedFields = Pick<Callback, 'fields'> & Partial<Pick<Callback, 'method' | 'body'>>;

/** The fields with their proof; a JWT is the body of a POST, and its fields stay as they are. */
export const signBy = ({ checksum, token, keys, issuer, nowMs }: Signing, fields: Fields): SignedFields => {
  switch (checksum) {
    case 'none':
      return { fields };
    case 'hmac':
      return { fields: token === undefined ? fields : [...fields, ['checksum', hmacChecksum(fields, token)]] };
    case 'rsa':
      return {
        fields: [...fields, ['sign_alias', signAlias], ['checksum', rsaChecksum(fields, keys().privateKey)]],
      };
    case 'jwt':
      return { fields, method: 'POST', body: callbackJwt(Object.fromEntries(fields), { token, issuer, nowMs }) };
  }
};
