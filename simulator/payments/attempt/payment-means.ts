import type { CardPlan } from '../../domain/attempt-plan.ts';
import type { Binding } from '../../domain/binding.ts';
import { type MaskedCard, maskCard, type TypedCard } from '../../domain/card.ts';
import { planForCard } from '../../issuer/plan-for-card.ts';

/** What an order is paid with: a card that was typed, stored before, or handed over by a wallet. */
export interface PaymentMeans {
  /** Absent where it could not be read. */
  readonly card?: MaskedCard;
  /** What the issuer does where nobody else has spoken. */
  readonly plan: CardPlan;
  /** The number, or the masked one where no more is known; for conditions of scenarios, never kept. */
  readonly number: string;
  /** The stored card that it is. */
  readonly bindingId?: string;
  /** What every payment with it fails with, whatever a scenario wants. */
  readonly refusedWith?: number;
}

export const typedMeans = (card: TypedCard): PaymentMeans & { readonly card: MaskedCard } => ({
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

/** A wallet's token that cannot be read. Source: BPC action codes. */
const wrongPaymentToken = -301;

/** What a wallet sent was no token, or was encrypted for somebody else: there is no card, and so no payment. */
export const unreadableToken: PaymentMeans = {
  plan: { plan: { route: 'none' }, known: true, because: 'the token of the wallet cannot be read' },
  number: '',
  refusedWith: wrongPaymentToken,
};
