import type { Merchant } from '../../domain/merchant.ts';
import { knownMerchants } from '../known-merchants.ts';
import type { MerchantStore } from '../store.ts';
import type { ClockRow, PostgresClocks } from './clocks.ts';
import { documentOf, type Value } from './column-value.ts';
import type { Database } from './database.ts';
import type { Row } from './document-table.ts';

/** PostgreSQL's code for a second value in a column of unique values. */
const uniqueViolation = '23505';

const isTaken = (error: unknown): boolean => (error as { readonly code?: string }).code === uniqueViolation;

const valuesOf = (merchant: Merchant): Value[] => [
  merchant.login,
  merchant.token ?? null,
  merchant.ownScenario !== undefined,
  documentOf(merchant),
];

/** `clocks`: reads a merchant's clock with the merchant. */
export const postgresMerchants = (database: Database, clocks: PostgresClocks): MerchantStore => {
  const known = knownMerchants();
  const insertion = 'INSERT INTO tillbox.merchants (login, token, has_own_scenario, document) VALUES ($1, $2, $3, $4)';
  const insert = database.question(`${insertion} ON CONFLICT DO NOTHING`);
  const put = database.question(
    `${insertion} ON CONFLICT (login) DO UPDATE
    SET token = excluded.token, has_own_scenario = excluded.has_own_scenario, document = excluded.document`,
  );
  const withClock = `SELECT m.document, c.version::double precision AS "clockVersion", c.document AS clock
    FROM tillbox.merchants m LEFT JOIN tillbox.clocks c ON c.merchant = m.login`;
  const byLogin = database.question<Row & ClockRow>(`${withClock} WHERE m.login = $1`);
  const byToken = database.question<Row & ClockRow>(`${withClock} WHERE m.token = $1`);
  const all = database.question<Row>('SELECT document FROM tillbox.merchants ORDER BY sequence');
  const remove = database.question('DELETE FROM tillbox.merchants WHERE login = $1');

  const found = (row: (Row & ClockRow) | undefined, login?: string): Merchant | undefined => {
    if (!row) return undefined;
    const merchant = known.read(row.document, login);
    clocks.learn(merchant.login, row);
    return merchant;
  };

  const findByToken = async (token: string): Promise<Merchant | undefined> => found((await byToken(token)).rows[0]);

  /** Tries again if the token was taken by the same merchant, which another process has just kept. */
  const save = async (merchant: Merchant): Promise<boolean> => {
    try {
      await put(...valuesOf(merchant));
      return true;
    } catch (error) {
      if (!isTaken(error)) throw error;
      const holder = await findByToken(merchant.token ?? '');
      return holder !== undefined && holder.login !== merchant.login ? false : save(merchant);
    }
  };

  return {
    insert: async (merchant) => (await insert(...valuesOf(merchant))).count === 1,
    save,
    find: async (login) => found((await byLogin(login)).rows[0], login),
    findByToken,
    all: async () => (await all()).rows.map(({ document }) => known.read(document)),
    remove: async (login) => {
      await remove(login);
      known.forget(login);
    },
  };
};
