import type { CallbackView } from '../../../inspection/callbacks/callbacks.ts';

/** The value of a field; empty if the callback has none. */
export const fieldOf = ({ fields }: Pick<CallbackView, 'fields'>, name: string): string =>
  fields.find((field) => field.name === name)?.value ?? '';
