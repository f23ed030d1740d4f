import type { CardPlan } from '../domain/attempt-plan.ts';
import type { Binding } from '../domain/binding.ts';
import { type MaskedCard, maskCard, type TypedCard } from '../domain/card.ts';
import { planForCard } from '../issuer/plan-for-card.ts';

/** What an order is paid with: a card that was typed, stored before, or handed over by a wallet. */
export interface PaymentMeans {
  readonly card: MaskedCard;
  /** What the issuer does where nobody else has spoken. */
  readonly plan: CardPlan;
  /** The number, or the masked one where no more is known; for conditions of scenarios, never kept. */
  readonly number: string;
  /** The stored card that it is. */
  readonly bindingId?: string;
}

export const typedMeans = (card: TypedCard): PaymentMeans => ({
  card: maskCard(card),
  plan: planForCard(card),
  number: card.pan,
});

export const storedMeans = ({ id, card, plan }: Binding): PaymentMeans => ({
  card,
  plan,
  number: card.maskedPan,
  bindingId: id,
});
