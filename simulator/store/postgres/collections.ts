import type { Binding } from '../../domain/binding.ts';
import type { OrderTemplate } from '../../domain/order-template.ts';
import type { RecurringTask } from '../../domain/recurring-task.ts';
import { bindingColumns, taskColumns, templateColumns } from '../columns.ts';
import type { BindingStore, Collection, Kept, TaskStore } from '../store.ts';
import type { Database } from './database.ts';
import { type DocumentTable, documentTable } from './document-table.ts';
import { firstDueIn } from './first-due.ts';

const collectionOf = <Thing extends Kept>(table: DocumentTable<Thing>): Collection<Thing> => {
  const { find, replace, ofMerchant, forget } = table;
  return {
    insert: async (thing) => {
      await table.insert(thing);
    },
    find,
    replace,
    ofMerchant,
    forget,
  };
};

export const postgresBindings = (database: Database): BindingStore => {
  const bindings = documentTable<Binding>(database, 'bindings', { columns: bindingColumns });
  return {
    ...collectionOf(bindings),
    ofClient: bindings.search('WHERE merchant = $1 AND client_id = $2 ORDER BY sequence'),
  };
};

export const postgresTasks = (database: Database): TaskStore => {
  const tasks = documentTable<RecurringTask>(database, 'tasks', {
    columns: { ...taskColumns, merchant_task_id: ({ merchantTaskId }) => merchantTaskId },
    unless: 'ON CONFLICT (merchant, merchant_task_id) DO NOTHING',
  });
  return { ...collectionOf(tasks), insert: tasks.insert, nextDue: firstDueIn(database, 'tasks') };
};

export const postgresTemplates = (database: Database): Collection<OrderTemplate> =>
  collectionOf(documentTable<OrderTemplate>(database, 'templates', { columns: templateColumns }));
