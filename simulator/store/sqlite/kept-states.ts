import type { DatabaseSync } from 'node:sqlite';
import type { AboutKeptState, KeptState, KeptStateStore } from '../store.ts';
import type { Synchronous } from './transactions.ts';

const about = 'merchant, until_ms AS untilMs, bytes';

export const sqliteKeptStates = (database: DatabaseSync): Synchronous<KeptStateStore> => {
  const save = database.prepare(
    `INSERT INTO kept_states (merchant, until_ms, bytes, document) VALUES (?, ?, ?, ?)
    ON CONFLICT (merchant) DO UPDATE SET until_ms = excluded.until_ms, bytes = excluded.bytes, document = excluded.document`,
  );
  const find = database.prepare(`SELECT ${about}, document FROM kept_states WHERE merchant = ?`);
  const all = database.prepare(`SELECT ${about} FROM kept_states ORDER BY until_ms, merchant`);
  const forget = database.prepare('DELETE FROM kept_states WHERE merchant = ?');
  return {
    save: ({ merchant, untilMs, bytes, document }) => void save.run(merchant, untilMs, bytes, document),
    find: (merchant) => {
      const row = find.get(merchant);
      return row && ({ ...row } as unknown as KeptState);
    },
    all: () => all.all().map((row) => ({ ...row }) as unknown as AboutKeptState),
    forget: (merchant) => void forget.run(merchant),
  };
};
