/** Marks a file as one of tillbox: `till` in ASCII. */
export const applicationId = 0x74_69_6c_6c;

/**
 * What makes each version of the database out of the one before, from version 1. A step that has been released is never
 * changed: what comes later is a step of its own. Each table keeps whole things as JSON, beside them what they are found
 * by; `sequence` is the order in which they were added.
 */
export const migrations: readonly string[] = [
  `CREATE TABLE merchants (
    sequence INTEGER PRIMARY KEY,
    login TEXT NOT NULL UNIQUE,
    token TEXT,
    has_own_scenario INTEGER NOT NULL,
    document TEXT NOT NULL
  );
  CREATE INDEX merchants_by_token ON merchants (token) WHERE token IS NOT NULL;
  CREATE INDEX merchants_with_scenario ON merchants (login) WHERE has_own_scenario = 1;

  CREATE TABLE orders (
    sequence INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    merchant TEXT NOT NULL,
    order_number TEXT NOT NULL,
    version INTEGER NOT NULL,
    due_ms REAL,
    server_trans_id TEXT,
    document TEXT NOT NULL,
    UNIQUE (merchant, order_number)
  );
  CREATE INDEX orders_by_due ON orders (merchant, due_ms) WHERE due_ms IS NOT NULL;
  CREATE INDEX orders_by_server_trans_id ON orders (server_trans_id) WHERE server_trans_id IS NOT NULL;

  CREATE TABLE callbacks (
    sequence INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    merchant TEXT NOT NULL,
    subject TEXT NOT NULL,
    due_ms REAL,
    document TEXT NOT NULL
  );
  CREATE INDEX callbacks_by_merchant ON callbacks (merchant);
  CREATE INDEX callbacks_by_subject ON callbacks (subject);
  CREATE INDEX callbacks_by_due ON callbacks (merchant, due_ms) WHERE due_ms IS NOT NULL;

  CREATE TABLE bindings (
    sequence INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    merchant TEXT NOT NULL,
    client_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    document TEXT NOT NULL
  );
  CREATE INDEX bindings_by_client ON bindings (merchant, client_id);

  CREATE TABLE tasks (
    sequence INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    merchant TEXT NOT NULL,
    version INTEGER NOT NULL,
    due_ms REAL,
    document TEXT NOT NULL
  );
  CREATE INDEX tasks_by_merchant ON tasks (merchant);
  CREATE INDEX tasks_by_due ON tasks (merchant, due_ms) WHERE due_ms IS NOT NULL;

  CREATE TABLE templates (
    sequence INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    merchant TEXT NOT NULL,
    version INTEGER NOT NULL,
    document TEXT NOT NULL
  );
  CREATE INDEX templates_by_merchant ON templates (merchant);

  CREATE TABLE counters (
    sequence INTEGER PRIMARY KEY,
    merchant TEXT NOT NULL,
    key TEXT NOT NULL,
    count INTEGER NOT NULL,
    UNIQUE (merchant, key)
  );

  CREATE TABLE clocks (
    sequence INTEGER PRIMARY KEY,
    merchant TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL
  );`,

  `CREATE UNIQUE INDEX tasks_by_own_id ON tasks (merchant, json_extract(document, '$.merchantTaskId'));

  -- One row, which is only written: to learn whether the disk has room.
  CREATE TABLE room (
    id INTEGER PRIMARY KEY,
    filler BLOB NOT NULL
  );`,

  `-- Lists of orders are read page by page, and counted.
  ALTER TABLE orders ADD COLUMN registered_ms REAL NOT NULL DEFAULT 0;
  ALTER TABLE orders ADD COLUMN status TEXT NOT NULL DEFAULT '';
  UPDATE orders SET registered_ms = json_extract(document, '$.registeredAtMs'), status = json_extract(document, '$.status');
  CREATE INDEX orders_by_registration ON orders (merchant, registered_ms, sequence, status);

  ALTER TABLE callbacks ADD COLUMN state TEXT NOT NULL DEFAULT '';
  UPDATE callbacks SET state = json_extract(document, '$.state');
  DROP INDEX callbacks_by_merchant;
  CREATE INDEX callbacks_by_state ON callbacks (merchant, state);`,

  `CREATE TABLE kept_states (
    sequence INTEGER PRIMARY KEY,
    merchant TEXT NOT NULL UNIQUE,
    until_ms REAL NOT NULL,
    bytes INTEGER NOT NULL,
    document TEXT NOT NULL
  );`,
];
