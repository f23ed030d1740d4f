import type { DatabaseSync } from 'node:sqlite';
import { StoreUnavailable } from '../../domain/store-error.ts';
import { asStoreUnavailable } from './unavailable.ts';

/** The functions of a part of a store, as SQLite does them: at once. */
export type AtOnce<Part> = {
  readonly [Name in keyof Part]: Part[Name] extends (...sent: infer Sent) => Promise<infer Answer>
    ? (...sent: Sent) => Answer
    : never;
};

/** Functions of a store that write; all others read. */
const writing: ReadonlySet<string> = new Set(['insert', 'replace', 'save', 'next', 'set', 'forget', 'remove']);

/** Makes the parts of a store out of functions that work at once. */
export interface Turns {
  part<Part extends object>(functions: AtOnce<Part>): Part;
  /**
   * Ends all work: what was written is kept, and from now on nothing answers any more. What was under way ends there, as it
   * does with a process that is gone.
   */
  close(): Promise<void>;
}

/**
 * All writes of one turn of the event loop are one transaction, because under load a transaction costs more than its
 * writes. Nobody gets an answer before that is kept, not even who only read; where it cannot be kept, these read again.
 */
export const sqliteTurns = (database: DatabaseSync): Turns => {
  const begin = database.prepare('BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');
  let isClosed = false;
  let kept: Promise<void> | undefined;

  /** A disk that fails in the middle may end the transaction: nothing of it is kept, and nothing more may be written in its turn. */
  const refuseHalfATurn = (): void => {
    if (!database.isTransaction) throw new StoreUnavailable('a write failed, and with it all of its turn');
  };

  const end = (): void => {
    kept = undefined;
    try {
      refuseHalfATurn();
      commit.run();
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw asStoreUnavailable(error);
    }
  };

  const beginTurn = (): void => {
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
    // Each who waits for it hears of a failure; there may be nobody.
    kept.catch(() => {});
  };

  const turnToWriteIn = (): Promise<void> | undefined => {
    if (kept) refuseHalfATurn();
    else beginTurn();
    return kept;
  };

  const done = (work: () => unknown): unknown => {
    try {
      return work();
    } catch (error) {
      throw asStoreUnavailable(error);
    }
  };

  const answer = async (work: () => unknown, writes: boolean): Promise<unknown> => {
    if (isClosed) return new Promise(() => {});
    const turn = writes ? turnToWriteIn() : kept;
    const result = done(work);
    try {
      if (turn) await turn;
    } catch (error) {
      if (writes) throw error;
      return answer(work, false);
    }
    return result;
  };

  return {
    part: <Part extends object>(functions: AtOnce<Part>) => {
      const entries = Object.entries(functions) as [string, (...sent: readonly unknown[]) => unknown][];
      const answering = entries.map(([name, work]) => {
        const writes = writing.has(name);
        return [name, (...sent: readonly unknown[]) => answer(() => work(...sent), writes)];
      });
      return Object.fromEntries(answering) as Part;
    },
    close: async () => {
      if (isClosed) return;
      isClosed = true;
      await kept?.catch(() => {});
      database.close();
    },
  };
};
