import type { Sharing } from '../store.ts';
import type { Database } from './database.ts';

export const installationIn = (database: Database): Sharing['installation'] => {
  const keep = database.question('INSERT INTO tillbox.installation (name) VALUES ($1) ON CONFLICT DO NOTHING');
  const find = database.question<{ readonly name: string }>('SELECT name FROM tillbox.installation');
  return async (proposed) => {
    await keep(proposed);
    return (await find()).rows[0]?.name ?? proposed;
  };
};
