import type { Order } from '../../domain/orders/order.ts';
import { orderStatusNumbers } from '../../domain/orders/order-status.ts';
import { orderColumns } from '../columns.ts';
import type { OrderStore } from '../store.ts';
import type { Database } from './database.ts';
import { documentTable } from './document-table.ts';
import { type Due, firstDueIn } from './first-due.ts';
import { replaceWith } from './replace-with.ts';

const ofPeriod = 'WHERE merchant = $1 AND registered_ms >= $2 AND registered_ms < $3';
const inState = "status = ANY (string_to_array($4, ','))";
const newestFirst = 'ORDER BY registered_ms DESC, sequence DESC';

const [firstMs, lastMs] = [-Number.MAX_VALUE, Number.MAX_VALUE];
const allStates = Object.keys(orderStatusNumbers);

export const postgresOrders = (database: Database): OrderStore => {
  const orders = documentTable<Order>(database, 'orders', {
    columns: orderColumns,
    unless: 'ON CONFLICT (merchant, order_number) DO NOTHING',
  });
  const byNumber = orders.search('WHERE merchant = $1 AND order_number = $2');
  const byServerTransId = orders.search('WHERE server_trans_id = $1');
  const firstPage = orders.search(`${ofPeriod} AND ${inState} ${newestFirst} LIMIT $5`);
  const nextPage = orders.search(
    `${ofPeriod} AND ${inState}
    AND (registered_ms, sequence) < (SELECT registered_ms, sequence FROM tillbox.orders WHERE id = $6)
    ${newestFirst} LIMIT $5`,
  );
  const total = database.question<{ readonly count: string }>(
    'SELECT count(*) AS count FROM tillbox.orders WHERE merchant = $1',
  );
  const counts = database.question<{ readonly status: string; readonly count: string }>(
    `SELECT status, count(*) AS count FROM tillbox.orders ${ofPeriod} GROUP BY status`,
  );
  const due = database.question<Pick<Due, 'id'>>(
    'SELECT id FROM tillbox.orders WHERE merchant = $1 AND due_ms <= $2 ORDER BY due_ms, sequence LIMIT $3',
  );
  const firstDue = firstDueIn(database, 'orders');
  const withEffects = replaceWith(database);

  const findByNumber = async (merchant: string, orderNumber: string): Promise<Order | undefined> =>
    (await byNumber(merchant, orderNumber))[0];

  const insert = async (order: Order): Promise<Order | undefined> => {
    if (await orders.insert(order)) return undefined;
    // The older order may have been forgotten meanwhile, which makes its number free.
    return (await findByNumber(order.merchant, order.orderNumber)) ?? insert(order);
  };

  const { find, ofMerchant, forget } = orders;
  return {
    insert,
    find,
    findByNumber,
    findByServerTransId: async (serverTransId) => (await byServerTransId(serverTransId))[0],
    ofMerchant,
    total: async (merchant) => Number((await total(merchant)).rows[0]?.count),
    newest: (merchant, { sinceMs, beforeMs, states = allStates, before, limit }) => {
      const range = [merchant, sinceMs ?? firstMs, beforeMs ?? lastMs, states.join(','), limit];
      return before === undefined ? firstPage(...range) : nextPage(...range, before);
    },
    counts: async (merchant, { sinceMs, beforeMs } = {}) => {
      const { rows } = await counts(merchant, sinceMs ?? firstMs, beforeMs ?? lastMs);
      return Object.fromEntries(rows.map(({ status, count }) => [status, Number(count)]));
    },
    replace: (next, effects = {}) => {
      const isAlone = effects.binding === undefined && (effects.callbacks ?? []).length === 0;
      return isAlone ? orders.replace(next) : withEffects(next, effects);
    },
    due: async (merchant, nowMs, limit) => (await due(merchant, nowMs, limit)).rows.map(({ id }) => id),
    nextDueMs: async (merchant) => (await firstDue(merchant))?.dueMs,
    forget,
  };
};
