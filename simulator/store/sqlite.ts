import type { DatabaseSync } from 'node:sqlite';
import type { Binding } from '../domain/binding.ts';
import type { Callback } from '../domain/callback.ts';
import { nextDueMs } from '../domain/due.ts';
import type { Order } from '../domain/order.ts';
import type { OrderTemplate } from '../domain/order-template.ts';
import { nextPaymentMs, type RecurringTask } from '../domain/recurring-task.ts';
import type { Collection, Kept } from './collection.ts';
import { openDatabase } from './sqlite-file.ts';
import { sqliteMerchants } from './sqlite-merchants.ts';
import { documentTable } from './sqlite-table.ts';
import { type AtOnce, sqliteTurns } from './sqlite-turns.ts';
import type { BindingStore, CallbackStore, ClockStore, CounterStore, KeptClock, OrderStore, Store } from './store.ts';

/** A store in a file, which is made where it is not there. @throws StoreError where the file cannot be used. */
export const sqliteStore = async (file: string): Promise<Store> => {
  const database = await openDatabase(file);
  const { part, close } = sqliteTurns(database);
  return {
    orders: part(sqliteOrders(database)),
    merchants: part(sqliteMerchants(database)),
    callbacks: part(sqliteCallbacks(database)),
    bindings: part(sqliteBindings(database)),
    tasks: part(sqliteTasks(database)),
    templates: part(templatesIn(database)),
    counters: part(sqliteCounters(database)),
    clocks: part(sqliteClocks(database)),
    close,
  };
};

/** The columns of everything that has versions. */
const keptColumns = {
  id: ({ id }: Kept) => id,
  merchant: ({ merchant }: Kept) => merchant,
  version: ({ version }: Kept) => version,
};

interface Due {
  readonly id: string;
  readonly dueMs: number;
}

/** Prepares the question which thing of a merchant is due first. */
const firstDueIn = (database: DatabaseSync, table: string) => {
  const statement = database.prepare(
    `SELECT id, due_ms AS "dueMs" FROM ${table} WHERE merchant = ? AND due_ms IS NOT NULL ORDER BY due_ms, sequence LIMIT 1`,
  );
  return (merchant: string): Due | undefined => {
    const found = statement.get(merchant) as unknown as Due | undefined;
    return found && { ...found };
  };
};

const sqliteOrders = (database: DatabaseSync): AtOnce<OrderStore> => {
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
    replace,
    due: (merchant, nowMs, limit) => (due.all(merchant, nowMs, limit) as unknown as Due[]).map(({ id }) => id),
    nextDueMs: (merchant) => firstDue(merchant)?.dueMs,
    forget,
  };
};

const sqliteCallbacks = (database: DatabaseSync): AtOnce<CallbackStore> => {
  const callbacks = documentTable<Callback>(database, 'callbacks', {
    columns: {
      id: ({ id }) => id,
      merchant: ({ merchant }) => merchant,
      subject: ({ subject }) => subject,
      due_ms: ({ state, dueMs }) => (state === 'waiting' ? dueMs : null),
    },
    unless: 'ON CONFLICT (id) DO UPDATE SET due_ms = excluded.due_ms, document = excluded.document',
  });
  const waiting = database.prepare(
    'SELECT subject FROM callbacks WHERE merchant = ? AND due_ms IS NOT NULL GROUP BY subject ORDER BY min(sequence)',
  );
  return {
    save: (callback) => {
      callbacks.insert(callback);
    },
    about: callbacks.search('WHERE subject = ? ORDER BY sequence'),
    ofMerchant: callbacks.search('WHERE merchant = ? ORDER BY min(sequence) OVER (PARTITION BY subject), sequence'),
    waitingSubjects: (merchant) =>
      (waiting.all(merchant) as unknown as Pick<Callback, 'subject'>[]).map(({ subject }) => subject),
    forget: callbacks.forget,
  };
};

const sqliteBindings = (database: DatabaseSync): AtOnce<BindingStore> => {
  const bindings = documentTable<Binding>(database, 'bindings', {
    columns: { ...keptColumns, client_id: ({ clientId }) => clientId },
  });
  return {
    ...collectionOf(bindings),
    ofClient: bindings.search('WHERE merchant = ? AND client_id = ? ORDER BY sequence'),
  };
};

const sqliteTasks = (database: DatabaseSync): AtOnce<Store['tasks']> => {
  const tasks = documentTable<RecurringTask>(database, 'tasks', {
    columns: { ...keptColumns, due_ms: (task) => nextPaymentMs(task) ?? null },
  });
  return { ...collectionOf(tasks), nextDue: firstDueIn(database, 'tasks') };
};

const templatesIn = (database: DatabaseSync): AtOnce<Store['templates']> =>
  collectionOf(documentTable<OrderTemplate>(database, 'templates', { columns: keptColumns }));

const collectionOf = <Thing extends Kept>(
  table: ReturnType<typeof documentTable<Thing>>,
): AtOnce<Collection<Thing>> => {
  const { find, replace, ofMerchant, forget } = table;
  return {
    insert: (thing) => {
      table.insert(thing);
    },
    find,
    replace,
    ofMerchant,
    forget,
  };
};

const sqliteCounters = (database: DatabaseSync): AtOnce<CounterStore> => {
  const next = database.prepare(
    `INSERT INTO counters (merchant, key, count) VALUES (?, ?, 1)
    ON CONFLICT (merchant, key) DO UPDATE SET count = counters.count + 1 RETURNING count`,
  );
  const put = database.prepare(
    `INSERT INTO counters (merchant, key, count) VALUES (?, ?, ?)
    ON CONFLICT (merchant, key) DO UPDATE SET count = excluded.count`,
  );
  const all = database.prepare('SELECT key, count FROM counters WHERE merchant = ? ORDER BY sequence');
  const forget = database.prepare('DELETE FROM counters WHERE merchant = ? AND substr(key, 1, length(?)) = ?');
  return {
    next: (merchant, key) => Number(next.get(merchant, key)?.['count']),
    set: (merchant, key, count) => {
      put.run(merchant, key, count);
    },
    ofMerchant: (merchant) =>
      Object.fromEntries(all.all(merchant).map(({ key, count }) => [String(key), Number(count)])),
    forget: (merchant, keysBegin = '') => {
      forget.run(merchant, keysBegin, keysBegin);
    },
  };
};

const sqliteClocks = (database: DatabaseSync): AtOnce<ClockStore> => {
  const save = database.prepare(
    `INSERT INTO clocks (merchant, document) VALUES (?, ?)
    ON CONFLICT (merchant) DO UPDATE SET document = excluded.document`,
  );
  const all = database.prepare('SELECT document FROM clocks ORDER BY sequence');
  const forget = database.prepare('DELETE FROM clocks WHERE merchant = ?');
  return {
    save: (clock) => {
      save.run(clock.merchant, JSON.stringify(clock));
    },
    all: () => all.all().map(({ document }) => JSON.parse(String(document)) as KeptClock),
    forget: (merchant) => {
      forget.run(merchant);
    },
  };
};
