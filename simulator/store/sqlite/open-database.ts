import { accessSync, closeSync, constants, existsSync, openSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { StoreError } from '../../domain/errors/store-error.ts';
import { machine } from '../../runtime/machine-time.ts';
import { applicationId, migrations } from './schema.ts';

/** How long a write waits for the write of another program. */
export const patienceMs = 5000;

/** A killed process loses nothing that was answered; a power cut may lose the last moments. */
const pragmas = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA cache_size = -32000;
  PRAGMA temp_store = MEMORY;
`;

/** How often opening is tried, and how long each of SQLite's waits is; together not longer than `patienceMs`. */
const tries = 20;
const waitMs = 200;
const pauseMs = 50;

/** Opens a database, which is made if it is missing, and brings it to this version. @throws StoreError if it cannot be used. */
export const openDatabase = async (file: string): Promise<DatabaseSync> => {
  const { DatabaseSync } = await import('node:sqlite');
  for (let left = tries - 1; ; left -= 1) {
    try {
      return openOnce(DatabaseSync, resolve(file));
    } catch (error) {
      // SQLite does not always wait for a program that changes the journal's mode, or that cleans up as it closes the file.
      if (codeOf(error) !== busy || left === 0) throw new StoreError(`STORE=sqlite:${file}: expected ${wanted(error)}`);
      await new Promise<void>((resolve) => machine.after(pauseMs, resolve));
    }
  }
};

/** @throws UnusableFile, or SQLite's error */
const openOnce = (Database: typeof DatabaseSync, path: string): DatabaseSync => {
  let database: DatabaseSync | undefined;
  const open = (readOnly: boolean): DatabaseSync => {
    database = new Database(path, { timeout: waitMs, readOnly });
    return database;
  };
  try {
    refuseForbidden(path);
    makePrivate(path);
    // The end of a connection that may write merges the files of a killed program, so a read-only one looks first.
    const isChecked = existsSync(`${path}-wal`);
    if (isChecked) {
      refuseUnusable(open(true));
      database?.close();
    }
    const writable = open(false);
    if (!isChecked) refuseUnusable(writable);
    writable.exec(pragmas);
    migrate(writable);
    writable.exec(`PRAGMA busy_timeout = ${patienceMs}`);
    return writable;
  } catch (error) {
    if (database?.isOpen) database.close();
    throw error;
  }
};

/** Runs before SQLite opens the file, because it leaves others beside a read-only one. @throws UnusableFile */
const refuseForbidden = (path: string): void => {
  if (!isWritable(dirname(path))) throw new UnusableFile(wantedByCode[14]);
  if (existsSync(path) && !isWritable(path)) throw new UnusableFile(wantedByCode[8]);
};

/** A new file is its owner's only; SQLite gives the files beside it the same rights. One that exists keeps its own. */
const makePrivate = (path: string): void => {
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
};

const isWritable = (path: string): boolean => {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

/** Runs before the first write, so that another program's file stays as it is. @throws UnusableFile */
const refuseUnusable = (database: DatabaseSync): void => {
  refuseOthers(database);
  refuseDamaged(database);
};

/** Brings the database to this version. Of several processes that start at once, one does it and the others wait. */
const migrate = (database: DatabaseSync): void => {
  database.exec('BEGIN IMMEDIATE');
  try {
    const version = refuseOthers(database);
    for (const step of migrations.slice(version)) database.exec(step);
    if (version < migrations.length)
      database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${migrations.length}`);
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
};

/** A file that is a database, but cannot be used. */
class UnusableFile extends Error {}

/** The version of the database; 0 for an empty one. @throws UnusableFile if it is another program's, or newer. */
const refuseOthers = (database: DatabaseSync): number => {
  const numberOf = (sql: string): number => Number(Object.values(database.prepare(sql).get() ?? {})[0]);
  const version = numberOf('PRAGMA user_version');
  const isEmpty = numberOf('SELECT count(*) FROM sqlite_schema') === 0;
  if (!isEmpty && numberOf('PRAGMA application_id') !== applicationId)
    throw new UnusableFile('a file of tillbox or a new one, but this is the database of another program');
  if (version > migrations.length)
    throw new UnusableFile(
      `a database of version ${migrations.length} or older, but this one has version ${version}: a newer tillbox made it`,
    );
  return isEmpty ? 0 : version;
};

/** Reads the whole file, which takes about a millisecond for each megabyte. @throws UnusableFile if it is damaged. */
const refuseDamaged = (database: DatabaseSync): void => {
  const [found] = Object.values(database.prepare('PRAGMA quick_check(1)').get() ?? {});
  if (found !== 'ok') throw new UnusableFile('a whole database, but this file is damaged');
};

const busy = 5;

/** The expected kind of file, by SQLite's result code. Source: sqlite.org, "Result and Error Codes". */
const wantedByCode: Readonly<Record<number, string>> = {
  [busy]: 'a file that no other program holds',
  8: 'a file that this user may write',
  10: 'a disk that can be read and written',
  11: 'a whole database, but this file is damaged',
  13: 'a disk with room',
  14: 'a file in a folder that exists and that this user may write',
  26: 'a file of tillbox or a new one, but this is no SQLite database',
};

const wanted = (error: unknown): string => {
  if (error instanceof UnusableFile) return error.message;
  return wantedByCode[codeOf(error)] ?? `a file that SQLite can open (${(error as Error).message})`;
};

/** SQLite's result code without its extension; 0 for another error. */
const codeOf = (error: unknown): number => ((error as { readonly errcode?: number }).errcode ?? 0) & 0xff;
