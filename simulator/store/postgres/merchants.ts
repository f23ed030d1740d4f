import type { Merchant } from '../../domain/merchant.ts';
import { knownMerchants } from '../known-merchants.ts';
import type { MerchantStore } from '../store.ts';
import type { ClockRow, PostgresClocks } from './clocks.ts';
import { documentOf } from './column-value.ts';
import type { Database } from './database.ts';
import type { Row } from './document-table.ts';

/** `clocks`: learn of a merchant's clock whenever somebody asks for the merchant. */
export const postgresMerchants = (database: Database, clocks: PostgresClocks): MerchantStore => {
  const known = knownMerchants();
  const save = database.question(
    `INSERT INTO tillbox.merchants (login, token, has_own_scenario, document) VALUES ($1, $2, $3, $4)
    ON CONFLICT (login) DO UPDATE
    SET token = excluded.token, has_own_scenario = excluded.has_own_scenario, document = excluded.document`,
  );
  const withClock = `SELECT m.document, c.version::double precision AS "clockVersion", c.document AS clock
    FROM tillbox.merchants m LEFT JOIN tillbox.clocks c ON c.merchant = m.login`;
  const byLogin = database.question<Row & ClockRow>(`${withClock} WHERE m.login = $1`);
  const byToken = database.question<Row & ClockRow>(`${withClock} WHERE m.token = $1 ORDER BY m.sequence LIMIT 1`);
  const all = database.question<Row>('SELECT document FROM tillbox.merchants ORDER BY sequence');
  const withScenario = database.question('SELECT 1 FROM tillbox.merchants WHERE has_own_scenario LIMIT 1');
  const remove = database.question('DELETE FROM tillbox.merchants WHERE login = $1');

  const found = (row: (Row & ClockRow) | undefined, login?: string): Merchant | undefined => {
    if (!row) return undefined;
    const merchant = known.read(row.document, login);
    clocks.learn(merchant.login, row);
    return merchant;
  };

  return {
    save: async (merchant) => {
      const hasOwnScenario = merchant.ownScenario !== undefined;
      await save(merchant.login, merchant.token ?? null, hasOwnScenario, documentOf(merchant));
    },
    find: async (login) => found((await byLogin(login)).rows[0], login),
    findByToken: async (token) => found((await byToken(token)).rows[0]),
    all: async () => (await all()).rows.map(({ document }) => known.read(document)),
    someHaveOwnScenario: async () => (await withScenario()).count > 0,
    remove: async (login) => {
      await remove(login);
      known.forget(login);
    },
  };
};
