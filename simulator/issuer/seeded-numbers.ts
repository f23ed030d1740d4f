import { createHash } from 'node:crypto';

/** Bytes that look random but are always the same for one seed, such as an order's second attempt. */
export const seededBytes = (seed: string): Buffer => createHash('sha256').update(seed).digest();

export const seededDigits = (bytes: Buffer, offset: number, count: number): string =>
  String(bytes.readUIntBE(offset, 6) % 10 ** count).padStart(count, '0');

/** RRN: last digit of the year, day of the year, hour, six more digits. Source: ISO 8583 field 37 in common use. */
export const referenceNumber = (nowMs: number, bytes: Buffer): string => {
  const now = new Date(nowMs);
  const dayOfYear = Math.floor((nowMs - Date.UTC(now.getUTCFullYear(), 0, 1)) / 86_400_000) + 1;
  const day = `${now.getUTCFullYear() % 10}${String(dayOfYear).padStart(3, '0')}`;
  return `${day}${String(now.getUTCHours()).padStart(2, '0')}${seededDigits(bytes, 6, 6)}`;
};
