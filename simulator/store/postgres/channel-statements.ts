import { noticesOf } from './notices.ts';
import type { Batch } from './outbox.ts';

/** The channels of LISTEN and NOTIFY: what is sent, and who listens. */
export const textsChannel = 'tillbox_events';
export const hearingChannel = 'tillbox_hearing';

/**
 * Advisory locks with two numbers, the first of which is `till` in ASCII. Locks of a connection are gone with it, so they
 * say who takes part and who listens, whatever a process dies of.
 */
const lockClass = 0x74_69_6c_6c;
const presence = `${lockClass}, 1`;
const hearing = `${lockClass}, 2`;
/** Held from the moment a text gets its id until it is in the queue of the server. */
const turn = `${lockClass}, 3`;

/** What a connection begins with, in this order: who is counted as taking part hears already. */
export const joining: readonly string[] = [
  `LISTEN ${textsChannel}`,
  `LISTEN ${hearingChannel}`,
  `SELECT pg_advisory_lock_shared(${presence})`,
];

export const hear = `SELECT pg_advisory_lock_shared(${hearing})`;
export const leave = `SELECT pg_advisory_unlock_shared(${hearing})`;

export const notify = 'SELECT pg_notify($1, $2)';

export interface Others {
  /** The server's process of this connection. */
  readonly own: number;
  /** How many other connections take part, and how many of them listen. */
  readonly present: number;
  readonly hearing: number;
}

export const lookForOthers = `SELECT pg_backend_pid() AS own,
  count(*) FILTER (WHERE objid = 1)::integer AS present, count(*) FILTER (WHERE objid = 2)::integer AS hearing
  FROM pg_locks WHERE locktype = 'advisory' AND classid = ${lockClass} AND objsubid = 2 AND pid <> pg_backend_pid()
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

/** PostgreSQL's bigint comes as text. */
export type LastId = { readonly id: string };

const lastValue = `coalesce(pg_sequence_last_value('tillbox.event_ids'), 0) AS id`;

export const askLastId = `SELECT ${lastValue}`;

/** The last id, when nobody is just sending: what has a higher one comes later. */
export const askLastIdInTurn = `WITH alone AS MATERIALIZED (SELECT pg_advisory_xact_lock(${turn}))
  SELECT ${lastValue} FROM alone`;

/**
 * Sends texts one after the other: takes the turn, then the ids, then notifies; the server passes on in the order of
 * commits, so that everybody hears ids that count up. Texts that are lost get an id too, which is missed by who listens.
 */
export const send = `WITH alone AS MATERIALIZED (SELECT pg_advisory_xact_lock(${turn})),
  numbered AS MATERIALIZED (
    SELECT place, nextval('tillbox.event_ids') AS id FROM alone, generate_series(1, $1::integer) AS place
  )
  SELECT pg_notify('${textsChannel}', id || ' ' || notice) FROM (
    SELECT id, notice FROM unnest($2::integer[], $3::text[]) WITH ORDINALITY AS cut (place, notice, number)
    JOIN numbered USING (place) ORDER BY number
  ) AS ordered`;

/** The values of `send`. */
export const valuesOf = ({ texts, lost }: Batch): readonly unknown[] => {
  const notices = texts.flatMap((text, index) =>
    noticesOf(text).map((notice) => ({ place: lost + index + 1, notice })),
  );
  return [lost + texts.length, notices.map(({ place }) => place), notices.map(({ notice }) => notice)];
};
