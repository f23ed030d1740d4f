import pg from 'pg';
import { connectionSettings } from './open-pool.ts';

/** One connection to a database, until it breaks. */
export interface Link {
  /** Statements run in the order of the calls. A statement that fails ends the link. */
  ask<Row extends pg.QueryResultRow>(
    statement: string | pg.QueryConfig,
    values?: readonly unknown[],
  ): Promise<readonly Row[]>;
  close(): Promise<void>;
}

export interface LinkListener {
  onNotice(payload: string): void;
  /** Once, also if the connection was never made; not after `close`. */
  onEnd(error: unknown): void;
}

export const openLink = (address: string, { onNotice, onEnd }: LinkListener): Link => {
  const client = new pg.Client({ ...connectionSettings(address), application_name: 'tillbox events' });
  let isOver = false;

  const end = (error: unknown): void => {
    if (isOver) return;
    isOver = true;
    void client.end().catch(() => {});
    onEnd(error);
  };

  client.on('error', end);
  client.on('end', () => end(new Error('Connection terminated')));
  client.on('notification', ({ payload = '' }) => {
    if (!isOver) onNotice(payload);
  });
  let last: Promise<unknown> = client.connect();
  last.catch(end);

  return {
    ask: async <Row extends pg.QueryResultRow>(statement: string | pg.QueryConfig, values: readonly unknown[] = []) => {
      const answer = last.then(() => client.query<Row>(statement, [...values]));
      last = answer;
      try {
        return (await answer).rows;
      } catch (error) {
        end(error);
        throw error;
      }
    },
    close: async () => {
      isOver = true;
      await client.end().catch(() => {});
    },
  };
};
