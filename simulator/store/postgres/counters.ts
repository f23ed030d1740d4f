import type { CounterStore } from '../store.ts';
import type { Database } from './database.ts';

/** PostgreSQL's bigint comes as text, because it may be too large for a number; a count is not. */
interface Count {
  readonly count: string;
}

export const postgresCounters = (database: Database): CounterStore => {
  const next = database.question<Count>(
    `INSERT INTO tillbox.counters AS kept (merchant, key, count) VALUES ($1, $2, 1)
    ON CONFLICT (merchant, key) DO UPDATE SET count = kept.count + 1 RETURNING count`,
  );
  const one = database.question<Count>('SELECT count FROM tillbox.counters WHERE merchant = $1 AND key = $2');
  const put = database.question(
    `INSERT INTO tillbox.counters (merchant, key, count) VALUES ($1, $2, $3)
    ON CONFLICT (merchant, key) DO UPDATE SET count = excluded.count`,
  );
  const all = database.question<Count & { readonly key: string }>(
    'SELECT key, count FROM tillbox.counters WHERE merchant = $1 ORDER BY sequence',
  );
  const forget = database.question('DELETE FROM tillbox.counters WHERE merchant = $1 AND starts_with(key, $2)');
  return {
    next: async (merchant, key) => Number((await next(merchant, key)).rows[0]?.count),
    find: async (merchant, key) => {
      const [row] = (await one(merchant, key)).rows;
      return row && Number(row.count);
    },
    set: async (merchant, key, count) => void (await put(merchant, key, count)),
    ofMerchant: async (merchant) =>
      Object.fromEntries((await all(merchant)).rows.map(({ key, count }) => [key, Number(count)])),
    forget: async (merchant, keysBegin = '') => void (await forget(merchant, keysBegin)),
  };
};
