import { constants, createDecipheriv, privateDecrypt } from 'node:crypto';
import type { Context } from '../../context.ts';
import { jsonObjectIn, unpack } from '../../text/pack.ts';
import { plainText } from '../../text/plain-text.ts';
import type { WalletData, WalletName } from './wallet-data.ts';

/**
 * The content of a wallet's token; undefined if it is malformed, changed, too old, or made for another gateway. Its form is
 * that of the real wallet. Its encryption is the same for all wallets, with the gateway's RSA key and no signature.
 */
export const openWalletToken = (context: Context, wallet: WalletName, token: string): WalletData | undefined => {
  const sealed = sealedIn[wallet](token);
  const data = sealed && jsonObjectIn(unseal(context, sealed));
  const expiresAtMs = Number(plainText(data?.['messageExpiration']) || Number.POSITIVE_INFINITY);
  return expiresAtMs > context.clock.now() ? data : undefined;
};

interface Sealed {
  /** The key of the content, encrypted with the gateway's. */
  readonly key: Buffer;
  readonly iv: Buffer;
  readonly tag: Buffer;
  readonly content: Buffer;
  /** Not encrypted, but protected by the tag. */
  readonly header: string;
}

/** The encrypted part of each wallet's token. Source: Apple, payment token format reference; Google Pay, payment data cryptography; Samsung Pay, payment credential. */
const sealedIn: Readonly<Record<WalletName, (token: string) => Sealed | undefined>> = {
  apple: (token) => inOnePiece(unpack(token)?.['data']),
  google: (token) => inOnePiece(jsonObjectIn(unpack(token)?.['signedMessage'])?.['encryptedMessage']),
  samsung: (token) => {
    const [header = '', ...parts] = token.split('.');
    const [key, iv, content, tag] = parts.map((part) => Buffer.from(part, 'base64url'));
    return key && iv && content && tag && { key, iv, content, tag, header };
  },
};

/** Lengths in bytes: a key encrypted with RSA of 2048 bits, and the numbers of AES-GCM. */
const length = { key: 256, iv: 12, tag: 16 } as const;

const inOnePiece = (text: unknown): Sealed | undefined => {
  if (typeof text !== 'string') return undefined;
  const bytes = Buffer.from(text, 'base64');
  const ivEnd = length.key + length.iv;
  const tagEnd = ivEnd + length.tag;
  return {
    key: bytes.subarray(0, length.key),
    iv: bytes.subarray(length.key, ivEnd),
    tag: bytes.subarray(ivEnd, tagEnd),
    content: bytes.subarray(tagEnd),
    header: '',
  };
};

/** Undefined if it was not encrypted for this gateway. */
const unseal = ({ keys }: Context, { key, iv, tag, content, header }: Sealed): string | undefined => {
  try {
    const contentKey = privateDecrypt({ key: keys().privateKey, padding: constants.RSA_PKCS1_PADDING }, key);
    const cipher = createDecipheriv('aes-128-gcm', contentKey, iv, { authTagLength: length.tag });
    cipher.setAAD(Buffer.from(header)).setAuthTag(tag);
    return Buffer.concat([cipher.update(content), cipher.final()]).toString();
  } catch {
    return undefined;
  }
};
