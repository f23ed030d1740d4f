import type { AttemptPlan } from '../../domain/attempt-plan.ts';
import type { PlannedAttempt } from '../scenario.ts';
import { type StepName, steps } from './all.ts';
import type { StepReading } from './step.ts';

/** One entry of `attempts`, each setting already checked by its step. */
export type AttemptEntry = { readonly [Name in StepName]?: Parameters<(typeof steps)[Name]['read']>[0] | undefined };

interface NamedReading extends StepReading {
  readonly step: string;
}

/** What the bank does when all keys of an entry are taken together. */
export const readAttempt = (entry: AttemptEntry): PlannedAttempt => {
  const readings = readSteps(entry);
  return {
    plan: Object.assign({}, ...readings.map(({ plan }) => plan)) as AttemptPlan,
    sentence: readings.map(({ sentence }) => sentence).join(', '),
  };
};

/** Why the keys of an entry cannot stand together; undefined where they can. */
export const contradictionIn = (entry: AttemptEntry): string | undefined => {
  const readings = readSteps(entry);
  for (const [index, one] of readings.entries()) {
    for (const other of readings.slice(index + 1)) {
      const reason = conflict(one, other);
      if (reason) return `${one.step} and ${other.step} contradict each other: ${reason}`;
    }
  }
  return undefined;
};

const readSteps = (entry: AttemptEntry): readonly NamedReading[] =>
  (Object.keys(steps) as StepName[])
    .filter((name) => entry[name] !== undefined)
    .map((name) => {
      const read = steps[name].read as (setting: unknown) => StepReading;
      return { step: name, ...read(entry[name]) };
    });

const decides: Readonly<Record<keyof AttemptPlan, string>> = {
  route: 'both choose the way through 3-D Secure',
  challengeEnd: 'both end the challenge',
  verdict: 'both are the answer of the bank',
  failsWith: 'both give the code of a failed 3-D Secure',
  delayMs: 'both set the delay',
  pendingMs: 'both say how long it is open',
};

const asksBank = ({ plan }: StepReading): boolean => plan.verdict !== undefined || plan.pendingMs !== undefined;

const conflict = (one: StepReading, other: StepReading): string | undefined => {
  const shared = (Object.keys(decides) as (keyof AttemptPlan)[]).find((key) => key in one.plan && key in other.plan);
  if (shared) return decides[shared];
  const bankIsNeverAsked = (one.endsInThreeDs && asksBank(other)) || (other.endsInThreeDs && asksBank(one));
  return bankIsNeverAsked ? 'the attempt ends in 3-D Secure, so that the bank is never asked' : undefined;
};
