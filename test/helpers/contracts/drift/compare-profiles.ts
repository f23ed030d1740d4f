import { askTillbox } from '../../../../contracts/drift/ask-tillbox.ts';
import { compareRounds } from '../../../../contracts/drift/compare/compare-rounds.ts';
import type { DifferenceGroup } from '../../../../contracts/drift/compare/difference.ts';
import type { Bank } from '../../../../simulator/banks/bank.ts';
import { differs, facts } from '../../../../simulator/banks/fact-words.ts';
import { explains, rowEffects, withoutEffect } from './row-effects.ts';

const wider = { cards: true, byHand: false, wrongPassword: true };

/** What drift finds when tillbox as one bank stands in for the test host of another. */
export interface Found {
  readonly groups: readonly DifferenceGroup[];
  /** Differences that no differing row explains. */
  readonly unexplained: readonly string[];
  /** Differing rows that should have shown a difference and have not. */
  readonly silent: readonly string[];
}

/** The answers of a bank to the questions that are made after its own profile. */
export const ownAnswers = async (bank: Bank) => (await askTillbox(bank, wider)).answers;

/** `own`: the answers of tillbox as the profile `mine`. */
export const compareProfiles = async (
  mine: Bank,
  theirs: Bank,
  own: Awaited<ReturnType<typeof ownAnswers>>,
): Promise<Found> => {
  const gateway = { ...theirs, currencies: [...theirs.currencies, mine.currency] };
  const { answers, leftOut } = await askTillbox(gateway, wider, { asked: mine });
  const { groups } = compareRounds(answers, [], own);
  const differing = facts.filter((fact) => differs(mine, theirs, fact));
  const single = groups.flatMap((group) => group.questions.map((question) => ({ group, question })));
  const reasonsFor = ({ group, question }: (typeof single)[number]) =>
    differing.filter((fact) => explains(fact, [mine, theirs], group, question));
  const used = new Set(single.flatMap(reasonsFor));
  const isHidden = leftOut.length > 0;
  return {
    groups,
    unexplained: single
      .filter((one) => reasonsFor(one).length === 0)
      .map(({ group: { kind, place }, question }) => `${mine.name}, ${theirs.name}: ${kind} ${place} in ${question}`),
    silent: differing
      .filter((fact) => !used.has(fact) && withoutEffect[fact] === undefined)
      .filter((fact) => !isHidden && (rowEffects[fact]?.shows?.(mine, theirs) ?? true))
      .map((fact) => `${mine.name}, ${theirs.name}: ${fact}`),
  };
};
