import { chmodSync, mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openStore } from '../../../simulator/store/open-store.ts';
import { applicationId, migrations } from '../../../simulator/store/sqlite/schema.ts';
import { addressOf, type Environment, type Launcher, startProgram } from './own-process.ts';

/** A file that the program cannot use, in a folder that is there. */
export interface UnusableFile {
  /** Makes it, and gives its path. */
  readonly make: (folder: string) => Promise<string> | string;
  /** What the program says it expected in its place. */
  readonly expected: string;
  /** What keeps the program from a file that is as it should be. */
  readonly launcher?: Launcher;
  /** Whether new files may stay beside it, without anything that was kept: a program that starts at the same time may use them. */
  readonly mayLeaveFiles?: true;
  readonly environment?: Environment;
}

const withoutRights = '-dac_override,-dac_read_search';

/** Lets the superuser meet what is forbidden, as everybody does: without the rights to read and to write everything. */
const asEverybody: Launcher =
  process.getuid?.() === 0 ? ['setpriv', `--bounding-set=${withoutRights}`, `--inh-caps=${withoutRights}`] : [];

/** Lets no file grow beyond this. SQLite's own word for it is a disk that fails. */
const onDiskWithRoomFor = (bytes: number) =>
  ({ launcher: ['prlimit', `--fsize=${bytes}:`], mayLeaveFiles: true }) as const;

const databaseOf = (file: string, sql: string): string => {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
  return file;
};

const nameIn = (folder: string): string => join(folder, 'tillbox.db');

const emptyStore = async (folder: string): Promise<string> => {
  await (await openStore(`sqlite:${nameIn(folder)}`)).close();
  return nameIn(folder);
};

/** A store of about 400 kB. */
const fullStore = (folder: string): string =>
  databaseOf(
    nameIn(folder),
    `${migrations.join('')} PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${migrations.length};
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
    INSERT INTO counters (merchant, key, count) SELECT 'test_user', 'key ' || i, i FROM n`,
  );

/** A store whose program was killed: its newest writes are in a file beside it. */
const storeOfKilled = async (folder: string): Promise<string> => {
  const program = startProgram({ STORE: `sqlite:${nameIn(folder)}` });
  await addressOf(program);
  await program.kill();
  return nameIn(folder);
};

/** Puts garbage over a part of a file. */
export const overwrite = (file: string, at: number, length: number): string => {
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(0xab, at, at + length));
  return file;
};

/** Keeps only the beginning of a file, so much of it. */
export const truncate = (file: string, share: number): string => {
  truncateSync(file, Math.floor(statSync(file).size * share));
  return file;
};

const readOnly = (file: string): string => {
  chmodSync(file, 0o444);
  return file;
};

const inReadOnlyFolder = async (folder: string, make: UnusableFile['make']): Promise<string> => {
  const sealed = join(folder, 'sealed');
  mkdirSync(sealed);
  const file = await make(sealed);
  chmodSync(sealed, 0o555);
  return file;
};

export const damaged = 'a whole database, but this file is damaged';
const noDatabase = 'a file of tillbox or a new one, but this is no SQLite database';
const noFolder = 'a file in a folder that exists and that this user may write';
const noRoom = 'a disk that can be read and written';
const noWriting = 'a file that this user may write';

/** By what each is, in words that a sentence can begin with. */
export const unusableFiles: Readonly<Record<string, UnusableFile>> = {
  'a file that is no database': {
    make: (folder) => {
      writeFileSync(join(folder, 'notes.txt'), 'Milk, bread, and a long list of other things that nobody may lose.');
      return join(folder, 'notes.txt');
    },
    expected: noDatabase,
  },
  'the database of another program': {
    make: (folder) => databaseOf(join(folder, 'books.db'), 'CREATE TABLE books (title TEXT)'),
    expected: 'a file of tillbox or a new one, but this is the database of another program',
  },
  'a database of a newer version': {
    make: async (folder) => databaseOf(await emptyStore(folder), 'PRAGMA user_version = 1000'),
    expected: `a database of version ${migrations.length} or older, but this one has version 1000: a newer tillbox made it`,
  },
  'a database with garbage for a header': {
    make: (folder) => overwrite(fullStore(folder), 0, 100),
    expected: noDatabase,
  },
  'a database that was overwritten in the middle': {
    make: (folder) => overwrite(fullStore(folder), 200_000, 8192),
    expected: damaged,
  },
  'a database that was cut in half': { make: (folder) => truncate(fullStore(folder), 0.5), expected: damaged },
  'a database of a killed program that was overwritten in the middle': {
    make: async (folder) => {
      fullStore(folder);
      return overwrite(await storeOfKilled(folder), 200_000, 8192);
    },
    expected: damaged,
  },
  'a file in a folder that is not there': {
    make: (folder) => join(folder, 'nowhere', 'tillbox.db'),
    expected: noFolder,
  },
  'a folder': { make: (folder) => folder, expected: noFolder },
  'a file that this user may only read': {
    make: async (folder) => readOnly(await emptyStore(folder)),
    expected: noWriting,
    launcher: asEverybody,
  },
  'a file of a killed program that this user may only read': {
    make: async (folder) => readOnly(await storeOfKilled(folder)),
    expected: noWriting,
    launcher: asEverybody,
  },
  'a new file in a folder that this user may only read': {
    make: (folder) => inReadOnlyFolder(folder, nameIn),
    expected: noFolder,
    launcher: asEverybody,
  },
  'a file in a folder that this user may only read': {
    make: (folder) => inReadOnlyFolder(folder, emptyStore),
    expected: noFolder,
    launcher: asEverybody,
  },
  'a new file on a disk that is full': { make: nameIn, expected: noRoom, ...onDiskWithRoomFor(0) },
  'a file on a disk that is full after its first writes': {
    make: emptyStore,
    expected: 'a store that can be written (disk I/O error)',
    // As much as the index of the newest writes takes; the merchants take more.
    ...onDiskWithRoomFor(32_768),
    environment: { MERCHANTS: Array.from({ length: 300 }, (_, index) => `shop_${index}:password`).join(',') },
  },
  'a file on a disk that is full': { make: emptyStore, expected: noRoom, ...onDiskWithRoomFor(0) },
};
