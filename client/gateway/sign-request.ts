import { createHash, createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { WrongUse } from './gateway-errors.ts';

/** The merchant's RSA key in PEM, with its passphrase if it has one. */
export type SigningKey = string | { readonly key: string; readonly passphrase: string };

/** The headers for a body; none without a key. */
export type SignRequest = (body: string) => Readonly<Record<string, string>>;

/**
 * Signs requests, as some gateways require: `X-Hash` is the SHA-256 of the body, `X-Signature` the RSA-SHA256 signature
 * of those 32 bytes, which hashes them once more. Source: BPC REST documentation, API request signature.
 */
export const requestSigner = (signingKey: SigningKey | undefined): SignRequest => {
  if (signingKey === undefined) return () => unsigned;
  const key = readKey(signingKey);
  return (body) => {
    const hash = createHash('sha256').update(body).digest();
    return { 'X-Hash': hash.toString('base64'), 'X-Signature': sign('sha256', hash, key).toString('base64') };
  };
};

const unsigned: Readonly<Record<string, string>> = Object.freeze({});

const readKey = (signingKey: SigningKey): KeyObject => {
  try {
    const key = createPrivateKey(signingKey);
    if (key.asymmetricKeyType === 'rsa') return key;
  } catch {
    // Refused below.
  }
  throw new WrongUse('signingKey must be an RSA private key in PEM, with its passphrase if it has one');
};
