import type { Bank } from '../../../simulator/banks/bank.ts';
import type { PactSource } from '../pact/pact-source.ts';
import type { Verdict } from '../verify-source.ts';

/** The results of a pact at one gateway, for the reports. */
export interface VerifiedPact {
  readonly source: PactSource;
  readonly consumer: string;
  readonly provider: string;
  /** Absent for a gateway elsewhere. */
  readonly bank?: Bank;
  /** The login of the pact, if the gateway got it from there. */
  readonly login?: string;
  /** `dsk`, or the address of a gateway elsewhere. */
  readonly place: string;
  /** The login of the pact, if a gateway elsewhere is asked as another one. */
  readonly otherLogin?: string;
  /** A path of it, if it is a pact with another provider, so that nothing of it was tried. */
  readonly strangePath?: string;
  readonly verdicts: readonly Verdict[];
}

export type Outcome = Verdict['outcome'];

const countOf = (verdicts: readonly Verdict[], outcome: Outcome): number =>
  verdicts.filter((verdict) => verdict.outcome === outcome).length;

/** `3 hold, 1 fails, 2 not tried`. */
export const countsOf = (verdicts: readonly Verdict[]): string => {
  const counts: readonly (readonly [Outcome, (count: number) => string])[] = [
    ['holds', (count) => `${count} ${count === 1 ? 'holds' : 'hold'}`],
    ['fails', (count) => `${count} ${count === 1 ? 'fails' : 'fail'}`],
    ['pending', (count) => `${count} pending`],
    ['not tried', (count) => `${count} not tried`],
  ];
  const said = counts.flatMap(([outcome, say]) => {
    const count = countOf(verdicts, outcome);
    return count === 0 ? [] : [say(count)];
  });
  return said.length === 0 ? 'no interactions' : said.join(', ');
};

/** What differs, a line each: `$.amount: Expected ...`. */
export const differencesOf = ({ mismatches, reason }: Verdict): readonly string[] =>
  reason === undefined ? mismatches.map(({ path, says }) => (path === 'state' ? says : `${path}: ${says}`)) : [reason];
