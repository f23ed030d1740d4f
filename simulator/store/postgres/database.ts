import type { Pool, QueryResultRow } from 'pg';
import { StoreUnavailable } from '../store-error.ts';
import { columnValue, type Value } from './column-value.ts';
import { isUnavailable } from './unavailable.ts';

export interface Answer<Row> {
  readonly rows: readonly Row[];
  /** How many rows were found, or changed. */
  readonly count: number;
}

/** A database as the parts of a store use it. */
export interface Database {
  /** Makes a question, which each connection prepares once. @throws StoreUnavailable where the server cannot be reached. */
  question<Row extends object>(sql: string): (...values: readonly Value[]) => Promise<Answer<Row>>;
  /** Ends all work: from now on nothing answers any more, as with a process that is gone. */
  close(): Promise<void>;
}

const never = <T>(): Promise<T> => new Promise(() => {});

export const databaseOf = (pool: Pool): Database => {
  let isClosed = false;
  let questions = 0;

  const ask = async <Row extends object>(name: string, text: string, values: readonly Value[]) => {
    if (isClosed) return never<Answer<Row>>();
    try {
      const { rows, rowCount } = await pool.query<Row & QueryResultRow>({
        name,
        text,
        values: values.map(columnValue),
      });
      return isClosed ? never<Answer<Row>>() : { rows, count: rowCount ?? 0 };
    } catch (error) {
      if (isClosed) return never<Answer<Row>>();
      throw isUnavailable(error) ? new StoreUnavailable('The database cannot be reached.', { cause: error }) : error;
    }
  };

  return {
    question: <Row extends object>(sql: string) => {
      const name = `tillbox_${++questions}`;
      return (...values: readonly Value[]) => ask<Row>(name, sql, values);
    },
    close: async () => {
      if (isClosed) return;
      isClosed = true;
      await pool.end();
    },
  };
};
