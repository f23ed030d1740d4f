import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';
import { BodyTooLarge } from './body-limit.ts';

/** The body is packed in a way that is not known, or not in the way that its header says. */
export class UnreadableBody extends Error {
  readonly status: 400 | 415;
  readonly expose = true;

  constructor(status: 400 | 415, message: string) {
    super(message);
    this.status = status;
  }
}

type Unpack = (bytes: Buffer, limits: { readonly maxOutputLength: number }) => Promise<Buffer>;

/** Clients send both what RFC 9110 calls deflate and the same without its head, which begins with other bits. */
const unpackDeflate: Unpack = (bytes, limits) =>
  ((bytes[0] ?? 0) & 0x0f) === 8 ? promisify(inflate)(bytes, limits) : promisify(inflateRaw)(bytes, limits);

const unpackers: Readonly<Record<string, Unpack>> = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: unpackDeflate,
  br: promisify(brotliDecompress),
};

/** Nobody packs a body more often. */
const mostEncodings = 3;

/** The encodings of a body, the last one first; empty if it is as it stands. */
export const encodingsOf = ({ headers }: IncomingMessage): readonly string[] =>
  headers['content-encoding'] === undefined
    ? []
    : headers['content-encoding']
        .split(',')
        .map((name) => name.trim().toLowerCase())
        .filter((name) => name !== '' && name !== 'identity')
        .reverse();

/** @throws UnreadableBody, or BodyTooLarge if there are more bytes in it */
export const unpackBody = async (packed: Buffer, encodings: readonly string[], mostBytes: number): Promise<Buffer> => {
  if (encodings.length > mostEncodings) throw unknownEncoding(encodings.join(', '));
  let bytes = packed;
  for (const encoding of encodings) {
    const unpack = Object.hasOwn(unpackers, encoding) ? unpackers[encoding] : undefined;
    if (!unpack) throw unknownEncoding(encoding);
    try {
      bytes = await unpack(bytes, { maxOutputLength: mostBytes });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new BodyTooLarge();
      throw new UnreadableBody(400, `the body is not packed as ${encoding}`);
    }
  }
  return bytes;
};

export const unknownEncoding = (encoding: string): UnreadableBody =>
  new UnreadableBody(
    415,
    `the content encoding ${encoding.slice(0, 40)} cannot be read: known are gzip, deflate and br`,
  );
