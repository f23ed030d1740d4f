import type { Endpoint } from '../../endpoint.ts';
import { type OperationAnswer, readOperation } from '../../order-operation.ts';
import { needBindingId, type StoredCardQuery } from '../../stored-card.ts';

/** unBindCard.do: switches a stored card off; nothing can be paid with it any more. A second one is refused, so there is no repeat. */
export const unBindCard: Endpoint<StoredCardQuery, OperationAnswer> = {
  path: 'unBindCard.do',
  repeat: 'never',
  fields: (query) => ({ ...query, bindingId: needBindingId('unBindCard', query) }),
  read: readOperation,
};
