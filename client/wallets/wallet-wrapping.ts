import { createHash, createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { type Sealed, sealForGateway } from '../gateway/seal-for-gateway.ts';
import type { WalletName, WalletTokenRequest } from './wallet-token-request.ts';

/** Encrypts a content, and wraps it as the wallet does. */
export const wrapForWallet = (content: string, asked: WalletTokenRequest): string =>
  wrappings[asked.wallet](content, asked);

type Wrapping = (content: string, asked: WalletTokenRequest) => string;

/** Base64 of `paymentData`. Source: Apple, payment token format reference. */
const apple: Wrapping = (content, asked) =>
  base64Json({
    version: 'EC_v1',
    data: inOnePiece(seal(content, asked)),
    signature: signature(),
    header: {
      ephemeralPublicKey: ephemeralKey().toString('base64'),
      publicKeyHash: fingerprint(asked.publicKey),
      transactionId: randomBytes(32).toString('hex'),
    },
  });

/** Base64 of the token. Source: Google Pay, payment data cryptography. */
const google: Wrapping = (content, asked) =>
  base64Json({
    protocolVersion: 'ECv1',
    signature: signature(),
    signedMessage: JSON.stringify({
      encryptedMessage: inOnePiece(seal(content, asked)),
      ephemeralPublicKey: ephemeralKey().subarray(-65).toString('base64'),
      tag: randomBytes(32).toString('base64'),
    }),
  });

/** `3DS.data`: a JWE in its compact form. Source: Samsung Pay, payment credential. */
const samsung: Wrapping = (content, asked) => {
  const facts = { alg: 'RSA1_5', kid: fingerprint(asked.publicKey), typ: 'JOSE', enc: 'A128GCM' };
  const header = Buffer.from(JSON.stringify(facts)).toString('base64url');
  const { key, iv, content: encrypted, tag } = seal(content, asked, header);
  return [header, ...[key, iv, encrypted, tag].map((part) => part.toString('base64url'))].join('.');
};

const wrappings: Readonly<Record<WalletName, Wrapping>> = { apple, google, samsung };

const seal = (content: string, { publicKey, isBroken }: WalletTokenRequest, header?: string): Sealed => {
  const sealed = sealForGateway(content, publicKey, header);
  return isBroken ? { ...sealed, tag: randomBytes(sealed.tag.length) } : sealed;
};

const inOnePiece = ({ key, iv, tag, content }: Sealed): string =>
  Buffer.concat([key, iv, tag, content]).toString('base64');

const base64Json = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64');

/** A key that a phone makes for one token alone, SPKI; here it is only for show. */
const ephemeralKey = (): Buffer =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ type: 'spki', format: 'der' });

/** SHA-256 of the key that a token was made for. */
const fingerprint = (publicKey: string): string =>
  createHash('sha256')
    .update(createPublicKey(publicKey).export({ type: 'spki', format: 'der' }))
    .digest('base64');

const signature = (): string => randomBytes(72).toString('base64');
