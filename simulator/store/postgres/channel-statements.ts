/** A notice with the payload `listeners` says that listeners have come or gone; any other says that there are new events. */
const bell = 'tillbox_events';
export const listenersChanged = 'listeners';

/**
 * Advisory locks with two numbers, the first of which is `till` in ASCII. They end with their connection, however the
 * process ends.
 */
const lockClass = 0x74_69_6c_6c;
/** Shared, by each process that has listeners. */
const listening = `${lockClass}, 1`;
/** Shared, by each process that knows of no listeners elsewhere. */
const quiet = `${lockClass}, 2`;
/** Held from taking ids until the commit: without it a reader could pass over an id that is committed later. */
const turn = `SELECT pg_advisory_xact_lock(${lockClass}, 3)`;

const othersWith = (number: 1 | 2): string => `SELECT count(*)::integer AS count FROM pg_locks
  WHERE locktype = 'advisory' AND classid = ${lockClass} AND objid = ${number} AND objsubid = 2
  AND pid <> pg_backend_pid() AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

export interface Count {
  readonly count: number;
}

export const countListening = othersWith(1);
export const countQuiet = othersWith(2);
export const waitForBell = `LISTEN ${bell}`;
export const beQuiet = `SELECT pg_advisory_lock_shared(${quiet})`;
export const endQuiet = `SELECT pg_advisory_unlock_shared(${quiet})`;
export const beginListening = `SELECT pg_advisory_lock_shared(${listening}), pg_notify('${bell}', '${listenersChanged}')`;
export const endListening = `SELECT pg_advisory_unlock_shared(${listening}), pg_notify('${bell}', '${listenersChanged}')`;

/** The last id of which the event is committed, or lost. */
export const readLastId = `WITH turn AS MATERIALIZED (${turn})
  SELECT coalesce(pg_sequence_last_value('tillbox.event_ids'), 0)::double precision AS id FROM turn`;

/** $1: how many events were lost before these; they get ids too, so that readers miss them. $2: the events. */
export const sendEvents = {
  name: 'send_events',
  text: `WITH turn AS MATERIALIZED (${turn}),
  lost AS MATERIALIZED (SELECT count(nextval('tillbox.event_ids')) FROM generate_series(1, $1::integer)),
  kept AS (
    INSERT INTO tillbox.events (id, json)
    SELECT nextval('tillbox.event_ids'), json FROM turn, lost, unnest($2::text[]) AS json
  )
  SELECT pg_notify('${bell}', '')`,
};

export const mostReadAtOnce = 500;

export const readEvents = {
  name: 'read_events',
  text: `SELECT id::double precision AS id, json FROM tillbox.events WHERE id > $1 ORDER BY id LIMIT ${mostReadAtOnce}`,
};

export const dropOldEvents = `DELETE FROM tillbox.events WHERE sent_at < clock_timestamp() - interval '1 minute'`;
