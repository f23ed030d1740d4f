import { createHash } from 'node:crypto';
import type { Verdict } from '../domain/attempt-plan.ts';
import type { Brand } from '../domain/card.ts';
import type { Attempt, Authorisation, Order } from '../domain/order.ts';
import type { AttemptResult } from '../domain/pay.ts';

type Liability = 'full' | 'attempt' | 'none';

/** ECI by brand and by how far authentication got. Source: BPC REST documentation, secureAuthInfo.eci; AMEX and JCB as Visa. */
const eciTable: Readonly<Record<Liability, (brand: Brand) => number>> = {
  full: (brand) => (brand === 'MASTERCARD' || brand === 'MAESTRO' || brand === 'CUP' || brand === 'MIR' ? 2 : 5),
  attempt: (brand) => (brand === 'CUP' ? 9 : brand === 'MASTERCARD' || brand === 'MAESTRO' || brand === 'MIR' ? 1 : 6),
  none: (brand) => (brand === 'CUP' ? 10 : 7),
};

/** The issuer's answer to the authorisation request: the same order and attempt always get the same numbers. */
export const authorise = (order: Order, attempt: Attempt, nowMs: number): AttemptResult => {
  const verdict: Verdict = attempt.plan.verdict ?? { kind: 'approve' };
  const digest = createHash('sha256').update(`${order.id}:${attempt.number}`).digest();
  const liability = liabilityOf(attempt);
  const facts = {
    atMs: nowMs,
    referenceNumber: referenceNumber(nowMs, digest),
    eci: eciTable[liability](attempt.card.brand),
  };
  if (verdict.kind === 'decline') return { actionCode: verdict.actionCode, approvedMinor: 0, authorisation: facts };
  const authorisation: Authorisation = {
    ...facts,
    approvalCode: digits(digest, 0, 6),
    ...(liability !== 'none' && { cavv: digest.subarray(12, 32).toString('base64') }),
  };
  const approvedMinor = Math.min(verdict.approvedMinor ?? order.amountMinor, order.amountMinor);
  return { actionCode: 0, approvedMinor, authorisation };
};

const liabilityOf = ({ threeDs }: Attempt): Liability =>
  threeDs?.transStatus === 'Y' ? 'full' : threeDs?.transStatus === 'A' ? 'attempt' : 'none';

/** RRN: last digit of the year, day of the year, hour, six more digits. Source: ISO 8583 field 37 in common use. */
const referenceNumber = (nowMs: number, digest: Buffer): string => {
  const now = new Date(nowMs);
  const dayOfYear = Math.floor((nowMs - Date.UTC(now.getUTCFullYear(), 0, 1)) / 86_400_000) + 1;
  const time = `${now.getUTCFullYear() % 10}${String(dayOfYear).padStart(3, '0')}${String(now.getUTCHours()).padStart(2, '0')}`;
  return time + digits(digest, 6, 6);
};

const digits = (digest: Buffer, offset: number, count: number): string =>
  String(digest.readUIntBE(offset, 6) % 10 ** count).padStart(count, '0');
