import { type RefusalReason, Refused } from '../domain/errors/refused.ts';

interface Rows<Row> {
  readonly find: (id: string) => Promise<Row | undefined>;
  readonly replace: (row: Row) => Promise<boolean>;
}

/** The most attempts at a change while other processes change the row. */
const mostTries = 50;

/** Changes a row of the store; if it has changed meanwhile, reads it again and decides again. */
export const changeRow = async <Row extends { readonly version: number }>(
  rows: Rows<Row>,
  id: string,
  missing: RefusalReason,
  change: (row: Row) => Row,
): Promise<Row> => {
  for (let tries = 0; tries < mostTries; tries++) {
    const row = await rows.find(id);
    if (!row) throw new Refused(missing);
    const changed = { ...change(row), version: row.version + 1 };
    if (await rows.replace(changed)) return changed;
  }
  throw new Refused('system-error');
};
