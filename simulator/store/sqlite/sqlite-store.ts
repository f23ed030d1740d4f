import { createDoubts, writeCheck } from '../check-writes.ts';
import type { Store } from '../store.ts';
import { sqliteCallbacks } from './callbacks.ts';
import { sqliteClocks } from './clocks.ts';
import { sqliteBindings, sqliteTasks, sqliteTemplates } from './collections.ts';
import { sqliteCounters } from './counters.ts';
import { sqliteKeptStates } from './kept-states.ts';
import { sqliteMerchants } from './merchants.ts';
import { openDatabase } from './open-database.ts';
import { sqliteOrders } from './orders.ts';
import { sqliteTransactions } from './transactions.ts';

/** A store in a file, which is made if it is missing. @throws StoreError if the file cannot be used. */
export const sqliteStore = async (file: string): Promise<Store> => {
  const database = await openDatabase(file);
  const doubts = createDoubts();
  const { part, writeAtOnce, close } = sqliteTransactions(database, doubts);
  const callbacks = sqliteCallbacks(database);
  const bindings = sqliteBindings(database);
  const fill = database.prepare(
    'INSERT INTO room (id, filler) VALUES (1, randomblob(?)) ON CONFLICT (id) DO UPDATE SET filler = excluded.filler',
  );
  return {
    kind: 'sqlite',
    orders: part(sqliteOrders(database, { callbacks, bindings })),
    merchants: part(sqliteMerchants(database)),
    callbacks: part(callbacks),
    bindings: part(bindings),
    tasks: part(sqliteTasks(database)),
    templates: part(sqliteTemplates(database)),
    counters: part(sqliteCounters(database)),
    clocks: part(sqliteClocks(database)),
    keptStates: part(sqliteKeptStates(database)),
    checkWrites: writeCheck(doubts, (bytes) => writeAtOnce(() => void fill.run(bytes))),
    close,
  };
};
