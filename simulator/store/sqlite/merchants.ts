import type { DatabaseSync } from 'node:sqlite';
import type { Merchant } from '../../domain/merchant.ts';
import type { MerchantStore } from '../store.ts';
import type { AtOnce } from './turns.ts';

interface Row {
  readonly document: string;
}

/** Merchants in a file. One that stays as it is comes back as the same object, so that what is made for it holds. */
export const sqliteMerchants = (database: DatabaseSync): AtOnce<MerchantStore> => {
  const read = new Map<string, { readonly document: string; readonly merchant: Merchant }>();
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

  const merchantIn = ({ document }: Row): Merchant => {
    const merchant = JSON.parse(document) as Merchant;
    const known = read.get(merchant.login);
    if (known?.document === document) return known.merchant;
    read.set(merchant.login, { document, merchant });
    return merchant;
  };

  return {
    save: (merchant) => {
      const hasOwnScenario = merchant.ownScenario === undefined ? 0 : 1;
      save.run(merchant.login, merchant.token ?? null, hasOwnScenario, JSON.stringify(merchant));
    },
    find: (login) => {
      const row = byLogin.get(login) as Row | undefined;
      const known = read.get(login);
      if (row && known?.document === row.document) return known.merchant;
      return row && merchantIn(row);
    },
    findByToken: (token) => {
      const row = byToken.get(token) as Row | undefined;
      return row && merchantIn(row);
    },
    all: () => (all.all() as unknown as Row[]).map(merchantIn),
    someHaveOwnScenario: () => withScenario.get() !== undefined,
    remove: (login) => {
      remove.run(login);
      read.delete(login);
    },
  };
};
