import type { Attempt, Order } from '../../../simulator/domain/orders/order.ts';
import { startMs } from '../simulator/simulator.ts';

/** An attempt that was approved with a plain Visa card. */
export const anAttempt = (change: Partial<Attempt> = {}): Attempt & Required<Pick<Attempt, 'card'>> => ({
  number: 1,
  startedAtMs: startMs,
  card: { maskedPan: '444455**3333', expiry: '203412', holder: 'AIDA TESTOVA', brand: 'VISA' },
  paymentWay: 'CARD',
  plan: { route: 'none', verdict: { kind: 'approve' } },
  actionCode: 0,
  authorisation: { atMs: startMs, referenceNumber: '600108123456', approvalCode: '123456', eci: 7 },
  explanation: [],
  ...change,
});

/** An order of 1000.00 tenge that nobody tried to pay. */
export const anOrder = (change: Partial<Order> = {}): Order => ({
  id: '019b6f10-3c2a-7c41-9f6e-5a1200b4e001',
  version: 1,
  merchant: 'test_user',
  orderNumber: 'N-1',
  status: 'created',
  actionCode: -100,
  isPreAuth: false,
  amountMinor: 100_000,
  feeMinor: 0,
  currency: '398',
  language: 'en',
  returnUrl: 'https://shop.example/return',
  registeredAtMs: startMs,
  expiresAtMs: startMs + 1_200_000,
  merchantIp: '127.0.0.1',
  attemptsAllowed: 3,
  attempts: [],
  approvedMinor: 0,
  depositedMinor: 0,
  refundedMinor: 0,
  params: {},
  features: [],
  ...change,
});
