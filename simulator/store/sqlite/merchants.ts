import type { DatabaseSync } from 'node:sqlite';
import type { Merchant } from '../../domain/merchant.ts';
import { knownMerchants } from '../known-merchants.ts';
import type { MerchantStore } from '../store.ts';
import type { Synchronous } from './transactions.ts';

interface Row {
  readonly document: string;
}

export const sqliteMerchants = (database: DatabaseSync): Synchronous<MerchantStore> => {
  const known = knownMerchants();
  const save = database.prepare(
    `INSERT INTO merchants (login, token, has_own_scenario, document) VALUES (?, ?, ?, ?)
    ON CONFLICT (login) DO UPDATE
    SET token = excluded.token, has_own_scenario = excluded.has_own_scenario, document = excluded.document`,
  );
  const byLogin = database.prepare('SELECT document FROM merchants WHERE login = ?');
  const byToken = database.prepare('SELECT document FROM merchants WHERE token = ? ORDER BY sequence LIMIT 1');
  const all = database.prepare('SELECT document FROM merchants ORDER BY sequence');
  const remove = database.prepare('DELETE FROM merchants WHERE login = ?');

  const find = (login: string): Merchant | undefined => {
    const row = byLogin.get(login) as Row | undefined;
    return row && known.read(row.document, login);
  };

  const findByToken = (token: string): Merchant | undefined => {
    const row = byToken.get(token) as Row | undefined;
    return row && known.read(row.document);
  };

  /** Reads and writes in one transaction, in which no other program writes. */
  const keep = (merchant: Merchant): boolean => {
    const { login, token, ownScenario } = merchant;
    if (token !== undefined && (findByToken(token)?.login ?? login) !== login) return false;
    save.run(login, token ?? null, ownScenario === undefined ? 0 : 1, JSON.stringify(merchant));
    return true;
  };

  return {
    insert: (merchant) => find(merchant.login) === undefined && keep(merchant),
    save: keep,
    find,
    findByToken,
    all: () => (all.all() as unknown as Row[]).map(({ document }) => known.read(document)),
    remove: (login) => {
      remove.run(login);
      known.forget(login);
    },
  };
};
