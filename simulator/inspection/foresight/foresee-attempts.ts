import { maskPan } from '../../domain/card.ts';
import { evergreenExpiry, planForCard } from '../../issuer/plan-for-card.ts';
import { joinPlans } from '../../payments/attempt/decide-plan.ts';
import { plainPan } from '../../scenario-engine/definition/rehearsed-order.ts';
import { planForAttempt, type Scenario } from '../../scenario-engine/scenario.ts';
import { milliseconds } from '../../text/duration.ts';

/** The attempts of a rehearsal, as far as the file fixes them. */
export interface ForeseenAttempts {
  readonly made: number;
  /** Why no further attempt is made. */
  readonly because: string;
  /** Whether the money is held or taken in the end. */
  readonly isPaid: boolean;
  readonly comesToIssuer: boolean;
  readonly returnsFromIssuer: boolean;
}

/** How many attempts an order allows by default. */
const allowed = 3;

/** How long an order can be paid by default. */
const lifeMs = 1_200_000;

/** The code that passes a challenge. */
const goodCode = '123456';

interface ForeseenAttempt {
  readonly isPaid: boolean;
  readonly comesToIssuer: boolean;
  readonly returnsFromIssuer: boolean;
  /** Why the payer does not try again; undefined if the payer may. */
  readonly ends?: string;
}

export const foreseeAttempts = (scenario: Scenario): ForeseenAttempts => {
  const { tries, leavesPage, opensAfter = '0s' } = scenario.payer;
  const none = { made: 0, isPaid: false, comesToIssuer: false, returnsFromIssuer: false };
  if (leavesPage) return { ...none, because: 'the payer leaves the page (payer.leavesPage)' };
  if (milliseconds(opensAfter) >= lifeMs) return { ...none, because: 'the order is over before (payer.opensAfter)' };
  let [comesToIssuer, returnsFromIssuer] = [false, false];
  for (let number = 1; number <= Math.min(tries, allowed); number++) {
    const attempt = foreseeAttempt(scenario, number);
    comesToIssuer ||= attempt.comesToIssuer;
    returnsFromIssuer ||= attempt.returnsFromIssuer;
    if (attempt.ends !== undefined)
      return { made: number, because: attempt.ends, isPaid: attempt.isPaid, comesToIssuer, returnsFromIssuer };
  }
  const because = tries > allowed ? `an order allows ${allowed} attempts` : `the payer tries ${inTimes(tries)}`;
  return { made: Math.min(tries, allowed), because, isPaid: false, comesToIssuer, returnsFromIssuer };
};

const inTimes = (tries: number): string => (tries === 1 ? 'once' : `${tries} times`);

const foreseeAttempt = (scenario: Scenario, number: number): ForeseenAttempt => {
  const { cards = [], atAcs, otp = goodCode, opensAfter = '0s', answersAfter = '0s' } = scenario.payer;
  const card = cards[number - 1] ?? cards.at(-1) ?? plainPan;
  const pan = typeof card === 'string' ? card : (card.pan ?? plainPan);
  const own = planForCard({ pan, expiry: evergreenExpiry, cvc: '', holder: '' }).plan;
  const said = planForAttempt(scenario, number)?.plan;
  const { route, challengeEnd = 'payer', verdict, pendingMs } = said ? joinPlans(said, own) : own;
  const atPage = { isPaid: false, comesToIssuer: false, returnsFromIssuer: false };
  if (route === 'unavailable') return atPage;
  const atIssuer = { ...atPage, comesToIssuer: true };
  const isAway = challengeEnd === 'abandoned' || atAcs === 'leave';
  if (route === 'challenge' && isAway)
    return { ...atIssuer, ends: `the payer does not come back from the issuer in attempt ${number}` };
  const back = { ...atIssuer, returnsFromIssuer: true };
  if (route === 'challenge' && milliseconds(opensAfter) + milliseconds(answersAfter) >= lifeMs)
    return { ...back, ends: `the order is over in attempt ${number} (payer.answersAfter)` };
  const isRight = atAcs === 'pass' || (atAcs === 'answer' && otp === goodCode);
  const passes = challengeEnd === 'payer' ? isRight : challengeEnd === 'passed';
  const place = route === 'challenge' ? back : atPage;
  if (route === 'challenge' && !passes) return place;
  const isPaid = verdict?.kind !== 'decline';
  if (isPaid) return { ...place, isPaid, ends: `attempt ${number} pays the order, with card ${maskPan(pan)}` };
  return pendingMs === undefined ? place : { ...place, ends: `the payer does not wait for attempt ${number}` };
};
