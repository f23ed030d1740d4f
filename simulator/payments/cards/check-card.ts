import { testCardByPan } from '../../data/test-cards.ts';
import { brandOf, cvcLengthOf, isPastExpiry, passesLuhn, type TypedCard } from '../../domain/card.ts';
import { type RefusalReason, Refused } from '../../domain/errors/refused.ts';
import { isTestCardExpiry } from '../../issuer/plan-for-card.ts';

/** The fields that can be wrong, in the order of the page. */
export const cardFields = ['pan', 'expiry', 'cvc', 'cardholder', 'email'] as const;

export type CardField = (typeof cardFields)[number];

/** `reason`: for the page's calls; `text`: for the page. */
interface FieldProblem {
  readonly reason: RefusalReason;
  readonly text: FieldErrorText;
}

type FieldErrorText =
  | 'panMissing'
  | 'panLength'
  | 'panMistyped'
  | 'expiryFormat'
  | 'expiryMonth'
  | 'expiryPast'
  | 'cvcThree'
  | 'cvcFour'
  | 'cardholderMissing'
  | 'cardholderLetters'
  | 'email';

export type FieldProblems = Readonly<Partial<Record<CardField, FieldProblem>>>;

/** `expiry` is YYYYMM, or malformed. */
export type TypedFields = TypedCard;

/** A field that a way to pay does not ask for; its value is checked if there is one. */
export type Unasked = 'cvc' | 'cardholder';

/** @throws Refused for the first wrong field. */
export const readCard = (typed: TypedFields, nowMs: number, unasked: readonly Unasked[] = []): TypedCard => {
  const { card, problems } = checkCard(typed, nowMs, unasked);
  const problem = problems.pan ?? problems.expiry ?? problems.cvc ?? problems.cardholder;
  if (problem) throw new Refused(problem.reason);
  return card;
};

/** Source: page scripts of gateways on this software. */
export const checkCard = (
  typed: TypedFields,
  nowMs: number,
  unasked: readonly Unasked[] = [],
): { card: TypedCard; problems: FieldProblems } => {
  const pan = typed.pan.replace(/[\s-]/g, '');
  const card = { pan, expiry: typed.expiry, cvc: typed.cvc.trim(), holder: typed.holder.trim().toUpperCase() };
  const problems = {
    pan: checkPan(card.pan),
    expiry: checkExpiry(card, nowMs),
    cvc: card.cvc === '' && unasked.includes('cvc') ? undefined : checkCvc(card),
    cardholder: card.holder === '' && unasked.includes('cardholder') ? undefined : checkHolder(card.holder),
  };
  return { card, problems: withoutGaps(problems) };
};

const withoutGaps = (problems: Readonly<Record<string, FieldProblem | undefined>>): FieldProblems =>
  Object.fromEntries(Object.entries(problems).filter(([, problem]) => problem !== undefined)) as FieldProblems;

const checkPan = (pan: string): FieldProblem | undefined => {
  const reason = 'card-number-invalid';
  if (pan === '') return { reason, text: 'panMissing' };
  if (!/^\d{12,19}$/.test(pan)) return { reason, text: 'panLength' };
  return passesLuhn(pan) || testCardByPan(pan) ? undefined : { reason, text: 'panMistyped' };
};

const checkExpiry = ({ pan, expiry }: TypedCard, nowMs: number): FieldProblem | undefined => {
  if (!/^20\d{4}$/.test(expiry)) return { reason: 'card-expiry-invalid', text: 'expiryFormat' };
  const month = Number(expiry.slice(4));
  if (month < 1 || month > 12) return { reason: 'card-expiry-invalid', text: 'expiryMonth' };
  const isOver = isPastExpiry(expiry, nowMs) && !isTestCardExpiry(pan, expiry);
  return isOver ? { reason: 'card-over', text: 'expiryPast' } : undefined;
};

const checkCvc = ({ pan, cvc }: TypedCard): FieldProblem | undefined => {
  const length = cvcLengthOf(brandOf(pan));
  if (cvc.length === length && /^\d+$/.test(cvc)) return undefined;
  return { reason: 'cvc-invalid', text: length === 4 ? 'cvcFour' : 'cvcThree' };
};

const checkHolder = (holder: string): FieldProblem | undefined => {
  if (holder === '') return { reason: 'cardholder-invalid', text: 'cardholderMissing' };
  if (holder.length > 150 || !/^[\p{L}\p{M}]+[\p{L}\p{M} '’.-]*$/u.test(holder)) {
    return { reason: 'cardholder-invalid', text: 'cardholderLetters' };
  }
  return undefined;
};
