import type { Binding } from '../../domain/binding.ts';
import type { OrderTemplate } from '../../domain/orders/order-template.ts';
import type { RecurringTask } from '../../domain/orders/recurring-task.ts';
import { bindingColumns, taskColumns, templateColumns } from '../columns.ts';
import type { BindingStore, Collection, TaskStore } from '../store.ts';
import type { Database } from './database.ts';
import { documentTable } from './document-table.ts';
import { firstDueIn } from './first-due.ts';

export const postgresBindings = (database: Database): BindingStore => {
  const bindings = documentTable<Binding>(database, 'bindings', { columns: bindingColumns });
  return {
    ...bindings,
    ofClient: bindings.search('WHERE merchant = $1 AND client_id = $2 ORDER BY sequence'),
  };
};

export const postgresTasks = (database: Database): TaskStore => {
  const tasks = documentTable<RecurringTask>(database, 'tasks', {
    columns: { ...taskColumns, merchant_task_id: ({ merchantTaskId }) => merchantTaskId },
    unless: 'ON CONFLICT (merchant, merchant_task_id) DO NOTHING',
  });
  return { ...tasks, nextDue: firstDueIn(database, 'tasks') };
};

export const postgresTemplates = (database: Database): Collection<OrderTemplate> =>
  documentTable<OrderTemplate>(database, 'templates', { columns: templateColumns });
