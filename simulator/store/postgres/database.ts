import { Client, type Pool, type QueryResultRow } from 'pg';
import { StoreUnavailable } from '../../domain/errors/store-error.ts';
import type { Doubts } from '../check-writes.ts';
import { columnValue, type Value } from './column-value.ts';
import { isUnavailable, reasonOf } from './unavailable.ts';

export interface Answer<Row> {
  readonly rows: readonly Row[];
  /** The number of rows that were found, or changed. */
  readonly count: number;
}

export interface Database {
  /** Makes a question, which each connection prepares once. @throws StoreUnavailable if the server cannot be reached. */
  question<Row extends object>(sql: string): (...values: readonly Value[]) => Promise<Answer<Row>>;
  /**
   * Makes a statement that runs once on a connection of its own, which stays open. The returned function opens the connection,
   * also again after it broke. @throws StoreUnavailable
   */
  standing(sql: string, ...values: readonly Value[]): () => Promise<void>;
  /** Ends all work. No call is answered any more, as if the process had ended. */
  close(): Promise<void>;
}

const never = <T>(): Promise<T> => new Promise(() => {});

export const databaseOf = (pool: Pool, doubts: Doubts): Database => {
  let isClosed = false;
  let questions = 0;
  const standing = new Set<Client>();

  const open = async (text: string, values: readonly Value[], onEnd: () => void): Promise<void> => {
    const client = new Client(pool.options);
    standing.add(client);
    const end = (): void => {
      standing.delete(client);
      onEnd();
    };
    client.on('error', end).on('end', end);
    try {
      await client.connect();
      await client.query(text, values.map(columnValue));
    } catch (error) {
      end();
      await client.end().catch(() => {});
      throw error;
    }
  };

  const ask = async <Row extends object>(name: string, text: string, values: readonly Value[]) => {
    const { rows, rowCount } = await untilClosed(() =>
      pool.query<Row & QueryResultRow>({ name, text, values: values.map(columnValue) }),
    );
    return { rows, count: rowCount ?? 0 };
  };

  /** Never resolves if the database is closed, or closes meanwhile. */
  const untilClosed = async <T>(work: () => Promise<T>): Promise<T> => {
    if (isClosed) return never<T>();
    try {
      const result = await work();
      return isClosed ? never<T>() : result;
    } catch (error) {
      if (isClosed) return never<T>();
      if (!isUnavailable(error)) throw error;
      doubts.failed();
      throw new StoreUnavailable(reasonOf(error), { cause: error });
    }
  };

  return {
    question: <Row extends object>(sql: string) => {
      const name = `tillbox_${++questions}`;
      return (...values: readonly Value[]) => ask<Row>(name, sql, values);
    },
    standing: (text, ...values) => {
      let opened: Promise<void> | undefined;
      const openAgain = (): Promise<void> => {
        // A connection tells its end twice, and the next one may have been opened in between.
        const forget = (): void => {
          if (opened === own) opened = undefined;
        };
        const own = untilClosed(() => open(text, values, forget));
        return own;
      };
      return () => {
        opened ??= openAgain();
        return opened;
      };
    },
    close: async () => {
      if (isClosed) return;
      isClosed = true;
      await Promise.all([pool.end(), ...[...standing].map((client) => client.end())]);
    },
  };
};
