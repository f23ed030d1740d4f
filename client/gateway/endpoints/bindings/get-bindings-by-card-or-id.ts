import { fields } from '../../../options/check.ts';
import { secret, text, trueOrFalse } from '../../../options/checks.ts';
import type { KnownEndpoint } from '../../endpoint.ts';
import { WrongUse } from '../../gateway-errors.ts';
import { parameters } from '../../order-checks.ts';
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
export const getBindingsByCardOrId: KnownEndpoint<StoredCardsByCardQuery, readonly StoredCard[]> = {
  path: 'getBindingsByCardOrId.do',
  repeat: 'safe',
  input: fields<StoredCardsByCardQuery>(parameters)({
    pan: secret,
    bindingId: text,
    showExpired: trueOrFalse,
    merchantLogin: text,
    language: text,
  }),
  fields: (query) => {
    if (!query.pan && !query.bindingId) throw new WrongUse('getBindingsByCardOrId needs pan or bindingId');
    return { ...query };
  },
  read: readStoredCards,
  isAccepted: isNothingFound,
};
