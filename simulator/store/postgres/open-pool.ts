import { type ClientConfig, Pool, type PoolClient, type QueryConfig } from 'pg';
import { StoreError } from '../../domain/errors/store-error.ts';
import { shownStore } from '../../text/without-password.ts';
import { migrations } from './schema.ts';
import { isUnavailable } from './unavailable.ts';

const mostConnections = 10;

/** How long a connection, and an answer, may take. */
const patienceMs = 10_000;

/** How long a start may wait for others that make the tables; and a step of making them may take. */
const migrationMs = 120_000;

/** How long a question may wait for a free connection. */
const busyMs = 30_000;

/** How long a connection without work stays open. */
const idleMs = 60_000;

/** The lock that is held while the tables are made: `till` in ASCII. */
const lockNumber = 0x74_69_6c_6c;

/** Opens connections to a database and brings its tables to this version. @throws StoreError if it cannot be used. */
export const openPool = async (address: string): Promise<Pool> => {
  let pool: Pool | undefined;
  try {
    pool = poolOf(address);
    const client = await pool.connect();
    try {
      await migrate(client);
    } finally {
      client.release();
    }
    return pool;
  } catch (error) {
    await pool?.end();
    throw new StoreError(`STORE=${shownStore(address)}: expected ${wanted(error)}`);
  }
};

/** How each connection is made. */
export const connectionSettings = (address: string): ClientConfig => ({
  connectionString: address,
  connectionTimeoutMillis: patienceMs,
  query_timeout: patienceMs,
  keepAlive: true,
  application_name: 'tillbox',
});

const poolOf = (address: string): Pool => {
  const pool = new Pool({
    ...connectionSettings(address),
    connectionTimeoutMillis: busyMs,
    max: mostConnections,
    idleTimeoutMillis: idleMs,
  });
  // An idle connection that breaks is dropped, and the next question gets a new one; questions get their own errors.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
};

/** Makes the missing tables. Of several processes that start at once, one makes them and the others wait. */
const migrate = async (client: PoolClient): Promise<void> => {
  await client.query('BEGIN');
  try {
    await client.query(patiently('SELECT pg_advisory_xact_lock($1)', [lockNumber]));
    const version = await refuseOthers(client);
    if (version < migrations.length) await bringToDate(client, version);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
};

const patiently = (text: string, values?: unknown[]): QueryConfig & { readonly query_timeout: number } => ({
  text,
  ...(values && { values }),
  query_timeout: migrationMs,
});

const bringToDate = async (client: PoolClient, version: number): Promise<void> => {
  if (version === 0) {
    await client.query('CREATE SCHEMA IF NOT EXISTS tillbox');
    await client.query('CREATE TABLE tillbox.schema_version (version integer NOT NULL)');
    await client.query('INSERT INTO tillbox.schema_version VALUES (0)');
  }
  for (const step of migrations.slice(version)) await client.query(patiently(step));
  await client.query('UPDATE tillbox.schema_version SET version = $1', [migrations.length]);
};

/** A database that answers, but cannot be used. */
class UnusableDatabase extends Error {}

/** The version of the tables; 0 if there are none. @throws UnusableDatabase if they are another program's, or newer. */
const refuseOthers = async (client: PoolClient): Promise<number> => {
  const { rows } = await client.query<{ encoding: string; tables: string; versions: string | null }>(
    `SELECT current_setting('server_encoding') AS encoding, to_regclass('tillbox.schema_version') AS versions,
    (SELECT count(*) FROM pg_class WHERE relnamespace = to_regnamespace('tillbox')) AS tables`,
  );
  const [facts] = rows;
  if (facts?.encoding !== 'UTF8')
    throw new UnusableDatabase(`a database in UTF8, but this one is in ${facts?.encoding}`);
  if (facts.versions === null) {
    if (Number(facts.tables) === 0) return 0;
    throw new UnusableDatabase('a schema tillbox of its own, but the one in this database is of another program');
  }
  const found = await client.query<{ version: number }>('SELECT version FROM tillbox.schema_version');
  const version = found.rows[0]?.version ?? 0;
  if (version > migrations.length)
    throw new UnusableDatabase(
      `a database of version ${migrations.length} or older, but this one has version ${version}: a newer tillbox made it`,
    );
  return version;
};

/** The expected kind of database, by PostgreSQL's code. */
const wantedByCode: Readonly<Record<string, string>> = {
  '28000': 'a user whom the server lets in',
  '28P01': 'the password of this user',
  '3D000': 'a database that exists',
  '42501': 'a database in which this user may make a schema, or the schema tillbox of this user',
};

const wanted = (error: unknown): string => {
  if (error instanceof UnusableDatabase) return error.message;
  const { message, code } = error as NodeJS.ErrnoException;
  const known = wantedByCode[code ?? ''];
  if (known !== undefined) return known;
  if (code === 'ERR_INVALID_URL') return 'an address such as postgres://user:password@host:5432/database';
  if (isUnavailable(error)) return `a PostgreSQL server that answers (${message || code})`;
  return `a database that PostgreSQL can open (${message})`;
};
