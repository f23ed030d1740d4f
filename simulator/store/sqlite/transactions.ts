import type { DatabaseSync } from 'node:sqlite';
import { StoreUnavailable } from '../../domain/errors/store-error.ts';
import { createDoubts } from '../check-writes.ts';
import { patienceMs } from './open-database.ts';
import { asStoreUnavailable } from './unavailable.ts';

/** The functions of a part of a store, without promises: SQLite answers within the call. */
export type Synchronous<Part> = {
  readonly [Name in keyof Part]: Part[Name] extends (...sent: infer Sent) => Promise<infer Answer>
    ? (...sent: Sent) => Answer
    : never;
};

/** The functions of a store that write. The others read. */
const writing: ReadonlySet<string> = new Set(['insert', 'replace', 'save', 'next', 'set', 'forget', 'remove']);

/** Calls a function until it is over; each call is a transaction of its own, between which others get their turn. */
const untilAllIsGone =
  (forgetSome: (...sent: readonly unknown[]) => Promise<unknown>) =>
  async (...sent: readonly unknown[]): Promise<void> => {
    let isMore = true;
    while (isMore) isMore = (await forgetSome(...sent)) === true;
  };

/** Makes the parts of a store out of synchronous functions. */
export interface Transactions {
  part<Part extends object>(functions: Synchronous<Part>): Part;
  /** A write that does not wait while another program writes. @throws StoreUnavailable */
  writeAtOnce(work: () => void): Promise<void>;
  /** Ends all work. Writes so far are kept; no call is answered any more, as if the process had ended. */
  close(): Promise<void>;
}

/**
 * All writes of one turn of the event loop are one transaction, because under load a transaction costs more than its
 * writes. No answer, not even of a read, is given before the commit. If the commit fails, reads are repeated.
 */
export const sqliteTransactions = (database: DatabaseSync, doubts = createDoubts()): Transactions => {
  const begin = database.prepare('BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');
  let isClosed = false;
  let kept: Promise<void> | undefined;

  const unavailable = (error: unknown): unknown => {
    const known = asStoreUnavailable(error);
    if (known instanceof StoreUnavailable) doubts.failed();
    return known;
  };

  /** A disk error may end the transaction: then nothing of it is kept, and no more may be written in it. */
  const refuseHalfATransaction = (): void => {
    if (!database.isTransaction) throw new StoreUnavailable('a write failed, and with it all of its transaction');
  };

  const end = (): void => {
    kept = undefined;
    try {
      refuseHalfATransaction();
      commit.run();
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw unavailable(error);
    }
  };

  const beginTransaction = (): void => {
    done(() => begin.run());
    kept = new Promise((resolve, reject) => {
      setImmediate(() => {
        try {
          resolve(end());
        } catch (error) {
          reject(error);
        }
      });
    });
    // Every caller that waits gets the error; there may be none.
    kept.catch(() => {});
  };

  const transactionToWriteIn = (): Promise<void> | undefined => {
    if (kept) refuseHalfATransaction();
    else beginTransaction();
    return kept;
  };

  const done = (work: () => unknown): unknown => {
    try {
      return work();
    } catch (error) {
      throw unavailable(error);
    }
  };

  const answer = async (work: () => unknown, writes: boolean): Promise<unknown> => {
    if (isClosed) return new Promise(() => {});
    const transaction = writes ? transactionToWriteIn() : kept;
    const result = done(work);
    try {
      if (transaction) await transaction;
    } catch (error) {
      if (writes) throw error;
      return answer(work, false);
    }
    return result;
  };

  /** Another program that writes would stop this process for as long as SQLite waits. */
  const withoutPatience = (work: () => void): void => {
    database.exec('PRAGMA busy_timeout = 0');
    try {
      work();
    } finally {
      database.exec(`PRAGMA busy_timeout = ${patienceMs}`);
    }
  };

  return {
    part: <Part extends object>(functions: Synchronous<Part>) => {
      const entries = Object.entries(functions) as [string, (...sent: readonly unknown[]) => unknown][];
      const answering = entries.map(([name, work]) => {
        const writes = writing.has(name);
        const once = (...sent: readonly unknown[]) => answer(() => work(...sent), writes);
        return [name, name === 'forget' ? untilAllIsGone(once) : once];
      });
      return Object.fromEntries(answering) as Part;
    },
    writeAtOnce: async (work) => {
      if (!isClosed && !kept) withoutPatience(beginTransaction);
      await answer(work, true);
    },
    close: async () => {
      if (isClosed) return;
      isClosed = true;
      await kept?.catch(() => {});
      database.close();
    },
  };
};
