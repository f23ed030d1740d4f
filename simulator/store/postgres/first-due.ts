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
