import test, { type ExecutionContext } from 'ava';
import { whyNoPostgres } from './postgres.ts';
import { testWithout } from './test-without.ts';

type TestOnStore = (title: string, body: (t: ExecutionContext) => Promise<void>) => void;

/** `test` for a kind of store. Where its server cannot be started the tests are skipped at home and fail in CI. */
export const testsOn = (kind: string): TestOnStore => {
  const reason = kind === 'postgres' ? whyNoPostgres : undefined;
  return reason === undefined ? test : (title) => testWithout(reason, title);
};
