import type { Endpoint } from '../../endpoint.ts';
import { WrongUse } from '../../gateway-errors.ts';
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

/** getBindings.do: the stored cards of a client, each card once; an empty list where there are none. */
export const getBindings: Endpoint<StoredCardsQuery, readonly StoredCard[]> = {
  path: 'getBindings.do',
  repeat: 'safe',
  fields: (query) => {
    if (!query.clientId) throw new WrongUse('getBindings needs clientId');
    return { ...query };
  },
  read: readStoredCards,
  isAccepted: isNothingFound,
};
