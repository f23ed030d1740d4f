import type { Context } from '../../context.ts';
import type { Binding } from '../../domain/binding.ts';
import { changeRow } from '../../store/change-row.ts';

/** Changes a stored card. @throws Refused if there is none. */
export const changeBinding = (
  { store }: Context,
  id: string,
  change: (binding: Binding) => Binding,
): Promise<Binding> => changeRow(store.bindings, id, 'binding-not-found', change);
