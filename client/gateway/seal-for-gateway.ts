import { constants, createCipheriv, publicEncrypt, randomBytes } from 'node:crypto';

/** Content that only the gateway can open. */
export interface Sealed {
  /** The key of the content, encrypted for the gateway. */
  readonly key: Buffer;
  readonly iv: Buffer;
  readonly content: Buffer;
  readonly tag: Buffer;
}

/**
 * Encrypts a text with a key of its own (AES-128-GCM), and that key for the gateway (RSA, PKCS #1 v1.5). `publicKey`: PEM.
 * `header` is not encrypted, but protected against changes. Source: RFC 7516 and RFC 7518, RSA1_5 and A128GCM.
 */
export const sealForGateway = (text: string, publicKey: string, header = ''): Sealed => {
  const contentKey = randomBytes(16);
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-128-gcm', contentKey, iv).setAAD(Buffer.from(header));
  const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  const key = publicEncrypt({ key: publicKey, padding: constants.RSA_PKCS1_PADDING }, contentKey);
  return { key, iv, content, tag: cipher.getAuthTag() };
};
