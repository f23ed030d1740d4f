import type { Bank } from '../../../simulator/banks/bank.ts';
import { askTillbox } from '../ask-tillbox.ts';
import { compareRounds } from '../compare/compare-rounds.ts';
import type { KeptRun } from '../file/kept-run.ts';
import { allQuestions, type WiderRun } from '../questions/all.ts';

/** How far a profile is from the answers of a bank. */
export interface Weight {
  /** Differences, as the report counts them. */
  readonly differences: number;
  /** What is to become less. */
  readonly total: number;
  /** Questions with a difference. */
  readonly involved: ReadonlySet<string>;
}

/** `only`: the questions that are weighed; all by default. */
export type Weigh = (profile: Bank, only?: ReadonlySet<string>) => Promise<Weight>;

/** Another outcome hides everything behind it, and so counts more than all of the rest together. */
const outcomeWeight = 100;

/** Asks tillbox as other profiles. `asked`: the one after which the bank was asked. */
export const weighing =
  (asked: Bank, run: KeptRun, wider: WiderRun): Weigh =>
  async (profile, only) => {
    const ours = await askTillbox(profile, widerFor(wider, only), { asked, only });
    const { groups } = compareRounds(run.answers, run.again, ours.answers);
    const places = groups.flatMap(({ kind, questions }) =>
      questions.map((question) => ({ question, weight: kind === 'outcome' ? outcomeWeight : 1 })),
    );
    const oneSided = [...missing(run.answers, ours.leftOut), ...missing(ours.answers, run.leftOut)];
    const all = [...places, ...oneSided.map((question) => ({ question, weight: outcomeWeight }))].filter(
      ({ question }) => only?.has(question) ?? true,
    );
    return {
      differences: groups.length,
      total: all.reduce((sum, { weight }) => sum + weight, 0),
      involved: new Set(all.map(({ question }) => question)),
    };
  };

type Named = readonly { readonly question: string }[];

/** Questions that one side answered, and that the other could not be asked. */
const missing = (answered: Named, leftOut: Named): readonly string[] =>
  leftOut.map(({ question }) => question).filter((left) => answered.some(({ question }) => question === left));

/** Payments take time, and most rows have nothing to do with them. */
const widerFor = ({ wrongPassword, ...wider }: WiderRun, only: ReadonlySet<string> | undefined): WiderRun => {
  const isAbout = (group: string) => !only || allQuestions.some((one) => one.group === group && only.has(one.id));
  return {
    cards: wider.cards && isAbout('cards'),
    byHand: wider.byHand && isAbout('by hand'),
    wrongPassword: wrongPassword && isAbout('wrong password'),
  };
};
