import type { DatabaseSync } from 'node:sqlite';
import type { Callback } from '../../domain/callback.ts';
import { callbackColumns } from '../columns.ts';
import { noCallbacks } from '../no-callbacks.ts';
import type { CallbackStore } from '../store.ts';
import { documentTable } from './document-table.ts';
import type { Synchronous } from './transactions.ts';

export const sqliteCallbacks = (database: DatabaseSync): Synchronous<CallbackStore> => {
  const callbacks = documentTable<Callback>(database, 'callbacks', {
    columns: callbackColumns,
    unless:
      'ON CONFLICT (id) DO UPDATE SET due_ms = excluded.due_ms, state = excluded.state, document = excluded.document',
  });
  const waiting = database.prepare(
    'SELECT subject FROM callbacks WHERE merchant = ? AND due_ms IS NOT NULL GROUP BY subject ORDER BY min(sequence)',
  );
  const counts = database.prepare('SELECT state, count(*) AS count FROM callbacks WHERE merchant = ? GROUP BY state');
  const aboutAny = callbacks.search('WHERE subject IN (SELECT value FROM json_each(?)) ORDER BY sequence');
  return {
    save: (callback) => void callbacks.insert(callback),
    about: callbacks.search('WHERE subject = ? ORDER BY sequence'),
    aboutAny: (subjects) => aboutAny(JSON.stringify(subjects)),
    counts: (merchant) => ({
      ...noCallbacks,
      ...Object.fromEntries(counts.all(merchant).map(({ state, count }) => [String(state), Number(count)])),
    }),
    ofMerchant: callbacks.search('WHERE merchant = ? ORDER BY min(sequence) OVER (PARTITION BY subject), sequence'),
    dueAfter: callbacks.search('WHERE merchant = ? AND due_ms > ? ORDER BY due_ms, sequence LIMIT ?'),
    waitingSubjects: (merchant) =>
      (waiting.all(merchant) as unknown as Pick<Callback, 'subject'>[]).map(({ subject }) => subject),
    forget: callbacks.forget,
  };
};
