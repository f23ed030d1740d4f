import type { Difference, DifferenceKind } from '../compare/difference.ts';

/** A difference, with where it was seen. */
export interface Violation extends Difference {
  readonly call: string;
  /** The state that the answer announced. */
  readonly announced: string;
  /** In how many answers. */
  times: number;
}

/** What went through the proxy. */
export interface ProxyResult {
  readonly bank: string;
  readonly origin: string;
  readonly answers: number;
  readonly compared: number;
  /** Why answers were not compared, each with their number. */
  readonly notCompared: ReadonlyMap<string, number>;
  readonly violations: readonly Violation[];
  /** Requests without an answer, each reason with their number. */
  readonly failures: ReadonlyMap<string, number>;
  readonly failsOn: ReadonlySet<DifferenceKind>;
}

export const counts = ({ failsOn }: Pick<ProxyResult, 'failsOn'>, { kind }: Difference): boolean => failsOn.has(kind);
