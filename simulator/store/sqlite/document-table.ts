import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { Columns } from '../columns.ts';

/** How many rows one transaction drops: some milliseconds of work. */
const mostForgotten = 500;

/** Drops rows; true if there may be more, for a next transaction. */
export const forgetting = (database: DatabaseSync, name: string, which: string) => {
  const drop = database.prepare(
    `DELETE FROM ${name} WHERE sequence IN (SELECT sequence FROM ${name} WHERE ${which} LIMIT ${mostForgotten})`,
  );
  return (...values: readonly SQLInputValue[]): boolean => drop.run(...values).changes === mostForgotten;
};

interface Row {
  readonly document: string;
}

/**
 * A table that keeps whole things as JSON, beside the columns that they are found by: `id` and `merchant` among them.
 * `unless`: an ON CONFLICT clause.
 */
export const documentTable = <Thing extends { readonly id: string }>(
  database: DatabaseSync,
  name: string,
  { columns, unless = '' }: { readonly columns: Columns<Thing>; readonly unless?: string },
) => {
  const names = [...Object.keys(columns), 'document'];
  const readers = Object.values(columns);
  const valuesOf = (thing: Thing): SQLInputValue[] => [...readers.map((read) => read(thing)), JSON.stringify(thing)];

  const search = (rest: string) => {
    const statement = database.prepare(`SELECT document FROM ${name} ${rest}`);
    return (...values: readonly SQLInputValue[]): Thing[] =>
      (statement.all(...values) as unknown as Row[]).map(({ document }) => JSON.parse(document) as Thing);
  };

  const insert = database.prepare(
    `INSERT INTO ${name} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')}) ${unless}`,
  );
  const replace = names.includes('version')
    ? database.prepare(
        `UPDATE ${name} SET ${names.map((column) => `${column} = ?`).join(', ')} WHERE id = ? AND version = ?`,
      )
    : undefined;
  const find = database.prepare(`SELECT document FROM ${name} WHERE id = ?`);
  const forget = forgetting(database, name, 'merchant = ?');

  return {
    /** Keeps a new thing; false if `unless` has found an older one. */
    insert: (thing: Thing): boolean => insert.run(...valuesOf(thing)).changes === 1,
    /** Keeps the next version; false if the version before is not there. */
    replace: (next: Thing & { readonly version: number }): boolean =>
      replace?.run(...valuesOf(next), next.id, next.version - 1).changes === 1,
    find: (id: string): Thing | undefined => {
      const row = find.get(id) as Row | undefined;
      return row && (JSON.parse(row.document) as Thing);
    },
    /** Oldest first. */
    ofMerchant: search('WHERE merchant = ? ORDER BY sequence'),
    forget,
    /** Prepares a search; `rest` begins with WHERE. */
    search,
  };
};
