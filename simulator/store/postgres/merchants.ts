import { knownMerchants } from '../known-merchants.ts';
import type { MerchantStore } from '../store.ts';
import { documentOf } from './column-value.ts';
import type { Database } from './database.ts';
import type { Row } from './document-table.ts';

export const postgresMerchants = (database: Database): MerchantStore => {
  const known = knownMerchants();
  const save = database.question(
    `INSERT INTO tillbox.merchants (login, token, has_own_scenario, document) VALUES ($1, $2, $3, $4)
    ON CONFLICT (login) DO UPDATE
    SET token = excluded.token, has_own_scenario = excluded.has_own_scenario, document = excluded.document`,
  );
  const byLogin = database.question<Row>('SELECT document FROM tillbox.merchants WHERE login = $1');
  const byToken = database.question<Row>(
    'SELECT document FROM tillbox.merchants WHERE token = $1 ORDER BY sequence LIMIT 1',
  );
  const all = database.question<Row>('SELECT document FROM tillbox.merchants ORDER BY sequence');
  const withScenario = database.question('SELECT 1 FROM tillbox.merchants WHERE has_own_scenario LIMIT 1');
  const remove = database.question('DELETE FROM tillbox.merchants WHERE login = $1');
  return {
    save: async (merchant) => {
      const hasOwnScenario = merchant.ownScenario !== undefined;
      await save(merchant.login, merchant.token ?? null, hasOwnScenario, documentOf(merchant));
    },
    find: async (login) => {
      const [row] = (await byLogin(login)).rows;
      return row && known.read(row.document, login);
    },
    findByToken: async (token) => {
      const [row] = (await byToken(token)).rows;
      return row && known.read(row.document);
    },
    all: async () => (await all()).rows.map(({ document }) => known.read(document)),
    someHaveOwnScenario: async () => (await withScenario()).count > 0,
    remove: async (login) => {
      await remove(login);
      known.forget(login);
    },
  };
};
