import type { DatabaseSync } from 'node:sqlite';
import { knownMerchants } from '../known-merchants.ts';
import type { MerchantStore } from '../store.ts';
import type { AtOnce } from './turns.ts';

interface Row {
  readonly document: string;
}

export const sqliteMerchants = (database: DatabaseSync): AtOnce<MerchantStore> => {
  const known = knownMerchants();
  const save = database.prepare(
    `INSERT INTO merchants (login, token, has_own_scenario, document) VALUES (?, ?, ?, ?)
    ON CONFLICT (login) DO UPDATE
    SET token = excluded.token, has_own_scenario = excluded.has_own_scenario, document = excluded.document`,
  );
  const byLogin = database.prepare('SELECT document FROM merchants WHERE login = ?');
  const byToken = database.prepare('SELECT document FROM merchants WHERE token = ? ORDER BY sequence LIMIT 1');
  const all = database.prepare('SELECT document FROM merchants ORDER BY sequence');
  const withScenario = database.prepare('SELECT 1 FROM merchants WHERE has_own_scenario = 1 LIMIT 1');
  const remove = database.prepare('DELETE FROM merchants WHERE login = ?');

  return {
    save: (merchant) => {
      const hasOwnScenario = merchant.ownScenario === undefined ? 0 : 1;
      save.run(merchant.login, merchant.token ?? null, hasOwnScenario, JSON.stringify(merchant));
    },
    find: (login) => {
      const row = byLogin.get(login) as Row | undefined;
      return row && known.read(row.document, login);
    },
    findByToken: (token) => {
      const row = byToken.get(token) as Row | undefined;
      return row && known.read(row.document);
    },
    all: () => (all.all() as unknown as Row[]).map(({ document }) => known.read(document)),
    someHaveOwnScenario: () => withScenario.get() !== undefined,
    remove: (login) => {
      remove.run(login);
      known.forget(login);
    },
  };
};
