import type { Brand } from '../domain/card.ts';
import type { Verdict } from '../domain/orders/attempt-plan.ts';
import type { Attempt, Authorisation, Order } from '../domain/orders/order.ts';
import type { AttemptResult } from '../domain/orders/pay.ts';
import { referenceNumber, seededBytes, seededDigits } from './seeded-numbers.ts';

type Liability = 'full' | 'attempt' | 'none';

/** ECI by authentication and brand. Source: BPC REST documentation, secureAuthInfo.eci; AMEX and JCB as Visa. */
const eciTable: Readonly<Record<Liability, (brand: Brand) => number>> = {
  full: (brand) => (brand === 'MASTERCARD' || brand === 'MAESTRO' || brand === 'CUP' || brand === 'MIR' ? 2 : 5),
  attempt: (brand) => (brand === 'CUP' ? 9 : brand === 'MASTERCARD' || brand === 'MAESTRO' || brand === 'MIR' ? 1 : 6),
  none: (brand) => (brand === 'CUP' ? 10 : 7),
};

/** The issuer's answer to the authorisation request, with the same numbers for the same order and attempt. */
export const authorise = (order: Order, attempt: Attempt, nowMs: number): AttemptResult => {
  const verdict: Verdict = attempt.plan.verdict ?? { kind: 'approve' };
  const bytes = seededBytes(`${order.id}:${attempt.number}`);
  const liability = liabilityOf(attempt);
  const facts = {
    atMs: nowMs,
    referenceNumber: referenceNumber(nowMs, bytes),
    eci: attempt.ownThreeDs?.eci ?? eciTable[liability](attempt.card?.brand ?? 'UNDEFINED'),
    ...(attempt.ownThreeDs?.cavv !== undefined && { cavv: attempt.ownThreeDs.cavv }),
  };
  if (verdict.kind === 'decline') return { actionCode: verdict.actionCode, approvedMinor: 0, authorisation: facts };
  const authorisation: Authorisation = {
    ...facts,
    approvalCode: seededDigits(bytes, 0, 6),
    ...(liability !== 'none' && { cavv: bytes.subarray(12, 32).toString('base64') }),
  };
  const approvedMinor = Math.min(verdict.approvedMinor ?? order.amountMinor, order.amountMinor);
  return { actionCode: 0, approvedMinor, authorisation };
};

const liabilityOf = ({ threeDs }: Attempt): Liability =>
  threeDs?.transStatus === 'Y' ? 'full' : threeDs?.transStatus === 'A' ? 'attempt' : 'none';
