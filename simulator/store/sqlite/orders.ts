import type { DatabaseSync } from 'node:sqlite';
import type { Order } from '../../domain/orders/order.ts';
import { type OrderStatus, orderStatusNumbers } from '../../domain/orders/order-status.ts';
import { orderColumns } from '../columns.ts';
import type { BindingStore, CallbackStore, OrderSideEffects, OrderStore } from '../store.ts';
import { documentTable } from './document-table.ts';
import { type Due, firstDueIn } from './first-due.ts';
import type { Synchronous } from './transactions.ts';

/** The stores of an order's side effects. */
interface Neighbours {
  readonly callbacks: Synchronous<CallbackStore>;
  readonly bindings: Synchronous<BindingStore>;
}

const ofPeriod = 'WHERE merchant = ?1 AND registered_ms >= ?2 AND registered_ms < ?3';
const inState = 'status IN (SELECT value FROM json_each(?4))';
const newestFirst = 'ORDER BY registered_ms DESC, sequence DESC';

const [firstMs, lastMs] = [-Number.MAX_VALUE, Number.MAX_VALUE];
const allStates = Object.keys(orderStatusNumbers);

export const sqliteOrders = (database: DatabaseSync, { callbacks, bindings }: Neighbours): Synchronous<OrderStore> => {
  const orders = documentTable<Order>(database, 'orders', {
    columns: orderColumns,
    unless: 'ON CONFLICT (merchant, order_number) DO NOTHING',
  });
  const byNumber = orders.search('WHERE merchant = ? AND order_number = ?');
  const byServerTransId = orders.search('WHERE server_trans_id = ?');
  const firstPage = orders.search(`${ofPeriod} AND ${inState} ${newestFirst} LIMIT ?5`);
  const nextPage = orders.search(
    `${ofPeriod} AND ${inState} AND (registered_ms, sequence) < (SELECT registered_ms, sequence FROM orders WHERE id = ?6)
    ${newestFirst} LIMIT ?5`,
  );
  const total = database.prepare('SELECT count(*) AS count FROM orders WHERE merchant = ?');
  const counts = database.prepare(`SELECT status, count(*) AS count FROM orders ${ofPeriod} GROUP BY status`);
  const due = database.prepare(
    'SELECT id FROM orders WHERE merchant = ? AND due_ms <= ? ORDER BY due_ms, sequence LIMIT ?',
  );
  const savepoint = database.prepare('SAVEPOINT change');
  const takeBack = database.prepare('ROLLBACK TO change');
  const release = database.prepare('RELEASE change');
  const firstDue = firstDueIn(database, 'orders');
  const { find, replace, ofMerchant, forget } = orders;

  const replaceWith = (next: Order, { callbacks: added = [], binding }: OrderSideEffects): boolean => {
    if (!replace(next)) return false;
    if (binding) bindings.insert(binding);
    for (const callback of added) callbacks.save(callback);
    return true;
  };

  /** Other calls write in the same transaction, so a failure takes back only this part. */
  const allOrNothing = (work: () => boolean): boolean => {
    savepoint.run();
    try {
      return work();
    } catch (error) {
      if (database.isTransaction) takeBack.run();
      throw error;
    } finally {
      if (database.isTransaction) release.run();
    }
  };

  return {
    insert: (order) => (orders.insert(order) ? undefined : byNumber(order.merchant, order.orderNumber)[0]),
    find,
    findByNumber: (merchant, orderNumber) => byNumber(merchant, orderNumber)[0],
    findByServerTransId: (serverTransId) => byServerTransId(serverTransId)[0],
    ofMerchant,
    total: (merchant) => Number(total.get(merchant)?.['count']),
    newest: (merchant, { sinceMs, beforeMs, states = allStates, before, limit }) => {
      const range = [merchant, sinceMs ?? firstMs, beforeMs ?? lastMs, JSON.stringify(states), limit];
      return before === undefined ? firstPage(...range) : nextPage(...range, before);
    },
    counts: (merchant, { sinceMs, beforeMs } = {}) =>
      Object.fromEntries(
        counts
          .all(merchant, sinceMs ?? firstMs, beforeMs ?? lastMs)
          .map(({ status, count }) => [String(status) as OrderStatus, Number(count)]),
      ),
    replace: (next, effects) => (effects ? allOrNothing(() => replaceWith(next, effects)) : replace(next)),
    due: (merchant, nowMs, limit) => (due.all(merchant, nowMs, limit) as unknown as Due[]).map(({ id }) => id),
    nextDueMs: (merchant) => firstDue(merchant)?.dueMs,
    forget,
  };
};
