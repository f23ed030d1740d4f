import type { Order, Refund } from '../domain/orders/order.ts';
import { referenceNumber, seededBytes, seededDigits } from './seeded-numbers.ts';

/** The issuer's numbers for the next refund of an order. */
export const refundFacts = (order: Order, nowMs: number): Pick<Refund, 'approvalCode' | 'referenceNumber'> => {
  const bytes = seededBytes(`${order.id}:refund:${order.refunds?.length ?? 0}`);
  return { approvalCode: seededDigits(bytes, 0, 6), referenceNumber: referenceNumber(nowMs, bytes) };
};
