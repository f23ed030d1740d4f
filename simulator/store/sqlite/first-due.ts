import type { DatabaseSync } from 'node:sqlite';

export interface Due {
  readonly id: string;
  readonly dueMs: number;
}

/** Prepares the question which thing of a merchant is due first. */
export const firstDueIn = (database: DatabaseSync, table: string) => {
  const statement = database.prepare(
    `SELECT id, due_ms AS "dueMs" FROM ${table} WHERE merchant = ? AND due_ms IS NOT NULL ORDER BY due_ms, sequence LIMIT 1`,
  );
  return (merchant: string): Due | undefined => {
    const found = statement.get(merchant) as unknown as Due | undefined;
    return found && { ...found };
  };
};
