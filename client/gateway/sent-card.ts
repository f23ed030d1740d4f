import { WrongUse } from './gateway-errors.ts';

/** A card in a call that makes its own order. Only shops that may handle card numbers send them. Source: BPC REST documentation, instant payment. */
export interface SentCard {
  /** Wins over `seToken` and `bindingId`. */
  readonly pan?: string;
  /** YYYYMM. */
  readonly expiry?: string;
  readonly cvc?: string;
  readonly cardholderName?: string;
  /** Card data, encrypted with the gateway's key. */
  readonly seToken?: string;
  /** A stored card. */
  readonly bindingId?: string;
}

/** Throws where a call names no card at all. */
export const needCard = (method: string, { pan, seToken, bindingId }: SentCard): void => {
  if (!pan && !seToken && !bindingId) throw new WrongUse(`${method} needs pan, seToken or bindingId`);
};
