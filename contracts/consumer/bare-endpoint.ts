import type { Endpoint } from '../../client/index.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A call of the client with its fields as they are given, without its checks. */
export const bare = (path: string, isJson?: true, isOpen?: true): Endpoint<Fields, Fields> => ({
  path,
  repeat: 'never',
  ...(isJson && { body: 'json' }),
  ...(isOpen && { isOpen }),
  fields: (fields) => fields,
  read: (answer) => answer,
});
