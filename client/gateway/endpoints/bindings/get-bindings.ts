import { fields } from '../../../options/check.ts';
import { oneOf, text, trueOrFalse } from '../../../options/checks.ts';
import { needField } from '../../encode-form.ts';
import type { KnownEndpoint } from '../../endpoint.ts';
import { parameters } from '../../order-checks.ts';
import { isNothingFound, readStoredCards, type StoredCard } from '../../stored-card.ts';

/** Whose stored cards, and which of them. */
export interface StoredCardsQuery {
  readonly clientId: string;
  /** C: for any payments, R: recurring ones, I: instalments. */
  readonly bindingType?: 'C' | 'R' | 'I';
  /** Only this one. */
  readonly bindingId?: string;
  /** Expired cards too; default false. */
  readonly showExpired?: boolean;
  readonly merchantLogin?: string;
  readonly language?: string;
}

/** getBindings.do: the stored cards of a client, each card once; an empty list if there are none. */
export const getBindings: KnownEndpoint<StoredCardsQuery, readonly StoredCard[]> = {
  path: 'getBindings.do',
  repeat: 'safe',
  input: fields<StoredCardsQuery>(parameters)({
    clientId: text,
    bindingType: oneOf('C', 'R', 'I'),
    bindingId: text,
    showExpired: trueOrFalse,
    merchantLogin: text,
    language: text,
  }),
  fields: (query) => ({ ...needField('getBindings', query, 'clientId') }),
  read: readStoredCards,
  isAccepted: isNothingFound,
};

/** getAllBindings.do: the same, but a card that was stored twice is listed twice. Source: gateway description published for Alfa-Bank. */
export const getAllBindings: typeof getBindings = { ...getBindings, path: 'getAllBindings.do' };
