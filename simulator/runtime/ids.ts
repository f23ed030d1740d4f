import { createHash, randomFillSync } from 'node:crypto';
import { customRandom } from 'nanoid';

/** The only source of chance: every id comes from here, and with a seed the same ids come again. */
export interface Ids {
  /** A lower-case UUID that sorts by time, as the gateway's order ids do. */
  uuid(nowMs: number): string;
  /** An order id of twenty letters and digits. */
  letters(): string;
  /** An order number for a shop that sent none: sixteen lower-case letters and digits. */
  orderNumber(): string;
}

/** Digits of a UUID as character codes. */
const hexDigits = Buffer.from('0123456789abcdef', 'latin1');

/** Random bytes, taken from a pool so that a small request costs no system call. */
const pooledBytes = (): ((size: number) => Uint8Array) => {
  const pool = Buffer.allocUnsafe(4096);
  let used = pool.length;
  return (size) => {
    if (used + size > pool.length) {
      randomFillSync(pool);
      used = 0;
    }
    used += size;
    return pool.subarray(used - size, used);
  };
};

/** Bytes that follow from a seed: SHA-256 over seed and counter. */
const seededBytes = (seed: string): ((size: number) => Uint8Array) => {
  let counter = 0;
  return (size) => {
    const blocks: Buffer[] = [];
    for (let length = 0; length < size; length += 32) {
      blocks.push(createHash('sha256').update(`${seed}:${counter++}`).digest());
    }
    return Buffer.concat(blocks).subarray(0, size);
  };
};

/** Makes the id source; with a seed it repeats exactly. */
export const createIds = ({ seed }: { seed?: string } = {}): Ids => {
  const bytes = seed === undefined ? pooledBytes() : seededBytes(seed);
  const orderNumber = customRandom('0123456789abcdefghijklmnopqrstuvwxyz', 16, bytes);
  const text = Buffer.alloc(36, '-', 'latin1');
  return {
    uuid: (nowMs) => timeOrderedUuid(nowMs, bytes(10), text),
    letters: () => twentyLetters(bytes(18)),
    // A string that was put together letter by letter takes several times the memory of a plain one.
    orderNumber: () => Buffer.from(orderNumber(), 'latin1').toString('latin1'),
  };
};

const lettersAndDigits = Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', 'latin1');

/** Fourteen letters and digits, `AA`, and four more. Source: recorded order ids of SATIM; the pattern is a guess. */
export const letterId = /[A-Za-z0-9]{14}AA[A-Za-z0-9]{4}/;

const twentyLetters = (random: Uint8Array): string => {
  const text = Buffer.alloc(20, 'A', 'latin1');
  random.forEach((byte, index) => {
    text[index < 14 ? index : index + 2] = lettersAndDigits[byte % lettersAndDigits.length] ?? 0;
  });
  return text.toString('latin1');
};

/** Where the sixteen bytes of a UUID stand in its text. */
const positions = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34] as const;

/** The latest time in a UUID; times before 1970 are 1970 in it, later ones this. */
const latestUuidMs = 2 ** 48 - 1;

/** UUID version 7: 48 bits of time, then chance. Source: RFC 9562, section 5.7. `text` is written over. */
const timeOrderedUuid = (nowMs: number, random: Uint8Array, text: Buffer): string => {
  const timeMs = nowMs > 0 ? Math.min(nowMs, latestUuidMs) : 0;
  for (let index = 0; index < positions.length; index++) {
    const byte = uuidByte(index, timeMs, random);
    const position = positions[index] ?? 0;
    text[position] = hexDigits[byte >> 4] ?? 0;
    text[position + 1] = hexDigits[byte & 15] ?? 0;
  }
  return text.toString('latin1');
};

const uuidByte = (index: number, nowMs: number, random: Uint8Array): number => {
  if (index < 6) return Math.floor(nowMs / 256 ** (5 - index)) % 256;
  const byte = random[index - 6] ?? 0;
  if (index === 6) return (byte & 0x0f) | 0x70;
  return index === 8 ? (byte & 0x3f) | 0x80 : byte;
};

/** A secret of 32 characters that nobody can guess, with any seed. */
export const newSecret = (): string => randomFillSync(Buffer.alloc(24)).toString('base64url');
