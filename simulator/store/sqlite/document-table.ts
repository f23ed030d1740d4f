import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { Columns } from '../columns.ts';

/** A table that keeps whole things as JSON, beside the columns that they are found by. */
export interface DocumentTable<Thing> {
  /** Keeps a new thing; false where `unless` says that one is there already. */
  insert(thing: Thing): boolean;
  /** Keeps the next version; false where the one before is not there. */
  replace(next: Thing & { readonly id: string; readonly version: number }): boolean;
  find(id: string): Thing | undefined;
  /** Oldest first. */
  ofMerchant(merchant: string): Thing[];
  forget(merchant: string): void;
  /** Prepares a search for things; `rest` begins with WHERE. */
  search(rest: string): (...values: readonly SQLInputValue[]) => Thing[];
}

export interface TableOptions<Thing> {
  /** `id` and `merchant` among them. */
  readonly columns: Columns<Thing>;
  /** `ON CONFLICT ...` */
  readonly unless?: string;
}

interface Row {
  readonly document: string;
}

export const documentTable = <Thing>(
  database: DatabaseSync,
  name: string,
  { columns, unless = '' }: TableOptions<Thing>,
): DocumentTable<Thing> => {
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
  const forget = database.prepare(`DELETE FROM ${name} WHERE merchant = ?`);

  return {
    insert: (thing) => insert.run(...valuesOf(thing)).changes === 1,
    replace: (next) => replace?.run(...valuesOf(next), next.id, next.version - 1).changes === 1,
    find: (id) => {
      const row = find.get(id) as Row | undefined;
      return row && (JSON.parse(row.document) as Thing);
    },
    ofMerchant: search('WHERE merchant = ? ORDER BY sequence'),
    forget: (merchant) => {
      forget.run(merchant);
    },
    search,
  };
};
