import type { ExecutionContext } from 'ava';
import { testsOn } from '../helpers/ava/tests-on-store.ts';

/** Below AVA's limit for the whole run, at which its TAP reporter breaks and names no test. */
const longestMs = 280_000;

/** `test` for a kind of store; a test that hangs fails by name. */
export const testOn =
  (kind: string) =>
  (title: string, body: (t: ExecutionContext) => Promise<void>): void =>
    testsOn(kind)(title, async (t) => {
      t.timeout(longestMs, `${longestMs / 1_000} s without an assertion`);
      await body(t);
    });
