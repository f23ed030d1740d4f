import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** The gateway's own pair of keys: it signs callbacks, and opens card data that was encrypted for it. */
export interface GatewayKeys {
  readonly privateKey: KeyObject;
  /** PEM. */
  readonly publicKey: string;
  /** X.509 certificate of the public key, PEM. */
  readonly certificate: string;
}

/**
 * Reads the keys of the simulated gateway: RSA of 2048 bits, certificate valid from 2020 to 2119. They are the same for
 * everybody, so that a test can keep the certificate; they are public and protect nothing.
 */
export const readGatewayKeys = (): GatewayKeys => {
  const privateKey = createPrivateKey(readFileSync(new URL('gateway.key.pem', import.meta.url)));
  return {
    privateKey,
    publicKey: createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString(),
    certificate: readFileSync(new URL('gateway.certificate.pem', import.meta.url), 'utf8'),
  };
};
