import type { AboutKeptState, KeptState, KeptStateStore } from '../store.ts';
import type { Database } from './database.ts';

const about = 'merchant, until_ms AS "untilMs", bytes';

export const postgresKeptStates = (database: Database): KeptStateStore => {
  const save = database.question(
    `INSERT INTO tillbox.kept_states (merchant, until_ms, bytes, document) VALUES ($1, $2, $3, $4)
    ON CONFLICT (merchant) DO UPDATE
      SET until_ms = excluded.until_ms, bytes = excluded.bytes, document = excluded.document`,
  );
  const find = database.question<KeptState>(`SELECT ${about}, document FROM tillbox.kept_states WHERE merchant = $1`);
  const all = database.question<AboutKeptState>(
    `SELECT ${about} FROM tillbox.kept_states ORDER BY until_ms, merchant COLLATE "C"`,
  );
  const forget = database.question('DELETE FROM tillbox.kept_states WHERE merchant = $1');
  return {
    save: async ({ merchant, untilMs, bytes, document }) => void (await save(merchant, untilMs, bytes, document)),
    find: async (merchant) => (await find(merchant)).rows[0],
    all: async () => (await all()).rows,
    forget: async (merchant) => void (await forget(merchant)),
  };
};
