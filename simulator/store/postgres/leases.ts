import type { Sharing } from '../store.ts';
import type { Database } from './database.ts';

/** First number of the locks of live processes: `proc` in ASCII. */
const lockClass = 0x70_72_6f_63;

/** Whether the holder of a row is connected. */
const isAlive = `EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND classid = ${lockClass}
    AND objid = held.holder::oid AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))`;

/** Leases by the time of the server. A process holds a lock as long as it is connected, so its leases end when it dies. */
export const postgresLeases = async (database: Database): Promise<Pick<Sharing, 'take' | 'release'>> => {
  const newHolder = database.question<{ readonly holder: number }>(
    `SELECT nextval('tillbox.holders')::integer AS holder`,
  );
  const take = database.question(
    `INSERT INTO tillbox.leases AS held (work, holder, until)
    VALUES ($1, $2, clock_timestamp() + $3 * interval '1 millisecond')
    ON CONFLICT (work) DO UPDATE SET holder = excluded.holder, until = excluded.until
    WHERE held.holder = excluded.holder OR held.until < clock_timestamp() OR NOT ${isAlive}`,
  );
  const release = database.question('DELETE FROM tillbox.leases WHERE work = $1 AND holder = $2');
  const sweep = database.question(`DELETE FROM tillbox.leases AS held WHERE NOT ${isAlive}`);

  const holder = (await newHolder()).rows[0]?.holder ?? 0;
  // Shared, because the server may notice late that an older connection of this process is gone.
  const live = database.standing('SELECT pg_advisory_lock_shared($1, $2)', lockClass, holder);
  await sweep();
  return {
    take: async (work, leaseMs) => {
      await live();
      return (await take(work, holder, leaseMs)).count === 1;
    },
    release: async (work) => {
      await release(work, holder);
    },
  };
};
