import { breaks } from '../../simulator/breaks/all.ts';
import type { Break } from '../../simulator/breaks/break.ts';
import type { TestedGateway } from '../tested-shop/tested-gateway.ts';
import type { Mutation, MutationResult } from './mutation.ts';
import { type Baseline, runBaseline } from './run-baseline.ts';
import { type RunTests, testRunner } from './run-tests.ts';
import { limitFor, statusOf } from './status-of.ts';

export interface MutateOptions {
  readonly gateway: TestedGateway;
  /** The command of the shop's tests. */
  readonly line: Mutation['line'];
  /** The breaks to try; all from which a shop can suffer by default. */
  readonly chosen?: readonly Break[];
  /** How many runs go on side by side, each with a merchant of its own. */
  readonly concurrency: number;
  /** The time that a run may take beyond three times the usual one; ten seconds by default. */
  readonly slackMs?: number;
  readonly onBaseline?: (baseline: Baseline, toRun: number) => void;
  readonly onResult?: (result: MutationResult) => void;
  readonly signal?: AbortSignal;
}

/** The breaks from which a shop can suffer. */
export const harmfulBreaks: readonly Break[] = breaks.filter(({ equivalent }) => equivalent === undefined);

const usualSlackMs = 10_000;

/**
 * Runs the tests of a shop with one broken gateway after the other, after two runs with the right one.
 * @throws CannotTry if the tests fail with the right gateway; the reason of the signal
 */
export const mutate = async (options: MutateOptions): Promise<Mutation> => {
  const { gateway, line, chosen = harmfulBreaks, concurrency, slackMs = usualSlackMs, signal } = options;
  const runTests = testRunner(gateway, line, signal);
  const baseline = await runBaseline(runTests, line, concurrency);
  const toRun = chosen.filter(({ id }) => baseline.reached.has(id));
  options.onBaseline?.(baseline, toRun.length);
  const results = new Map<string, MutationResult>();
  const limitMs = limitFor(baseline.tookMs, slackMs);
  await inParallel(toRun, concurrency, async (row) => {
    const result = await resultOf(row, runTests, baseline, limitMs);
    results.set(row.id, result);
    options.onResult?.(result);
  });
  return { line, results: chosen.map((row) => results.get(row.id) ?? { row, status: 'not reached' }) };
};

const resultOf = async (row: Break, runTests: RunTests, { tookMs }: Baseline, limitMs: number) => {
  const { run, hasChanged } = await runTests(row.id, limitMs);
  return { row, status: statusOf({ run, hasChanged, baselineMs: tookMs }) };
};

/** Does the work for each thing, so many at a time. */
const inParallel = async <Thing>(
  things: readonly Thing[],
  most: number,
  work: (thing: Thing) => Promise<void>,
): Promise<void> => {
  const left = things.values();
  const worker = async (): Promise<void> => {
    for (const thing of left) await work(thing);
  };
  await Promise.all(Array.from({ length: most }, worker));
};
