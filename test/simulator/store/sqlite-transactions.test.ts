import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { openStore } from '../../../simulator/store/open-store.ts';
import { openDatabase } from '../../../simulator/store/sqlite/open-database.ts';
import { sqliteTransactions } from '../../../simulator/store/sqlite/transactions.ts';
import { temporaryFolder } from '../../helpers/process/temporary-folder.ts';
import { anOrder } from '../../helpers/stores/an-order.ts';
import { aBinding, aCallback } from '../../helpers/stores/kept-things.ts';

interface Notes {
  insert(parent: number | null): Promise<void>;
  count(): Promise<number>;
}

/** A table whose foreign key is checked when a transaction is kept, so that this can fail. */
const notesIn = async (t: ExecutionContext, folder = temporaryFolder(t)) => {
  const database = await openDatabase(join(folder, 'tillbox.db'));
  database.exec(
    'CREATE TABLE IF NOT EXISTS notes (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES notes DEFERRABLE INITIALLY DEFERRED)',
  );
  const insert = database.prepare('INSERT INTO notes (parent) VALUES (?)');
  const count = database.prepare('SELECT count(*) AS count FROM notes');
  const turns = sqliteTransactions(database);
  t.teardown(turns.close);
  const notes = turns.part<Notes>({
    insert: (parent) => {
      insert.run(parent);
    },
    count: () => Number(count.get()?.['count']),
  });
  return { notes, close: turns.close, folder };
};

test('where a turn cannot be kept, no writer in it is told that all went well, who only read reads again, and nothing of it stays', async (t) => {
  const { notes } = await notesIn(t);

  const answers = await Promise.allSettled([notes.insert(null), notes.insert(4711), notes.count()]);

  t.deepEqual(
    answers.map(({ status }) => status),
    ['rejected', 'rejected', 'fulfilled'],
  );
  t.like(answers[2], { value: 0 });
  t.is(await notes.count(), 0);
  await notes.insert(null);
  t.is(await notes.count(), 1, 'the next turn is another');
});

test('what was written before the end is kept, and answered', async (t) => {
  const { notes, close, folder } = await notesIn(t);
  const written = notes.insert(null);

  await close();
  await written;

  const { notes: again } = await notesIn(t, folder);
  t.is(await again.count(), 1);
});

test('after the end nothing answers any more', async (t) => {
  const { notes, close } = await notesIn(t);
  await close();
  await close();

  const answer = await Promise.race([notes.count(), new Promise((resolve) => setImmediate(resolve, 'nothing'))]);

  t.is(answer, 'nothing');
});

test('of a change of an order that fails in a part nothing is kept, and the rest of its turn is', async (t) => {
  const store = await openStore(`sqlite:${join(temporaryFolder(t), 'tillbox.db')}`);
  t.teardown(store.close);
  await store.orders.insert(anOrder());
  await store.bindings.insert(aBinding());
  const besides = { callbacks: [aCallback()], binding: aBinding() };

  const [failed, beside] = await Promise.allSettled([
    store.orders.replace(anOrder({ version: 2 }), besides),
    store.bindings.insert(aBinding({ id: 'card-2' })),
  ]);

  t.is(failed.status, 'rejected', 'the id of the card is taken');
  t.is(beside.status, 'fulfilled');
  t.is((await store.orders.find(anOrder().id))?.version, 1);
  t.deepEqual(await store.callbacks.about(aCallback().subject), []);
  t.truthy(await store.bindings.find('card-2'));
});
