import type { Endpoint } from '../../endpoint.ts';
import { WrongUse } from '../../gateway-errors.ts';
import { isNothingFound, readStoredCards, type StoredCard } from '../../stored-card.ts';

/** By number, which wins, or by id. */
export interface StoredCardsByCardQuery {
  readonly pan?: string;
  readonly bindingId?: string;
  /** Expired cards too; default false. */
  readonly showExpired?: boolean;
  readonly merchantLogin?: string;
  readonly language?: string;
}

/** getBindingsByCardOrId.do: the stored cards with this number or id; an empty list if there are none. */
export const getBindingsByCardOrId: Endpoint<StoredCardsByCardQuery, readonly StoredCard[]> = {
  path: 'getBindingsByCardOrId.do',
  repeat: 'safe',
  fields: (query) => {
    if (!query.pan && !query.bindingId) throw new WrongUse('getBindingsByCardOrId needs pan or bindingId');
    return { ...query };
  },
  read: readStoredCards,
  isAccepted: isNothingFound,
};
