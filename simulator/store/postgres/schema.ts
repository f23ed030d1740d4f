/**
 * What makes each version of the tables out of the one before, from version 1, in the schema `tillbox`. A step that has
 * been released is never changed: what comes later is a step of its own. Each table keeps whole things as JSON, beside
 * them what they are found by; `sequence` is the order in which they were added. Documents are text, which comes back
 * letter by letter; moments are double precision, as they are in JavaScript.
 */
export const migrations: readonly string[] = [
  `CREATE TABLE tillbox.merchants (
    sequence bigserial PRIMARY KEY,
    login text NOT NULL UNIQUE,
    token text,
    has_own_scenario boolean NOT NULL,
    document text NOT NULL
  );
  CREATE UNIQUE INDEX merchants_by_token ON tillbox.merchants (token) WHERE token IS NOT NULL;
  CREATE INDEX merchants_with_scenario ON tillbox.merchants (sequence) WHERE has_own_scenario;

  CREATE TABLE tillbox.orders (
    sequence bigserial PRIMARY KEY,
    id text NOT NULL UNIQUE,
    merchant text NOT NULL,
    order_number text NOT NULL,
    version integer NOT NULL,
    due_ms double precision,
    server_trans_id text,
    document text NOT NULL,
    UNIQUE (merchant, order_number)
  );
  CREATE INDEX orders_by_due ON tillbox.orders (merchant, due_ms) WHERE due_ms IS NOT NULL;
  CREATE INDEX orders_by_server_trans_id ON tillbox.orders (server_trans_id) WHERE server_trans_id IS NOT NULL;

  CREATE TABLE tillbox.callbacks (
    sequence bigserial PRIMARY KEY,
    id text NOT NULL UNIQUE,
    merchant text NOT NULL,
    subject text NOT NULL,
    due_ms double precision,
    document text NOT NULL
  );
  CREATE INDEX callbacks_by_merchant ON tillbox.callbacks (merchant);
  CREATE INDEX callbacks_by_subject ON tillbox.callbacks (subject);
  CREATE INDEX callbacks_by_due ON tillbox.callbacks (merchant, due_ms) WHERE due_ms IS NOT NULL;

  CREATE TABLE tillbox.bindings (
    sequence bigserial PRIMARY KEY,
    id text NOT NULL UNIQUE,
    merchant text NOT NULL,
    client_id text NOT NULL,
    version integer NOT NULL,
    document text NOT NULL
  );
  CREATE INDEX bindings_by_client ON tillbox.bindings (merchant, client_id);

  CREATE TABLE tillbox.tasks (
    sequence bigserial PRIMARY KEY,
    id text NOT NULL UNIQUE,
    merchant text NOT NULL,
    merchant_task_id text NOT NULL,
    version integer NOT NULL,
    due_ms double precision,
    document text NOT NULL,
    UNIQUE (merchant, merchant_task_id)
  );
  CREATE INDEX tasks_by_due ON tillbox.tasks (merchant, due_ms) WHERE due_ms IS NOT NULL;

  CREATE TABLE tillbox.templates (
    sequence bigserial PRIMARY KEY,
    id text NOT NULL UNIQUE,
    merchant text NOT NULL,
    version integer NOT NULL,
    document text NOT NULL
  );
  CREATE INDEX templates_by_merchant ON tillbox.templates (merchant);

  CREATE TABLE tillbox.counters (
    sequence bigserial PRIMARY KEY,
    merchant text NOT NULL,
    key text NOT NULL,
    count bigint NOT NULL,
    UNIQUE (merchant, key)
  );

  -- A merchant without a clock of its own has no document; the version says that it had one.
  CREATE SEQUENCE tillbox.clock_versions;
  CREATE TABLE tillbox.clocks (
    sequence bigserial PRIMARY KEY,
    merchant text NOT NULL UNIQUE,
    version bigint NOT NULL,
    document text,
    stands_at_ms double precision,
    ahead_ms double precision
  );
  CREATE INDEX clocks_by_version ON tillbox.clocks (version);

  CREATE SEQUENCE tillbox.holders;
  CREATE TABLE tillbox.leases (
    work text PRIMARY KEY,
    holder integer NOT NULL,
    until timestamptz NOT NULL
  );

  CREATE SEQUENCE tillbox.event_ids;`,

  `-- Kept for a minute. Unlogged, because a lost event is only counted as such: its id comes from a sequence, which lasts.
  CREATE UNLOGGED TABLE tillbox.events (
    id bigint PRIMARY KEY,
    sent_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    json text NOT NULL
  );`,

  `-- One row: the name of all processes together.
  CREATE TABLE tillbox.installation (is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only), name text NOT NULL);`,

  `-- One row, which is only written: to learn whether the disk has room. Compressed it would need none.
  CREATE TABLE tillbox.room (
    id integer PRIMARY KEY,
    filler text NOT NULL
  );
  ALTER TABLE tillbox.room ALTER COLUMN filler SET STORAGE EXTERNAL;`,

  `-- Lists of orders are read page by page, and counted. Type json, because jsonb has no NUL.
  ALTER TABLE tillbox.orders
    ADD COLUMN registered_ms double precision NOT NULL DEFAULT 0,
    ADD COLUMN status text NOT NULL DEFAULT '';
  UPDATE tillbox.orders
    SET registered_ms = (document::json ->> 'registeredAtMs')::double precision, status = document::json ->> 'status';
  CREATE INDEX orders_by_registration ON tillbox.orders (merchant, registered_ms, sequence, status);

  ALTER TABLE tillbox.callbacks ADD COLUMN state text NOT NULL DEFAULT '';
  UPDATE tillbox.callbacks SET state = document::json ->> 'state';
  DROP INDEX tillbox.callbacks_by_merchant;
  CREATE INDEX callbacks_by_state ON tillbox.callbacks (merchant, state);`,

  `CREATE TABLE tillbox.kept_states (
    sequence bigserial PRIMARY KEY,
    merchant text NOT NULL UNIQUE,
    until_ms double precision NOT NULL,
    bytes integer NOT NULL,
    document text NOT NULL
  );`,
];
