import type { ClockStore, KeptClock } from '../store.ts';
import { documentOf } from './column-value.ts';
import type { Database } from './database.ts';
import type { Row } from './document-table.ts';

export const postgresClocks = (database: Database): ClockStore => {
  const save = database.question(
    `INSERT INTO tillbox.clocks (merchant, document) VALUES ($1, $2)
    ON CONFLICT (merchant) DO UPDATE SET document = excluded.document`,
  );
  const all = database.question<Row>('SELECT document FROM tillbox.clocks ORDER BY sequence');
  const forget = database.question('DELETE FROM tillbox.clocks WHERE merchant = $1');
  return {
    save: async (clock) => {
      await save(clock.merchant, documentOf(clock));
    },
    all: async () => (await all()).rows.map(({ document }) => JSON.parse(document) as KeptClock),
    forget: async (merchant) => {
      await forget(merchant);
    },
  };
};
