import pg from 'pg';
import { connectionSettings } from './open-pool.ts';

export interface Notice {
  readonly channel: string;
  readonly payload: string;
  /** The server's process of the connection that sent it. */
  readonly from: number;
}

/** One connection to a database, for as long as it holds. */
export interface Link {
  /** Asks when what was asked before is answered. A question that fails ends the link. */
  ask<Row extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  close(): Promise<void>;
}

export interface LinkListener {
  onNotice(notice: Notice, link: Link): void;
  /** Told once, also where the link was never made; not after `close`. */
  onEnd(error: unknown): void;
}

/** Begins to make a connection, which ends by `close` from the first moment on. */
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
  client.on('notification', ({ channel, payload = '', processId }) => {
    if (!isOver) onNotice({ channel, payload, from: processId }, link);
  });

  let last: Promise<unknown> = client.connect();
  last.catch(end);

  const link: Link = {
    ask: async <Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []) => {
      const answer = last.then(() => client.query<Row>(sql, [...values]));
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
  return link;
};
