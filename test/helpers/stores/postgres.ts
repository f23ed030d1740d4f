import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort } from '../process/free-ports.ts';

const run = promisify(execFile);

/** Where Debian and others put what is not on the PATH, the newest first. */
const debianFolder = '/usr/lib/postgresql';
const debianFolders = existsSync(debianFolder)
  ? readdirSync(debianFolder)
      .toSorted((a, b) => Number(b) - Number(a))
      .map((version) => join(debianFolder, version, 'bin'))
  : [];

/** The folder of PostgreSQL's programs. */
const binaries = [...debianFolders, ...(process.env['PATH'] ?? '').split(delimiter)].find((folder) =>
  ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))),
);

/** Where a program of PostgreSQL is, such as `pg_dump`. */
export const postgresProgram = (name: string): string => join(binaries ?? '', name);

/** Why no PostgreSQL can be started here; undefined where one can. */
export const whyNoPostgres: string | undefined =
  binaries === undefined
    ? `no PostgreSQL (no initdb on PATH or in ${debianFolder}/*/bin; install postgresql)`
    : undefined;

/** A PostgreSQL server of its own, at a port of this machine. */
export interface PostgresServer {
  readonly port: number;
  /** Makes an empty database, or a copy of the one at an address; its address as a store. */
  makeDatabase(settings?: string, original?: string): Promise<`postgres://${string}`>;
  /** Runs a statement in a database. */
  run(address: string, sql: string): Promise<readonly Record<string, unknown>[]>;
  /** Ends all connections and the server; what it keeps stays. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

export const postgresPassword = 'sécret:/@';

const addressOf = (port: number, database: string): `postgres://${string}` =>
  `postgres://keeper:${encodeURIComponent(postgresPassword)}@127.0.0.1:${port}/${database}`;

/** PostgreSQL does not run as the superuser, who becomes the user of the package here. */
const runner = (): { readonly uid?: number; readonly gid?: number } => {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
};

/**
 * Runs a server until its standard input ends, as it does when this process is gone; then nothing is left of it. Ends with 1 if the
 * server ends by itself.
 */
const watchdog = `
  folder=$1; shift
  exec 3<&0
  "$@" 3<&- & server=$!
  { read line <&3; echo "$line" >"$folder/asked"; kill -QUIT $server; } & reader=$!
  wait $server
  [ -e "$folder/asked" ] || { kill $reader; exit 1; }
  read line <"$folder/asked"
  rm "$folder/asked"
  [ "$line" = keep ] || rm -rf "$folder"
`;

/** Starts a server with an empty folder; it is gone with this process. */
export const startPostgres = async (): Promise<PostgresServer> => {
  if (binaries === undefined) throw new Error(whyNoPostgres);
  const user = runner();
  const folder = mkdtempSync(join(tmpdir(), 'tillbox-postgres-'));
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid ?? user.uid);
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, postgresPassword, { mode: 0o644 });
  const data = join(folder, 'data');
  await run(
    join(binaries, 'initdb'),
    [
      '-D',
      data,
      '-U',
      'keeper',
      '-A',
      'scram-sha-256',
      '--pwfile',
      passwordFile,
      '-E',
      'UTF8',
      '--locale=C',
      '--no-sync',
    ],
    { ...user, cwd: folder },
  );
  const program = join(binaries, 'postgres');
  const launchAt = (at: number) => launchServer(program, { user, folder, data, port: at });
  const { server: first, port } = await atFreePort(launchAt);
  let server = first;
  // The watchdog leaves the folder of a server that was stopped on purpose.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  let databases = 0;
  const strategy = await copyingStrategy(binaries);

  const query = async (address: string, sql: string) => {
    const client = new pg.Client({ connectionString: address });
    await client.connect();
    try {
      return (await client.query(sql)).rows as readonly Record<string, unknown>[];
    } finally {
      await client.end();
    }
  };

  return {
    port,
    makeDatabase: async (settings = '', original) => {
      const name = `test_${++databases}`;
      const template = original === undefined ? 'template0' : new URL(original).pathname.slice(1);
      await query(addressOf(port, 'postgres'), `CREATE DATABASE ${name} TEMPLATE ${template} ${strategy} ${settings}`);
      return addressOf(port, name);
    },
    run: query,
    stop: () => server.stop(),
    start: async () => {
      server = await launchAt(port);
    },
  };
};

/** Copies the files of the template: a fifth of the time that the log of writes takes, in which versions from 15 on copy. */
const copyingStrategy = async (folder: string): Promise<string> => {
  const { stdout } = await run(join(folder, 'postgres'), ['--version']);
  return Number(/\d+/.exec(stdout)?.[0]) >= 15 ? 'STRATEGY file_copy' : '';
};

interface ServerFacts {
  readonly user: ReturnType<typeof runner>;
  readonly folder: string;
  readonly data: string;
  readonly port: number;
}

const launchServer = async (program: string, { user, folder, data, port }: ServerFacts) => {
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    fsync: 'off',
    full_page_writes: 'off',
    shared_buffers: '16MB',
    max_connections: 500,
    autovacuum: 'off',
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn('sh', ['-c', watchdog, 'sh', folder, program, '-D', data, ...options], {
    ...user,
    cwd: folder,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const ended = once(child, 'exit');
  child.unref();
  (child.stdin as unknown as { unref(): void }).unref();
  await answers(port, () => child.exitCode !== null);
  return {
    stop: async () => {
      child.ref();
      child.stdin.end('keep\n');
      await ended;
    },
  };
};

/** How long a server may take on a machine with much other work. */
const longestStartMs = 120_000;

/** @throws PortTaken if it ended before it answered */
const answers = async (port: number, hasEnded: () => boolean): Promise<void> => {
  const givenUpAt = performance.now() + longestStartMs;
  for (;;) {
    // Another program at the port may say nothing.
    const client = new pg.Client({ connectionString: addressOf(port, 'postgres'), connectionTimeoutMillis: 5_000 });
    client.on('error', () => {});
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      if (hasEnded()) throw new PortTaken(port);
      if (performance.now() > givenUpAt) throw error;
      await wait(25);
    }
  }
};

class PortTaken extends Error {
  constructor(port: number) {
    super(`PostgreSQL ended before it answered: is another program at port ${port}?`);
  }
}

/** Between the choice of a port and the start of a server another program may take it; then there is another port. */
const atFreePort = async <Server>(launchAt: (port: number) => Promise<Server>) => {
  for (let tries = 1; ; tries++) {
    const port = await freePort();
    try {
      return { server: await launchAt(port), port };
    } catch (error) {
      if (!(error instanceof PortTaken) || tries === 5) throw error;
    }
  }
};
