import type { ShopRun } from '../tested-shop/run-shop-command.ts';
import type { MutationStatus } from './mutation.ts';

/** How long a run may take that took `baselineMs` with the right gateway. */
export const limitFor = (baselineMs: number, slackMs: number): number => 3 * baselineMs + slackMs;

/** A run with a broken gateway. */
export interface BrokenRun {
  readonly run: Pick<ShopRun, 'exitCode' | 'isTimedOut' | 'notStarted' | 'tookMs'>;
  readonly baselineMs: number;
  /** Whether the break has changed something that the run has asked for. */
  readonly hasChanged: boolean;
}

/**
 * What a run says of its break. One that fails without having met the break fails for another reason, such as a port that
 * the run beside it has taken. One that ends in a tenth of the usual time has not run the tests, unless it has met the break:
 * tests that stop at their first failure are quick.
 */
export const statusOf = ({ run, baselineMs, hasChanged }: BrokenRun): MutationStatus => {
  if (run.isTimedOut) return 'timed out';
  if (run.notStarted !== undefined) return 'could not be run';
  if (hasChanged) return run.exitCode === 0 ? 'not noticed' : 'noticed';
  return run.exitCode === 0 && run.tookMs * 10 > baselineMs ? 'not noticed' : 'could not be run';
};
