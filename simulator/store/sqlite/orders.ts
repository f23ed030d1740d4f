import type { DatabaseSync } from 'node:sqlite';
import { nextDueMs } from '../../domain/due.ts';
import type { Order } from '../../domain/order.ts';
import type { BindingStore, CallbackStore, OrderStore } from '../store.ts';
import { documentTable, keptColumns } from './document-table.ts';
import { type Due, firstDueIn } from './first-due.ts';
import type { AtOnce } from './turns.ts';

/** Where what an order brings with it is kept. */
interface Neighbours {
  readonly callbacks: AtOnce<CallbackStore>;
  readonly bindings: AtOnce<BindingStore>;
}

export const sqliteOrders = (database: DatabaseSync, { callbacks, bindings }: Neighbours): AtOnce<OrderStore> => {
  const orders = documentTable<Order>(database, 'orders', {
    columns: {
      ...keptColumns,
      order_number: ({ orderNumber }) => orderNumber,
      due_ms: (order) => nextDueMs(order) ?? null,
      server_trans_id: ({ attempts }) => attempts.at(-1)?.threeDs?.serverTransId ?? null,
    },
    unless: 'ON CONFLICT (merchant, order_number) DO NOTHING',
  });
  const byNumber = orders.search('WHERE merchant = ? AND order_number = ?');
  const byServerTransId = orders.search('WHERE server_trans_id = ?');
  const due = database.prepare(
    'SELECT id FROM orders WHERE merchant = ? AND due_ms <= ? ORDER BY due_ms, sequence LIMIT ?',
  );
  const firstDue = firstDueIn(database, 'orders');
  const { find, replace, ofMerchant, forget } = orders;
  return {
    insert: (order) => (orders.insert(order) ? undefined : byNumber(order.merchant, order.orderNumber)[0]),
    find,
    findByNumber: (merchant, orderNumber) => byNumber(merchant, orderNumber)[0],
    findByServerTransId: (serverTransId) => byServerTransId(serverTransId)[0],
    ofMerchant,
    // One turn is one transaction, so all of it is kept or nothing.
    replace: (next, besides) => {
      if (!replace(next)) return false;
      if (besides?.binding) bindings.insert(besides.binding);
      for (const callback of besides?.callbacks ?? []) callbacks.save(callback);
      return true;
    },
    due: (merchant, nowMs, limit) => (due.all(merchant, nowMs, limit) as unknown as Due[]).map(({ id }) => id),
    nextDueMs: (merchant) => firstDue(merchant)?.dueMs,
    forget,
  };
};
