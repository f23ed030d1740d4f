import type { Change } from './trial.ts';

/** A hole in the security of the program, as a change of its code. */
export interface Hole extends Change {
  /** What an attacker could do with it. */
  readonly hole: string;
  /** The test files that must notice it, below `test/`. */
  readonly tests: readonly string[];
}
