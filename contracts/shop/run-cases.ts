import { CaseFailed, CaseNotTried, type CaseResult } from './case-result.ts';
import type { ShopCase } from './cases/shop-case.ts';
import type { TrialOrder } from './held-gateway.ts';
import type { Trial } from './trial.ts';

interface Ended extends CaseResult {
  readonly unpaid: readonly TrialOrder[];
}

/** The case on which it depends whether the others say anything. */
const decisive = 'genuine';

/** Tries the cases one after the other. Orders that had to stay unpaid are looked at once more in the end. */
export const runCases = async (cases: readonly ShopCase[], trial: Trial): Promise<readonly CaseResult[]> => {
  const ended: Ended[] = [];
  for (const one of cases) ended.push(await runCase(one, trial));
  if (ended.some(({ unpaid }) => unpaid.length > 0)) await trial.rest();
  const results: CaseResult[] = [];
  for (const { unpaid, ...result } of ended) results.push(await lookAgain(result, unpaid, trial));
  return results.map((result) => doubtful(result, cases, results));
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
const doubtful = (result: CaseResult, cases: readonly ShopCase[], all: readonly CaseResult[]): CaseResult => {
  const isBlind = all.some(({ id, outcome }) => id === decisive && outcome === 'fails');
  const isAboutUnpaid = cases.find(({ id }) => id === result.id)?.isAboutUnpaid;
  if (!isBlind || !isAboutUnpaid || result.outcome !== 'holds') return result;
  return { ...result, outcome: 'not tried', reason: 'the shop shows no order as paid, so this one says nothing' };
};
