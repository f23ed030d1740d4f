import { getBindings } from './get-bindings.ts';

/** getAllBindings.do: the same, where a card that was stored twice stands twice. Source: gateway description published for Alfa-Bank. */
export const getAllBindings: typeof getBindings = { ...getBindings, path: 'getAllBindings.do' };
