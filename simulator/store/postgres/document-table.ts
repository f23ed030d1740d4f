import type { Columns } from '../columns.ts';
import { documentOf, type Value } from './column-value.ts';
import type { Database } from './database.ts';

export interface Row {
  readonly document: string;
}

/** A table that keeps whole things as JSON, beside the columns that they are found by. */
export interface DocumentTable<Thing> {
  /** Keeps a new thing; false where `unless` says that one is there already. */
  insert(thing: Thing): Promise<boolean>;
  /** Keeps the next version; false where the one before is not there. */
  replace(next: Thing & Versioned): Promise<boolean>;
  find(id: string): Promise<Thing | undefined>;
  /** Oldest first. */
  ofMerchant(merchant: string): Promise<Thing[]>;
  forget(merchant: string): Promise<void>;
  /** Makes a search for things; `rest` begins with WHERE. */
  search(rest: string): (...values: readonly Value[]) => Promise<Thing[]>;
}

export interface Versioned {
  readonly id: string;
  readonly version: number;
}

export interface TableOptions<Thing> {
  /** `id` and `merchant` among them. */
  readonly columns: Columns<Thing>;
  /** `ON CONFLICT ...` */
  readonly unless?: string;
}

/** What stands in the columns of a thing, `document` last. */
export const valuesOf = <Thing>(columns: Columns<Thing>, thing: Thing): Value[] => [
  ...Object.values(columns).map((read) => read(thing)),
  documentOf(thing),
];

/** The statement that keeps the next version of a thing; its values are those of the thing and the version before. */
export const replacing = <Thing>(name: string, columns: Columns<Thing>): string => {
  const names = [...Object.keys(columns), 'document'];
  const changes = names.map((column, index) => `${column} = $${index + 1}`);
  return `UPDATE tillbox.${name} SET ${changes.join(', ')} WHERE id = $${names.indexOf('id') + 1} AND version = $${names.length + 1}`;
};

const parsed = <Thing>({ document }: Row): Thing => JSON.parse(document) as Thing;

export const documentTable = <Thing>(
  database: Database,
  name: string,
  { columns, unless = '' }: TableOptions<Thing>,
): DocumentTable<Thing> => {
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
    insert: async (thing) => (await insert(...valuesOf(columns, thing))).count === 1,
    replace: async (next) => (await replace(...valuesOf(columns, next), next.version - 1)).count === 1,
    find: async (id) => (await find(id))[0],
    ofMerchant: search('WHERE merchant = $1 ORDER BY sequence'),
    forget: async (merchant) => {
      await forget(merchant);
    },
    search,
  };
};
