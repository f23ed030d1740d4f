import type { ChangeAnswer } from './proxy.ts';

/** A gateway with one fault, and what a verification has to say about it. */
export interface BrokenGateway {
  readonly fault: ChangeAnswer;
  /** Which interactions fail; all others must pass. */
  readonly fails: RegExp;
  /** What each complaint is about: its JSON path and its words. */
  readonly complaint: RegExp;
}
