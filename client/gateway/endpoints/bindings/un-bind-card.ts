import { fields } from '../../../options/check.ts';
import type { KnownEndpoint } from '../../endpoint.ts';
import { parameters } from '../../order-checks.ts';
import { type OperationAnswer, readOperation } from '../../order-operation.ts';
import { needBindingId, type StoredCardQuery, storedCardQuery } from '../../stored-card.ts';

/** unBindCard.do: switches a stored card off; nothing can be paid with it any more. A second one is refused, so there is no repeat. */
export const unBindCard: KnownEndpoint<StoredCardQuery, OperationAnswer> = {
  path: 'unBindCard.do',
  repeat: 'never',
  input: fields<StoredCardQuery>(parameters)(storedCardQuery),
  fields: (query) => ({ ...query, bindingId: needBindingId('unBindCard', query) }),
  read: readOperation,
};
