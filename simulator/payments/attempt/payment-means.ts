import type { Binding } from '../../domain/binding.ts';
import { type MaskedCard, maskCard, type TypedCard } from '../../domain/card.ts';
import type { CardPlan } from '../../domain/orders/attempt-plan.ts';
import { planForCard } from '../../issuer/plan-for-card.ts';

/** A card that was typed, stored, or sent by a wallet. */
export interface PaymentMeans {
  /** Absent if it could not be read. */
  readonly card?: MaskedCard;
  /** What the issuer does if no scenario decides. */
  readonly plan: CardPlan;
  /** The number, masked for a stored card; for conditions of scenarios, never stored. */
  readonly number: string;
  readonly bindingId?: string;
  /** The code with which every payment fails, regardless of scenarios. */
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

/** For a wallet's token that is malformed or encrypted for another gateway. */
export const unreadableToken: PaymentMeans = {
  plan: { plan: { route: 'none' }, known: true, because: 'the token of the wallet cannot be read' },
  number: '',
  refusedWith: wrongPaymentToken,
};
