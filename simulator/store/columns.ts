import type { Binding } from '../domain/binding.ts';
import type { Callback } from '../domain/callback.ts';
import { nextDueMs } from '../domain/orders/due.ts';
import type { Order } from '../domain/orders/order.ts';
import type { OrderTemplate } from '../domain/orders/order-template.ts';
import { nextPaymentMs, type RecurringTask } from '../domain/orders/recurring-task.ts';
import type { Kept } from './store.ts';

/** What each column of a table says of a thing, beside its document: what the thing is found by. */
export type Columns<Thing> = Readonly<Record<string, (thing: Thing) => string | number | null>>;

/** The columns of everything that has versions. */
const keptColumns = {
  id: ({ id }: Kept) => id,
  merchant: ({ merchant }: Kept) => merchant,
  version: ({ version }: Kept) => version,
};

export const orderColumns: Columns<Order> = {
  ...keptColumns,
  order_number: ({ orderNumber }) => orderNumber,
  due_ms: (order) => nextDueMs(order) ?? null,
  registered_ms: ({ registeredAtMs }) => registeredAtMs,
  status: ({ status }) => status,
  server_trans_id: ({ attempts }) => attempts.at(-1)?.threeDs?.serverTransId ?? null,
};

export const callbackColumns: Columns<Callback> = {
  id: ({ id }) => id,
  merchant: ({ merchant }) => merchant,
  subject: ({ subject }) => subject,
  due_ms: ({ state, dueMs }) => (state === 'waiting' ? dueMs : null),
  state: ({ state }) => state,
};

export const bindingColumns: Columns<Binding> = { ...keptColumns, client_id: ({ clientId }) => clientId };

export const taskColumns: Columns<RecurringTask> = {
  ...keptColumns,
  due_ms: (task) => nextPaymentMs(task) ?? null,
};

export const templateColumns: Columns<OrderTemplate> = keptColumns;
