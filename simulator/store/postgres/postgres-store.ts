import { createDoubts, writeCheck } from '../check-writes.ts';
import type { Store } from '../store.ts';
import { postgresCallbacks } from './callbacks.ts';
import { postgresChannel } from './channel.ts';
import { postgresClocks } from './clocks.ts';
import { postgresBindings, postgresTasks, postgresTemplates } from './collections.ts';
import { postgresCounters } from './counters.ts';
import { databaseOf } from './database.ts';
import { firstDueOfAll } from './first-due.ts';
import { installationIn } from './installation.ts';
import { postgresKeptStates } from './kept-states.ts';
import { postgresLeases } from './leases.ts';
import { postgresMerchants } from './merchants.ts';
import { openPool } from './open-pool.ts';
import { postgresOrders } from './orders.ts';

/** A store in a database of a PostgreSQL server. @throws StoreError if it cannot be used. */
export const postgresStore = async (address: string): Promise<Store> => {
  const doubts = createDoubts();
  const database = databaseOf(await openPool(address), doubts);
  const leases = await postgresLeases(database);
  const clocks = postgresClocks(database);
  const { close: leaveChannel, ...channel } = postgresChannel(address);
  const { onClock, learnClocks } = clocks;
  const fill = database.question(
    'INSERT INTO tillbox.room (id, filler) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET filler = excluded.filler',
  );
  return {
    kind: 'postgres',
    orders: postgresOrders(database),
    merchants: postgresMerchants(database, clocks),
    callbacks: postgresCallbacks(database),
    bindings: postgresBindings(database),
    tasks: postgresTasks(database),
    templates: postgresTemplates(database),
    counters: postgresCounters(database),
    clocks,
    keptStates: postgresKeptStates(database),
    sharing: {
      ...leases,
      installation: installationIn(database),
      firstDue: firstDueOfAll(database),
      learnClocks,
      onClock,
    },
    channel,
    checkWrites: writeCheck(doubts, async (bytes) => void (await fill('x'.repeat(bytes)))),
    close: async () => {
      await leaveChannel();
      await database.close();
    },
  };
};
