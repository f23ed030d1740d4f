import { eachBreak } from '../../simulator/domain/merchant-break.ts';
import { hideCardData } from '../../simulator/masking/hide-card-data.ts';
import { CannotTry } from '../report/cannot-try.ts';
import type { ShopRun } from '../tested-shop/run-shop-command.ts';
import { shellHint } from '../tested-shop/shell-hint.ts';
import type { Mutation } from './mutation.ts';
import type { RunTests, TestRun } from './run-tests.ts';

/** What is known from runs with the right gateway. */
export interface Baseline {
  /** Of the longest run. */
  readonly tookMs: number;
  /** The breaks that would have changed a call of the tests or its answer. */
  readonly reached: ReadonlySet<string>;
}

/** How many lines of the output a message shows. */
const shownLines = 20;

/**
 * Runs the tests twice with the right gateway, and then as many side by side as the breaks are tried.
 * @throws CannotTry if they fail, if they do not end the same both times, or if they fail side by side
 */
export const runBaseline = async (
  runTests: RunTests,
  [program]: Mutation['line'],
  concurrency: number,
): Promise<Baseline> => {
  const first = await runTests(eachBreak);
  if (first.run.notStarted !== undefined)
    throw new CannotTry(
      `the command cannot be run (${first.run.notStarted})${shellHint(program)}${outputOf(first.run)}`,
    );
  const second = await runTests(eachBreak);
  const [one, other] = [endOf(first.run), endOf(second.run)];
  if (one !== other)
    throw new CannotTry(
      `the tests are flaky: with the right gateway, the first run ended with ${one}, the second with ${other}${outputOf(isGood(first.run) ? second.run : first.run)}`,
    );
  if (!isGood(first.run))
    throw new CannotTry(`the tests fail with the right gateway, too: they end with ${one}${outputOf(first.run)}`);
  const beside = concurrency === 1 ? [] : await runTogether(runTests, concurrency);
  const all = [first, second, ...beside];
  return {
    tookMs: Math.max(...all.map(({ run }) => run.tookMs)),
    reached: new Set(all.flatMap(({ wouldChange }) => wouldChange)),
  };
};

/** Tests that stand in each other's way, such as by a fixed port, would seem to notice every break. */
const runTogether = async (runTests: RunTests, concurrency: number): Promise<readonly TestRun[]> => {
  const runs = await Promise.all(Array.from({ length: concurrency }, () => runTests(eachBreak)));
  const bad = runs.find(({ run }) => !isGood(run));
  if (bad === undefined) return runs;
  throw new CannotTry(
    `--concurrency ${concurrency}: side by side, the tests fail with the right gateway (${endOf(bad.run)}); do they share a port, a file or a database?${outputOf(bad.run)}`,
  );
};

const isGood = ({ exitCode }: ShopRun): boolean => exitCode === 0;

const endOf = ({ exitCode, endedBy }: ShopRun): string => endedBy ?? `exit code ${exitCode}`;

/** The last lines of the output, each indented. */
const outputOf = ({ output }: ShopRun): string =>
  hideCardData(output)
    .trimEnd()
    .split('\n')
    .slice(-shownLines)
    .map((line) => `\n  ${line}`.trimEnd())
    .join('')
    .trimEnd();
