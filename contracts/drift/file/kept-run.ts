import type { KeptAnswer, Round } from '../answer.ts';

/** What a bank said in a run: as a file has it. */
export interface KeptRun {
  /** The name of the bank. */
  readonly bank: string;
  /** The host that answered, and the day; absent in files of older versions. */
  readonly host?: string;
  readonly askedOn?: string;
  /** The first time. */
  readonly answers: readonly KeptAnswer[];
  /** The second time; empty if the bank was asked once. */
  readonly again: readonly KeptAnswer[];
  readonly leftOut: Round['leftOut'];
  readonly calls: number;
  readonly orders: number;
}
