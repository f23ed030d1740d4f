import type { Order, Refund } from '../domain/order.ts';
import { referenceNumber, seededBytes, seededDigits } from './seeded-numbers.ts';

/** The numbers that the issuer gives to the next refund of an order. */
export const refundFacts = (order: Order, nowMs: number): Pick<Refund, 'approvalCode' | 'referenceNumber'> => {
  const bytes = seededBytes(`${order.id}:refund:${order.refunds?.length ?? 0}`);
  return { approvalCode: seededDigits(bytes, 0, 6), referenceNumber: referenceNumber(nowMs, bytes) };
};
