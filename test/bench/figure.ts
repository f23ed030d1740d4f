export interface Effort {
  readonly rounds: number;
  readonly seconds: number;
  readonly starts: number;
  readonly orders: number;
  /** Starts of each, in process. */
  readonly inProcess: number;
}

export interface Result {
  readonly ours: number;
  readonly baseline?: number;
  readonly unit: string;
  readonly cpuRatio?: number;
}

export interface Figure {
  readonly name: string;
  readonly title: string;
  /** Of the ratio ours : baseline; of ours where there is no baseline, or where it says so. */
  readonly target?: ({ readonly atLeast: number } | { readonly atMost: number }) & { readonly of?: 'ours' };
  readonly measure: (effort: Effort) => Promise<Result>;
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** Runs a measurement on the two by turns, so that what else the machine does falls on both. */
export const byTurns = async <T>(rounds: number, one: T, other: T, measure: (subject: T) => Promise<number>) => {
  const ours: number[] = [];
  const baselines: number[] = [];
  for (let round = 0; round < rounds; round++) {
    ours.push(await measure(one));
    baselines.push(await measure(other));
  }
  return { ours: median(ours), baseline: median(baselines) };
};
