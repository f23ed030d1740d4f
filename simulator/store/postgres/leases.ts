import type { Sharing } from '../store.ts';
import type { Database } from './database.ts';

/** Work of which each process knows who has it; the time is the server's. What a process held that died is swept away here. */
export const postgresLeases = async (database: Database): Promise<Pick<Sharing, 'take' | 'release'>> => {
  const take = database.question(
    `INSERT INTO tillbox.leases AS held (work, holder, until)
    VALUES ($1, $2, clock_timestamp() + $3 * interval '1 millisecond')
    ON CONFLICT (work) DO UPDATE SET holder = excluded.holder, until = excluded.until
    WHERE held.holder = excluded.holder OR held.until < clock_timestamp()`,
  );
  const release = database.question('DELETE FROM tillbox.leases WHERE work = $1 AND holder = $2');
  const sweep = database.question('DELETE FROM tillbox.leases WHERE until < clock_timestamp()');
  const newHolder = database.question<{ readonly holder: string }>(`SELECT nextval('tillbox.holders') AS holder`);

  await sweep();
  const holder = (await newHolder()).rows[0]?.holder ?? '';
  return {
    take: async (work, leaseMs) => (await take(work, holder, leaseMs)).count === 1,
    release: async (work) => {
      await release(work, holder);
    },
  };
};
