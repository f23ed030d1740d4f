import type { Binding } from '../../domain/binding.ts';
import type { BindingStore } from '../store.ts';
import { memoryCollection } from './collection.ts';

export const memoryBindings = (): BindingStore => {
  const bindings = memoryCollection<Binding>();
  const idsByClient = new Map<string, Map<string, string[]>>();
  return {
    ...bindings,
    insert: async (binding) => {
      const clients = idsByClient.get(binding.merchant) ?? new Map<string, string[]>();
      idsByClient.set(binding.merchant, clients);
      const ids = clients.get(binding.clientId) ?? [];
      clients.set(binding.clientId, ids);
      ids.push(binding.id);
      return bindings.insert(binding);
    },
    ofClient: async (merchant, clientId) => {
      const found = (idsByClient.get(merchant)?.get(clientId) ?? []).map((id) => bindings.find(id));
      return (await Promise.all(found)).filter((binding) => binding !== undefined);
    },
    forget: async (merchant) => {
      idsByClient.delete(merchant);
      await bindings.forget(merchant);
    },
  };
};
