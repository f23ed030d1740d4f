import { hideCardData } from '../../simulator/domain/hide-card-data.ts';
import { eachBreak } from '../../simulator/domain/merchant-break.ts';
import { CannotTry } from '../report/cannot-try.ts';
import type { ShopRun } from '../tested-shop/run-shop-command.ts';
import type { RunTests } from './run-tests.ts';

/** What is known from runs with the right gateway. */
export interface Baseline {
  /** Of the longest run. */
  readonly tookMs: number;
  /** The breaks that would have changed a call of the tests or its answer. */
  readonly reached: ReadonlySet<string>;
}

/** How many lines of the output a message shows. */
const shownLines = 20;

/** Runs the tests twice with the right gateway. @throws CannotTry if they fail, or if they do not end the same both times */
export const runBaseline = async (runTests: RunTests): Promise<Baseline> => {
  const first = await runTests(eachBreak);
  if (first.run.notStarted !== undefined)
    throw new CannotTry(`the command cannot be run (${first.run.notStarted})${outputOf(first.run)}`);
  const second = await runTests(eachBreak);
  const [one, other] = [endOf(first.run), endOf(second.run)];
  if (one !== other)
    throw new CannotTry(
      `the tests are flaky: with the right gateway, the first run ended with ${one}, the second with ${other}${outputOf(isGood(first.run) ? second.run : first.run)}`,
    );
  if (!isGood(first.run))
    throw new CannotTry(`the tests fail with the right gateway, too: they end with ${one}${outputOf(first.run)}`);
  return {
    tookMs: Math.max(first.run.tookMs, second.run.tookMs),
    reached: new Set([...first.wouldChange, ...second.wouldChange]),
  };
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
