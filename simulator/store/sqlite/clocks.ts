import type { DatabaseSync } from 'node:sqlite';
import type { ClockStore, KeptClock } from '../store.ts';
import type { Synchronous } from './transactions.ts';

export const sqliteClocks = (database: DatabaseSync): Synchronous<ClockStore> => {
  const save = database.prepare(
    `INSERT INTO clocks (merchant, document) VALUES (?, ?)
    ON CONFLICT (merchant) DO UPDATE SET document = excluded.document`,
  );
  const all = database.prepare('SELECT document FROM clocks ORDER BY sequence');
  const forget = database.prepare('DELETE FROM clocks WHERE merchant = ?');
  return {
    save: (clock) => void save.run(clock.merchant, JSON.stringify(clock)),
    all: () => all.all().map(({ document }) => JSON.parse(String(document)) as KeptClock),
    forget: (merchant) => void forget.run(merchant),
  };
};
