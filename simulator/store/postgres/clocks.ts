import type { ClockStore, KeptClock, Sharing } from '../store.ts';
import { documentOf } from './column-value.ts';
import type { Database } from './database.ts';

/** The clock in a row of a merchant; null if the merchant never had one. */
export interface ClockRow {
  readonly clockVersion: number | null;
  readonly clock: string | null;
}

export interface PostgresClocks extends ClockStore {
  readonly onClock: Sharing['onClock'];
  readonly learnClocks: Sharing['learnClocks'];
  /** Reports the clock of a merchant's row to the listener, if another process has moved it. */
  learn(login: string, row: ClockRow): void;
}

interface Version {
  readonly version: number;
}

/** Clocks that several processes move. For each, the process keeps the version that it has seen last. */
export const postgresClocks = (database: Database): PostgresClocks => {
  const seen = new Map<string, number>();
  /** Writes of this process that have not ended; rows read meanwhile may be older. */
  const writing = new Map<string, number>();
  let report: Parameters<Sharing['onClock']>[0] = () => {};
  /** The highest version at the last reading of all clocks, and at the one before. */
  let [last, lastButOne] = [0, 0];

  const put = database.question<Version>(
    `INSERT INTO tillbox.clocks (merchant, version, document, stands_at_ms, ahead_ms)
    VALUES ($1, nextval('tillbox.clock_versions'), $2, $3, $4)
    ON CONFLICT (merchant) DO UPDATE SET version = nextval('tillbox.clock_versions'), document = excluded.document,
      stands_at_ms = excluded.stands_at_ms, ahead_ms = excluded.ahead_ms
    RETURNING version::double precision AS version`,
  );
  const newer = database.question<ClockRow & Pick<KeptClock, 'merchant'>>(
    `SELECT merchant, version::double precision AS "clockVersion", document AS clock FROM tillbox.clocks
    WHERE version > $1 ORDER BY sequence`,
  );

  const isNew = (merchant: string, version: number): boolean => version > (seen.get(merchant) ?? 0);

  const write = async (merchant: string, clock: KeptClock | undefined): Promise<void> => {
    writing.set(merchant, (writing.get(merchant) ?? 0) + 1);
    try {
      const standsAtMs = clock?.isFrozen ? clock.nowMs : null;
      const { rows } = await put(merchant, clock ? documentOf(clock) : null, standsAtMs, clock?.aheadMs ?? null);
      const version = rows[0]?.version ?? 0;
      if (isNew(merchant, version)) seen.set(merchant, version);
    } finally {
      const left = (writing.get(merchant) ?? 1) - 1;
      if (left > 0) writing.set(merchant, left);
      else writing.delete(merchant);
    }
  };

  const learn: PostgresClocks['learn'] = (login, { clockVersion, clock }) => {
    if (clockVersion === null || !isNew(login, clockVersion) || writing.has(login)) return;
    seen.set(login, clockVersion);
    report(login, clock === null ? undefined : (JSON.parse(clock) as KeptClock));
  };

  return {
    save: (clock) => write(clock.merchant, clock),
    all: async () =>
      (await newer(0)).rows.flatMap(({ merchant, clockVersion, clock }) => {
        if (clockVersion !== null && isNew(merchant, clockVersion)) seen.set(merchant, clockVersion);
        return clock === null ? [] : (JSON.parse(clock) as KeptClock);
      }),
    forget: (merchant) => write(merchant, undefined),
    onClock: (listener) => {
      report = listener;
    },
    learn,
    learnClocks: async () => {
      // A lower version may be committed later, so the clocks since the last reading but one are read again.
      const { rows } = await newer(lastButOne);
      lastButOne = last;
      for (const row of rows) {
        learn(row.merchant, row);
        last = Math.max(last, row.clockVersion ?? 0);
      }
    },
  };
};
