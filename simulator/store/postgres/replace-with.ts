import type { Order } from '../../domain/orders/order.ts';
import { bindingColumns, type Columns, callbackColumns, orderColumns } from '../columns.ts';
import type { OrderSideEffects } from '../store.ts';
import { columnValue, documentOf, type Value } from './column-value.ts';
import type { Database } from './database.ts';
import { replacing, valuesOf } from './document-table.ts';

/**
 * Makes the statement that keeps the next version of an order with its side effects. It is one statement, and so one
 * transaction: if the version does not fit, it changes no row and adds none.
 */
export const replaceWith = (database: Database) => {
  const first = Object.keys(orderColumns).length + 3;
  const ask = database.question(
    `WITH changed AS (${replacing('orders', orderColumns)} RETURNING 1),
    called AS (${addition('callbacks', callbackColumns, first)}),
    stored AS (${addition('bindings', bindingColumns, first + 1)})
    SELECT 1 FROM changed`,
  );
  return async (next: Order, { callbacks = [], binding }: OrderSideEffects): Promise<boolean> => {
    const added = [rowsOf(callbackColumns, callbacks), rowsOf(bindingColumns, binding ? [binding] : [])];
    return (await ask(...valuesOf(orderColumns, next), next.version - 1, ...added)).count === 1;
  };
};

/** Adds the rows of a parameter to a table, in their order, beside an order that was changed. */
const addition = <Thing>(table: string, columns: Columns<Thing>, parameter: number): string => {
  const names = [...Object.keys(columns), 'document'].join(', ');
  return `INSERT INTO tillbox.${table} (${names}) SELECT ${names}
    FROM changed, json_populate_recordset(NULL::tillbox.${table}, $${parameter}::json) ORDER BY sequence`;
};

/** Rows of a table as JSON. */
const rowsOf = <Thing>(columns: Columns<Thing>, things: readonly Thing[]): Value => {
  const names = ['sequence', ...Object.keys(columns), 'document'];
  const rows = things.map((thing, sequence) => [sequence, ...valuesOf(columns, thing).map(columnValue)]);
  return documentOf(rows.map((row) => Object.fromEntries(row.map((value, index) => [names[index], value]))));
};
