import { CaseFailed, CaseNotTried, type CaseResult } from './case-result.ts';
import type { ShopCase } from './cases/shop-case.ts';
import type { TrialOrder } from './held-gateway.ts';
import type { Trial } from './trial.ts';

interface Ended extends CaseResult {
  readonly unpaid: readonly TrialOrder[];
}

/** The case on which it depends whether the others say anything. */
export const decisive = 'genuine';

/** Takes the result of a case as soon as it is known. */
export type OnResult = (result: CaseResult) => void;

/**
 * Tries the cases one after the other, and gives their results in this order. Orders that had to stay unpaid are looked at
 * once more in the end; a case that fails then gives its result again. If cases about unpaid orders are to be tried without
 * the decisive one, that is tried first, and gives no result: `witness`.
 */
export const runCases = async (
  cases: readonly ShopCase[],
  trial: Trial,
  {
    witness,
    onResult = () => {},
  }: { readonly witness?: ShopCase | undefined; readonly onResult?: OnResult | undefined } = {},
): Promise<readonly CaseResult[]> => {
  const isNeeded = cases.some(({ isAboutUnpaid }) => isAboutUnpaid) && !cases.some(({ id }) => id === decisive);
  const paid = witness && isNeeded ? await runCase(witness, trial) : undefined;
  const ended: Ended[] = [];
  const given: CaseResult[] = [];
  const giveKnown = (): void => {
    for (const { unpaid: _, ...result } of ended.slice(given.length)) {
      if (mayBeDoubtful(result, cases, ended)) return;
      const known = doubtful(result, cases, [...ended, ...(paid ? [paid] : [])]);
      given.push(known);
      onResult(known);
    }
  };
  for (const one of cases) {
    ended.push(await runCase(one, trial));
    giveKnown();
  }
  if (ended.some(({ unpaid }) => unpaid.length > 0)) await trial.rest();
  const results: CaseResult[] = [];
  for (const [index, { unpaid, ...result }] of ended.entries()) {
    const last = doubtful(await lookAgain(result, unpaid, trial), cases, [...ended, ...(paid ? [paid] : [])]);
    if (last.outcome !== given[index]?.outcome) onResult(last);
    results.push(last);
  }
  return results;
};

const runCase = async ({ id, title, harm, notWith, run }: ShopCase, trial: Trial): Promise<Ended> => {
  const reason = notWith?.(trial.address.proof);
  if (reason !== undefined) return { id, title, harm, outcome: 'not tried', reason, details: [], unpaid: [] };
  const { outcome, ...rest } = await outcomeOf(() => run(trial));
  const { notes, unpaid } = trial.takeNotes();
  return { id, title, harm, outcome, ...rest, details: outcome === 'fails' ? notes : [], unpaid };
};

const outcomeOf = async (run: () => Promise<void>): Promise<Pick<CaseResult, 'outcome' | 'reason'>> => {
  try {
    await run();
    return { outcome: 'holds' };
  } catch (error) {
    if (error instanceof CaseFailed) return { outcome: 'fails', reason: error.message };
    if (error instanceof CaseNotTried) return { outcome: 'not tried', reason: error.message };
    throw error;
  }
};

/** A shop may carry a callback out after its answer. */
const lookAgain = async (result: CaseResult, unpaid: readonly TrialOrder[], trial: Trial): Promise<CaseResult> => {
  if (result.outcome !== 'holds') return result;
  for (const order of unpaid)
    if ((await trial.look(order)).isPaid)
      return {
        ...result,
        outcome: 'fails',
        reason: 'the order is paid at the end of the run',
        details: trial.takeNotes().notes,
      };
  trial.takeNotes();
  return result;
};

/** Without one paid order, it is no merit that others are unpaid. */
const doubtful = (result: CaseResult, cases: readonly ShopCase[], ended: readonly CaseResult[]): CaseResult => {
  const isBlind = ended.some(({ id, outcome }) => id === decisive && outcome === 'fails');
  if (!isBlind || !holdsUnpaid(result, cases)) return result;
  return { ...result, outcome: 'not tried', reason: 'the shop shows no order as paid, so this one says nothing' };
};

/** Whether a case to come decides about this result. */
const mayBeDoubtful = (result: CaseResult, cases: readonly ShopCase[], ended: readonly CaseResult[]): boolean =>
  holdsUnpaid(result, cases) && cases.slice(ended.length).some(({ id }) => id === decisive);

const holdsUnpaid = ({ id, outcome }: CaseResult, cases: readonly ShopCase[]): boolean =>
  outcome === 'holds' && cases.some((one) => one.id === id && one.isAboutUnpaid);
