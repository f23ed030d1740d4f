import type { DatabaseSync } from 'node:sqlite';
import type { Callback } from '../../domain/callback.ts';
import { callbackColumns } from '../columns.ts';
import type { CallbackStore } from '../store.ts';
import { documentTable } from './document-table.ts';
import type { Synchronous } from './transactions.ts';

export const sqliteCallbacks = (database: DatabaseSync): Synchronous<CallbackStore> => {
  const callbacks = documentTable<Callback>(database, 'callbacks', {
    columns: callbackColumns,
    unless: 'ON CONFLICT (id) DO UPDATE SET due_ms = excluded.due_ms, document = excluded.document',
  });
  const waiting = database.prepare(
    'SELECT subject FROM callbacks WHERE merchant = ? AND due_ms IS NOT NULL GROUP BY subject ORDER BY min(sequence)',
  );
  return {
    save: (callback) => void callbacks.insert(callback),
    about: callbacks.search('WHERE subject = ? ORDER BY sequence'),
    ofMerchant: callbacks.search('WHERE merchant = ? ORDER BY min(sequence) OVER (PARTITION BY subject), sequence'),
    dueAfter: callbacks.search('WHERE merchant = ? AND due_ms > ? ORDER BY due_ms, sequence LIMIT ?'),
    waitingSubjects: (merchant) =>
      (waiting.all(merchant) as unknown as Pick<Callback, 'subject'>[]).map(({ subject }) => subject),
    forget: callbacks.forget,
  };
};
