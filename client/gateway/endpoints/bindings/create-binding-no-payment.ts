import { fields } from '../../../options/check.ts';
import { anyObject, secret, text } from '../../../options/checks.ts';
import type { KnownEndpoint } from '../../endpoint.ts';
import { WrongUse } from '../../gateway-errors.ts';
import { parameters } from '../../order-checks.ts';
import { needExpiry, readStoredCard, type StoredCard } from '../../stored-card.ts';

/** A card to be stored. Only shops that may handle card numbers send one. Source: BPC REST documentation, createBindingNoPayment.do. */
export interface NewStoredCard {
  readonly clientId: string;
  readonly pan: string;
  /** YYYYMM. */
  readonly expiryDate: string;
  readonly cardholderName: string;
  /** How the card was checked: TDS, SSL, TDS_SSL, NO_PAYMENT ... */
  readonly bindingStrength?: string;
  readonly additionalParameters?: Readonly<Record<string, unknown>>;
  readonly merchantLogin?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly language?: string;
}

/** createBindingNoPayment.do: stores a card without a payment. A repeat would store it twice, so there is none. */
export const createBindingNoPayment: KnownEndpoint<NewStoredCard, StoredCard> = {
  path: 'createBindingNoPayment.do',
  repeat: 'never',
  input: fields<NewStoredCard>(parameters)({
    clientId: text,
    pan: secret,
    expiryDate: text,
    cardholderName: text,
    bindingStrength: text,
    additionalParameters: anyObject(),
    merchantLogin: text,
    email: text,
    phone: text,
    language: text,
  }),
  fields: (card) => {
    const { clientId, pan, cardholderName } = card;
    if (!clientId || !pan || !cardholderName) {
      throw new WrongUse('createBindingNoPayment needs clientId, pan and cardholderName');
    }
    return { ...card, expiryDate: needExpiry('expiryDate', card.expiryDate) };
  },
  read: readStoredCard,
};
