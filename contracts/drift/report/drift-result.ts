import type { DifferenceGroup, DifferenceKind } from '../compare/difference.ts';
import { isGuess } from '../questions/guess.ts';

/** What a run has found. */
export interface DriftResult {
  /** The name of the bank. */
  readonly bank: string;
  /** The host that was asked, or the file whose answers were read. */
  readonly source: string;
  /** Ids of the questions that both sides answered. */
  readonly compared: readonly string[];
  /** Differences that are news. */
  readonly differences: readonly DifferenceGroup[];
  /** Accepted ones that were found, and those that are gone. */
  readonly known: readonly DifferenceGroup[];
  readonly gone: readonly DifferenceGroup[];
  readonly leftOut: readonly { readonly question: string; readonly needs: string }[];
  readonly unsteady: readonly { readonly question: string; readonly place: string }[];
  /** Calls to the bank, and the orders that they registered. */
  readonly calls: number;
  readonly orders: number;
  /** Whether a test card was used. */
  readonly hasPaid: boolean;
  readonly failsOn: ReadonlySet<DifferenceKind>;
  /** Whether differences count that are about a guess of tillbox. */
  readonly countsGuesses: boolean;
}

/** Whether all that is known of a difference is that tillbox has guessed otherwise. */
export const isAboutGuess = ({ questions }: DifferenceGroup): boolean => questions.every(isGuess);

/** Whether a difference decides about the exit code. */
export const fails = ({ failsOn, countsGuesses }: DriftResult, group: DifferenceGroup): boolean =>
  failsOn.has(group.kind) && (countsGuesses || !isAboutGuess(group));
