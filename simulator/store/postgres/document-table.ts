import type { Columns } from '../columns.ts';
import { documentOf, type Value } from './column-value.ts';
import type { Database } from './database.ts';

export interface Row {
  readonly document: string;
}

/** The values of a thing's columns, `document` last. */
export const valuesOf = <Thing>(columns: Columns<Thing>, thing: Thing): Value[] => [
  ...Object.values(columns).map((read) => read(thing)),
  documentOf(thing),
];

/** The statement that keeps the next version of a thing. Its values: those of the thing, and the version before. */
export const replacing = <Thing>(name: string, columns: Columns<Thing>): string => {
  const names = [...Object.keys(columns), 'document'];
  const changes = names.map((column, index) => `${column} = $${index + 1}`);
  return `UPDATE tillbox.${name} SET ${changes.join(', ')} WHERE id = $${names.indexOf('id') + 1} AND version = $${names.length + 1}`;
};

const parsed = <Thing>({ document }: Row): Thing => JSON.parse(document) as Thing;

/**
 * A table that keeps whole things as JSON, beside the columns that they are found by: `id` and `merchant` among them.
 * `unless`: an ON CONFLICT clause.
 */
export const documentTable = <Thing extends { readonly id: string }>(
  database: Database,
  name: string,
  { columns, unless = '' }: { readonly columns: Columns<Thing>; readonly unless?: string },
) => {
  const names = [...Object.keys(columns), 'document'];

  const search = (rest: string) => {
    const ask = database.question<Row>(`SELECT document FROM tillbox.${name} ${rest}`);
    return async (...values: readonly Value[]): Promise<Thing[]> => (await ask(...values)).rows.map(parsed<Thing>);
  };

  const insert = database.question(
    `INSERT INTO tillbox.${name} (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')}) ${unless}`,
  );
  const replace = database.question(replacing(name, columns));
  const find = search('WHERE id = $1');
  const forget = database.question(`DELETE FROM tillbox.${name} WHERE merchant = $1`);

  return {
    /** Keeps a new thing; false if `unless` has found an older one. */
    insert: async (thing: Thing) => (await insert(...valuesOf(columns, thing))).count === 1,
    /** Keeps the next version; false if the version before is not there. */
    replace: async (next: Thing & { readonly version: number }) =>
      (await replace(...valuesOf(columns, next), next.version - 1)).count === 1,
    find: async (id: string) => (await find(id))[0],
    /** Oldest first. */
    ofMerchant: search('WHERE merchant = $1 ORDER BY sequence'),
    forget: async (merchant: string): Promise<void> => void (await forget(merchant)),
    /** Prepares a search; `rest` begins with WHERE. */
    search,
  };
};
