import type { DatabaseSync } from 'node:sqlite';
import type { Binding } from '../../domain/binding.ts';
import type { OrderTemplate } from '../../domain/orders/order-template.ts';
import type { RecurringTask } from '../../domain/orders/recurring-task.ts';
import { bindingColumns, taskColumns, templateColumns } from '../columns.ts';
import type { BindingStore, Collection, TaskStore } from '../store.ts';
import { documentTable } from './document-table.ts';
import { firstDueIn } from './first-due.ts';
import type { Synchronous } from './transactions.ts';

export const sqliteBindings = (database: DatabaseSync): Synchronous<BindingStore> => {
  const bindings = documentTable<Binding>(database, 'bindings', { columns: bindingColumns });
  return {
    ...bindings,
    ofClient: bindings.search('WHERE merchant = ? AND client_id = ? ORDER BY sequence'),
  };
};

export const sqliteTasks = (database: DatabaseSync): Synchronous<TaskStore> => {
  const tasks = documentTable<RecurringTask>(database, 'tasks', {
    columns: taskColumns,
    unless: `ON CONFLICT (merchant, json_extract(document, '$.merchantTaskId')) DO NOTHING`,
  });
  return { ...tasks, nextDue: firstDueIn(database, 'tasks') };
};

export const sqliteTemplates = (database: DatabaseSync): Synchronous<Collection<OrderTemplate>> =>
  documentTable<OrderTemplate>(database, 'templates', { columns: templateColumns });
