import type { Checks } from '../options/check.ts';
import { secret, text } from '../options/checks.ts';
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

export const sentCard = {
  pan: secret,
  expiry: text,
  cvc: secret,
  cardholderName: text,
  seToken: secret,
  bindingId: text,
} satisfies Checks<SentCard>;

/** The input of a call, with a card in it. */
export const needCard = <Input extends SentCard>(call: string, input: Input): Input => {
  if (input.pan || input.seToken || input.bindingId) return input;
  throw new WrongUse(`${call} needs pan, seToken or bindingId`);
};
