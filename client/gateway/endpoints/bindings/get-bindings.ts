import { needField } from '../../encode-form.ts';
import type { Endpoint } from '../../endpoint.ts';
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
export const getBindings: Endpoint<StoredCardsQuery, readonly StoredCard[]> = {
  path: 'getBindings.do',
  repeat: 'safe',
  fields: (query) => ({ ...needField('getBindings', query, 'clientId') }),
  read: readStoredCards,
  isAccepted: isNothingFound,
};

/** getAllBindings.do: the same, but a card that was stored twice is listed twice. Source: gateway description published for Alfa-Bank. */
export const getAllBindings: typeof getBindings = { ...getBindings, path: 'getAllBindings.do' };
