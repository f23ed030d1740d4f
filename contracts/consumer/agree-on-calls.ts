import test from 'ava';
import type { GatewayClient } from '../../client/index.ts';
import { type Agreement, agree, refusalCode } from './agree.ts';
import type { Refusal } from './refusals.ts';

/** A call of the shop, with the answer or the refusal of the gateway. */
export type Row = Pick<
  Agreement,
  'given' | 'path' | 'form' | 'isJson' | 'isOpen' | 'password' | 'inQuery' | 'answerType'
> & {
  readonly ask: (client: GatewayClient) => Promise<unknown>;
} & ({ readonly answer: unknown } | { readonly refusal: Refusal });

/** Declares a test for each call. The keys continue "the shop asks ...". */
export const agreeOnCalls = (rows: Readonly<Record<string, Row>>): void => {
  for (const [asks, row] of Object.entries(rows)) {
    const shopAsks = 'refusal' in row ? `${asks}, ${row.refusal.words}` : asks;
    test(`the shop asks ${shopAsks}`, async (t) => {
      const answer = 'refusal' in row ? row.refusal.answer : row.answer;
      const call = agree({ ...row, shopAsks, answer }, row.ask);

      if (!('refusal' in row)) return t.truthy(await call);
      return t.is(await refusalCode(t, call), row.refusal.errorCode);
    });
  }
};
