import type { Sharing } from '../store.ts';
import type { Database } from './database.ts';

export interface Due {
  readonly id: string;
  readonly dueMs: number;
}

/** Makes the question which thing of a merchant is due first. */
export const firstDueIn = (database: Database, table: string) => {
  const ask = database.question<Due>(
    `SELECT id, due_ms AS "dueMs" FROM tillbox.${table}
    WHERE merchant = $1 AND due_ms IS NOT NULL ORDER BY due_ms, sequence LIMIT 1`,
  );
  return async (merchant: string): Promise<Due | undefined> => {
    const [found] = (await ask(merchant)).rows;
    return found && { ...found };
  };
};

/** Makes the question of which merchants something is due by their own clocks; the indexes of what is due answer it. */
export const firstDueOfAll = (database: Database): Sharing['firstDue'] => {
  const first = (table: string) => `LATERAL (
      SELECT due_ms FROM tillbox.${table} WHERE merchant = m.login AND due_ms IS NOT NULL ORDER BY due_ms LIMIT 1
    )`;
  const ask = database.question<{ login: string; dueMs: number | null; callbackDueMs: number | null }>(
    `SELECT m.login, least(o.due_ms, t.due_ms) AS "dueMs", b.due_ms AS "callbackDueMs" FROM tillbox.merchants m
    LEFT JOIN tillbox.clocks c ON c.merchant = m.login
    LEFT JOIN ${first('orders')} o ON true
    LEFT JOIN ${first('tasks')} t ON true
    LEFT JOIN ${first('callbacks')} b ON true
    WHERE least(o.due_ms, t.due_ms, b.due_ms) <= coalesce(c.stands_at_ms, $1 + coalesce(c.ahead_ms, 0))`,
  );
  return async (nowMs) =>
    (await ask(nowMs)).rows.map(({ login, dueMs, callbackDueMs }) => ({
      login,
      ...(dueMs !== null && { dueMs }),
      ...(callbackDueMs !== null && { callbackDueMs }),
    }));
};
