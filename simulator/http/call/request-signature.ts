import { createHash, createPublicKey, type Hash, verify } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Refused } from '../../domain/errors/refused.ts';
import type { Merchant } from '../../domain/merchant.ts';

/**
 * Hashes the body of a signed request while another function reads it; undefined for all others. A multipart body is read
 * later, and its signature is not documented.
 */
export const hashOfSigned = (request: IncomingMessage): Hash | undefined => {
  const { headers } = request;
  if (headers['x-hash'] === undefined || /^multipart\//i.test(headers['content-type'] ?? '')) return undefined;
  const hash = createHash('sha256');
  request.on('data', (chunk: Buffer) => hash.update(chunk));
  return hash;
};

/**
 * Checks the signature of a merchant that has a certificate: `X-Hash` is the SHA-256 of the body, `X-Signature` the
 * RSA-SHA256 signature of those 32 bytes, which are hashed once more for it; both in base64. The query is not
 * signed, and so is refused. Source: BPC REST documentation, API request signature, with its example.
 * @throws Refused if a part is missing or wrong.
 */
export const checkSignature = ({ certificate }: Merchant, request: IncomingMessage, hash: Hash | undefined): void => {
  if (certificate === undefined) return;
  const { 'x-hash': claimed, 'x-signature': signature } = request.headers;
  const digest = hash?.digest();
  const isGenuine =
    digest !== undefined &&
    claimed === digest.toString('base64') &&
    typeof signature === 'string' &&
    !request.url?.includes('?') &&
    verify('sha256', digest, createPublicKey(certificate), Buffer.from(signature, 'base64'));
  if (!isGenuine) throw new Refused('signature-wrong');
};
