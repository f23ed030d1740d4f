import type { Context } from '../../context.ts';
import type { Binding } from '../../domain/binding.ts';
import { Refused } from '../../domain/refused.ts';

const mostTries = 50;

/** Changes a stored card; if it has changed since it was read, reads it again and repeats. */
export const changeBinding = async (
  { store }: Context,
  id: string,
  change: (binding: Binding) => Binding,
): Promise<Binding> => {
  for (let tries = 0; tries < mostTries; tries++) {
    const binding = await store.bindings.find(id);
    if (!binding) throw new Refused('binding-not-found');
    const changed = { ...change(binding), version: binding.version + 1 };
    if (await store.bindings.replace(changed)) return changed;
  }
  throw new Refused('system-error');
};
