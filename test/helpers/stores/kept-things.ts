import type { Binding } from '../../../simulator/domain/binding.ts';
import type { Callback } from '../../../simulator/domain/callback.ts';
import type { OrderTemplate } from '../../../simulator/domain/orders/order-template.ts';
import type { RecurringTask } from '../../../simulator/domain/orders/recurring-task.ts';
import { startMs } from '../simulator/simulator.ts';
import { anAttempt } from './an-order.ts';

/** A stored card of the client Aida. */
export const aBinding = (change: Partial<Binding> = {}): Binding => ({
  id: 'card-1',
  version: 1,
  merchant: 'test_user',
  clientId: 'aida',
  card: anAttempt().card,
  plan: { plan: { route: 'none', verdict: { kind: 'approve' } }, known: true, because: 'a test card' },
  category: 'COMMON',
  isActive: true,
  paymentWay: 'CARD',
  createdAtMs: startMs,
  ...change,
});

/** A callback that waits for its first try. */
export const aCallback = (change: Partial<Callback> = {}): Callback => ({
  id: 'callback-1',
  merchant: 'test_user',
  subject: 'order-1',
  url: 'https://shop.example/callback',
  method: 'GET',
  fields: [['mdOrder', 'order-1']],
  createdAtMs: startMs,
  dueMs: startMs,
  state: 'waiting',
  retryAfterMs: 30_000,
  mostFailures: 3,
  tries: [],
  ...change,
});

/** A task that pays every day, first a day after the start. */
export const aTask = (change: Partial<RecurringTask> = {}): RecurringTask => ({
  id: 'task-1',
  version: 1,
  merchant: 'test_user',
  merchantTaskId: 'subscription-1',
  state: 'ACTIVE',
  bindingId: 'card-1',
  clientId: 'aida',
  amountMinor: 1000,
  currency: '398',
  language: 'en',
  merchantIp: '127.0.0.1',
  schedule: {
    sinceMs: startMs + 86_400_000,
    tillMs: startMs + 864_000_000,
    utcOffsetMinutes: 0,
    value: 1,
    unit: 'DAYS',
  },
  scheduledSince: '2026-01-02T08:00:00Z',
  scheduledTill: '2026-01-11T08:00:00Z',
  params: {},
  createdAtMs: startMs,
  updatedAtMs: startMs,
  nextNumber: 1,
  skipped: [],
  failures: 0,
  attempts: [],
  ...change,
});

export const aTemplate = (change: Partial<OrderTemplate> = {}): OrderTemplate => ({
  id: 'template-1',
  version: 1,
  merchant: 'test_user',
  name: 'Tea',
  type: 'STATIC',
  currency: '398',
  isPreAuth: false,
  isForOneOrder: false,
  additionalParams: [],
  isActive: true,
  createdAtMs: startMs,
  ...change,
});
