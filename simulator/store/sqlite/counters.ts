import type { DatabaseSync } from 'node:sqlite';
import type { CounterStore } from '../store.ts';
import { forgetting } from './document-table.ts';
import type { Synchronous } from './transactions.ts';

export const sqliteCounters = (database: DatabaseSync): Synchronous<CounterStore> => {
  const next = database.prepare(
    `INSERT INTO counters (merchant, key, count) VALUES (?, ?, 1)
    ON CONFLICT (merchant, key) DO UPDATE SET count = counters.count + 1 RETURNING count`,
  );
  const one = database.prepare('SELECT count FROM counters WHERE merchant = ? AND key = ?');
  const put = database.prepare(
    `INSERT INTO counters (merchant, key, count) VALUES (?, ?, ?)
    ON CONFLICT (merchant, key) DO UPDATE SET count = excluded.count`,
  );
  const all = database.prepare('SELECT key, count FROM counters WHERE merchant = ? ORDER BY sequence');
  const forget = forgetting(database, 'counters', 'merchant = ? AND substr(key, 1, length(?)) = ?');
  return {
    next: (merchant, key) => Number(next.get(merchant, key)?.['count']),
    find: (merchant, key) => {
      const row = one.get(merchant, key);
      return row && Number(row['count']);
    },
    set: (merchant, key, count) => void put.run(merchant, key, count),
    ofMerchant: (merchant) =>
      Object.fromEntries(all.all(merchant).map(({ key, count }) => [String(key), Number(count)])),
    forget: (merchant, keysBegin = '') => forget(merchant, keysBegin, keysBegin),
  };
};
