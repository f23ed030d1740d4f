import type { DatabaseSync } from 'node:sqlite';
import type { Binding } from '../../domain/binding.ts';
import type { OrderTemplate } from '../../domain/order-template.ts';
import type { RecurringTask } from '../../domain/recurring-task.ts';
import { bindingColumns, taskColumns, templateColumns } from '../columns.ts';
import type { BindingStore, Collection, Kept, TaskStore } from '../store.ts';
import { type DocumentTable, documentTable } from './document-table.ts';
import { firstDueIn } from './first-due.ts';
import type { Synchronous } from './transactions.ts';

const collectionOf = <Thing extends Kept>(table: DocumentTable<Thing>): Synchronous<Collection<Thing>> => {
  const { find, replace, ofMerchant, forget } = table;
  return {
    insert: (thing) => {
      table.insert(thing);
    },
    find,
    replace,
    ofMerchant,
    forget,
  };
};

export const sqliteBindings = (database: DatabaseSync): Synchronous<BindingStore> => {
  const bindings = documentTable<Binding>(database, 'bindings', { columns: bindingColumns });
  return {
    ...collectionOf(bindings),
    ofClient: bindings.search('WHERE merchant = ? AND client_id = ? ORDER BY sequence'),
  };
};

export const sqliteTasks = (database: DatabaseSync): Synchronous<TaskStore> => {
  const tasks = documentTable<RecurringTask>(database, 'tasks', { columns: taskColumns });
  return {
    ...collectionOf(tasks),
    // Looks and keeps in one transaction, in which nobody else writes.
    insert: (task) => {
      const known = tasks.ofMerchant(task.merchant);
      return !known.some(({ merchantTaskId }) => merchantTaskId === task.merchantTaskId) && tasks.insert(task);
    },
    nextDue: firstDueIn(database, 'tasks'),
  };
};

export const sqliteTemplates = (database: DatabaseSync): Synchronous<Collection<OrderTemplate>> =>
  collectionOf(documentTable<OrderTemplate>(database, 'templates', { columns: templateColumns }));
