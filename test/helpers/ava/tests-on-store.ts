import test, { type ExecutionContext } from 'ava';
import { whyNoPostgres } from '../stores/postgres.ts';
import { runOfTests } from './run-of-tests.ts';
import { testWithout } from './test-without.ts';

type TestOnStore = (title: string, body: (t: ExecutionContext) => Promise<void>) => void;

/** `test` for a kind of store. If its server cannot be started the tests are skipped at home and fail in CI. */
export const testsOn = (kind: string): TestOnStore => {
  const reason = kind === 'postgres' ? whyNoPostgres : undefined;
  return reason === undefined ? test : (title) => testWithout(reason, title);
};

/** The same for files in a folder `each-store`, which run twice: in memory in `npm test`, on every store in `npm run test:slow`. */
export const testsOnEach = (kind: string): TestOnStore =>
  runOfTests !== 'quick' || kind === 'memory' ? testsOn(kind) : () => {};
