import { actionCodeRow } from '../data/action-codes.ts';
import { isPublishedDate, type TestCard, testCardByPan } from '../data/test-cards.ts';
import type { TypedCard } from '../domain/card.ts';
import type { AttemptPlan, CardPlan, Explanation, Verdict } from '../domain/orders/attempt-plan.ts';
import { readCodeRange } from './code-range.ts';

/** Every test card accepts this date as well, so that none expires. */
export const evergreenExpiry = '203412';

/** A wrong date or CVC of a test card. Source: test cards of the BPC sandbox. */
const wrongCardData = 71015;

/** The issuer's decision without a scenario: by test card, by code range, otherwise approved. An empty CVC is not checked. */
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

/** Whether a scenario leaves both authentication and result to the card. */
export const leavesResult = ({ verdict, route, challengeEnd }: AttemptPlan): boolean =>
  verdict === undefined && route === undefined && challengeEnd === undefined;

/** The part of the explanation that the card has, beside a scenario's plan, and the default. */
export const explainCard = ({ known, because, plan }: CardPlan, said: AttemptPlan = {}): readonly Explanation[] => {
  const decider = 'card number';
  if (leavesResult(said)) {
    const byDefault = {
      decider: 'default',
      decided: true,
      because: 'nothing else decided, so the payment is approved',
    };
    return [{ decider, decided: known, because }, ...(known ? [] : [byDefault])];
  }
  if (said.route !== undefined || plan.route === 'none') return [];
  return [{ decider, decided: true, because: `chooses 3-D Secure, which no scenario does: ${because}` }];
};

/** Whether this is a test card with one of its expiry dates, which are never over. */
export const isTestCardExpiry = (pan: string, expiry: string): boolean => {
  const testCard = testCardByPan(pan);
  return testCard !== undefined && (isPublishedDate(testCard, expiry) || expiry === evergreenExpiry);
};

const planForTestCard = (testCard: TestCard, { pan, expiry, cvc }: TypedCard): CardPlan => {
  const { route, challengeEnd, label } = testCard;
  const hasWrongCvc = cvc !== '' && cvc !== testCard.cvc;
  if (!isTestCardExpiry(pan, expiry) || hasWrongCvc) {
    const wrong = hasWrongCvc ? 'CVC' : 'expiry date';
    return {
      // The issuer compares them after the authentication. Source: BPC REST documentation, sample of 3ds/continue.do.
      plan: {
        route: route === 'unavailable' ? 'none' : route,
        ...(challengeEnd && { challengeEnd }),
        verdict: { kind: 'decline', actionCode: wrongCardData },
      },
      known: true,
      because: `test card "${label}" with a wrong ${wrong} declines with ${wrongCardData}`,
    };
  }
  // A card whose 3-D Secure always fails is never authorised.
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
