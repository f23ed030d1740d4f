import type { MaskedCard } from './card.ts';
import type { CardPlan } from './orders/attempt-plan.ts';

/** The use of a stored card. Source: BPC REST documentation, getBindings.do. */
export type BindingCategory = 'COMMON' | 'RECURRENT' | 'INSTALLMENT';

/** A card stored for a client of a merchant; the gateway calls it a binding. Never changed in place. */
export interface Binding {
  readonly id: string;
  readonly version: number;
  readonly merchant: string;
  /** The shop's own id of the payer. */
  readonly clientId: string;
  readonly card: MaskedCard;
  /** How the issuer treats this card, stored because its number is not. */
  readonly plan: CardPlan;
  readonly category: BindingCategory;
  readonly isActive: boolean;
  /** How the card was first sent, such as `CARD`. */
  readonly paymentWay: string;
  readonly createdAtMs: number;
  readonly email?: string;
  readonly phone?: string;
}
