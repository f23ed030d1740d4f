import { actionCodeRow } from '../data/action-codes.ts';
import { type TestCard, testCardByPan } from '../data/test-cards.ts';
import type { AttemptPlan, CardPlan, Explanation, Verdict } from '../domain/attempt-plan.ts';
import type { TypedCard } from '../domain/card.ts';
import { readCodeRange } from './code-range.ts';

/** Every test card may also be used with this date, so that none of them ever runs out. */
export const evergreenExpiry = '203412';

/** A wrong date or CVC of a test card. Source: test cards of the BPC sandbox. */
const wrongCardData = 71015;

/** The issuer's own decision, where no scenario has spoken: by test card, by code range, else approved. Without a CVC none is checked. */
export const planForCard = (card: TypedCard): CardPlan => {
  const testCard = testCardByPan(card.pan);
  if (testCard) return planForTestCard(testCard, card);
  const asked = readCodeRange(card.pan);
  if (asked) {
    return {
      plan: { route: asked.route, verdict: verdictFor(asked.actionCode) },
      known: true,
      because: `the card number asks for ${nameCode(asked.actionCode)}, 3-D Secure: ${asked.route}`,
    };
  }
  return {
    plan: { route: 'none', verdict: { kind: 'approve' } },
    known: false,
    because: 'no test card and not of the range 400000',
  };
};

/** Whether a scenario says neither how the card is authenticated nor what the bank answers, so that the card says both. */
export const leavesResult = ({ verdict, route, challengeEnd }: AttemptPlan): boolean =>
  verdict === undefined && route === undefined && challengeEnd === undefined;

/** What the card says beside what a scenario has said, and what holds where neither says anything. */
export const explainCard = ({ known, because, plan }: CardPlan, said: AttemptPlan = {}): readonly Explanation[] => {
  const decider = 'card number';
  if (leavesResult(said)) {
    const nobody = { decider: 'default', decided: true, because: 'nobody else decided, so the payment is approved' };
    return [{ decider, decided: known, because }, ...(known ? [] : [nobody])];
  }
  if (said.route !== undefined || plan.route === 'none') return [];
  return [{ decider, decided: true, because: `chooses 3-D Secure, of which nobody has spoken: ${because}` }];
};

/** Whether this expiry date belongs to a test card, so that it is good for ever. */
export const isTestCardExpiry = (pan: string, expiry: string): boolean => {
  const testCard = testCardByPan(pan);
  return testCard !== undefined && (expiry === testCard.expiry || expiry === evergreenExpiry);
};

const planForTestCard = (testCard: TestCard, { pan, expiry, cvc }: TypedCard): CardPlan => {
  const { route, challengeEnd, label } = testCard;
  const hasWrongCvc = cvc !== '' && cvc !== testCard.cvc;
  if (!isTestCardExpiry(pan, expiry) || hasWrongCvc) {
    const wrong = hasWrongCvc ? 'CVC' : 'expiry date';
    return {
      plan: { route: 'none', verdict: { kind: 'decline', actionCode: wrongCardData } },
      known: true,
      because: `test card "${label}" with a wrong ${wrong} declines with ${wrongCardData}`,
    };
  }
  // A card whose 3-D Secure always fails never gets to its authorisation.
  const fails = route === 'unavailable' || challengeEnd === 'failed';
  const result = fails ? { failsWith: testCard.actionCode } : { verdict: verdictFor(testCard.actionCode) };
  return {
    plan: { route, ...result, ...(challengeEnd && { challengeEnd }) },
    known: true,
    because: `test card "${label}": ${nameCode(testCard.actionCode)}, 3-D Secure: ${route}`,
  };
};

const verdictFor = (actionCode: number): Verdict =>
  actionCode === 0 ? { kind: 'approve' } : { kind: 'decline', actionCode };

const nameCode = (actionCode: number): string => `${actionCodeRow(actionCode)?.name ?? 'action code'} (${actionCode})`;
