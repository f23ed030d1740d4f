import type { Callback } from '../../domain/callback.ts';
import { callbackColumns } from '../columns.ts';
import { noCallbacks } from '../no-callbacks.ts';
import type { CallbackStore } from '../store.ts';
import { documentOf } from './column-value.ts';
import type { Database } from './database.ts';
import { documentTable } from './document-table.ts';

export const postgresCallbacks = (database: Database): CallbackStore => {
  const callbacks = documentTable<Callback>(database, 'callbacks', {
    columns: callbackColumns,
    unless:
      'ON CONFLICT (id) DO UPDATE SET due_ms = excluded.due_ms, state = excluded.state, document = excluded.document',
  });
  const waiting = database.question<Pick<Callback, 'subject'>>(
    `SELECT subject FROM tillbox.callbacks WHERE merchant = $1 AND due_ms IS NOT NULL
    GROUP BY subject ORDER BY min(sequence)`,
  );
  const counts = database.question<{ readonly state: string; readonly count: string }>(
    'SELECT state, count(*) AS count FROM tillbox.callbacks WHERE merchant = $1 GROUP BY state',
  );
  const aboutAny = callbacks.search(
    'WHERE subject IN (SELECT * FROM json_array_elements_text($1::json)) ORDER BY sequence',
  );
  return {
    save: async (callback) => void (await callbacks.insert(callback)),
    about: callbacks.search('WHERE subject = $1 ORDER BY sequence'),
    aboutAny: (subjects) => aboutAny(documentOf(subjects)),
    counts: async (merchant) => ({
      ...noCallbacks,
      ...Object.fromEntries((await counts(merchant)).rows.map(({ state, count }) => [state, Number(count)])),
    }),
    ofMerchant: callbacks.search('WHERE merchant = $1 ORDER BY min(sequence) OVER (PARTITION BY subject), sequence'),
    dueAfter: callbacks.search('WHERE merchant = $1 AND due_ms > $2 ORDER BY due_ms, sequence LIMIT $3'),
    waitingSubjects: async (merchant) => (await waiting(merchant)).rows.map(({ subject }) => subject),
    forget: callbacks.forget,
  };
};
