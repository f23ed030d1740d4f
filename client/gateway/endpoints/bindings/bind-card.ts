import type { Endpoint } from '../../endpoint.ts';
import { type OperationAnswer, readOperation } from '../../order-operation.ts';
import { needBindingId, type StoredCardQuery } from '../../stored-card.ts';

/** bindCard.do: switches a stored card on again. A second one is refused, so there is no repeat. */
export const bindCard: Endpoint<StoredCardQuery, OperationAnswer> = {
  path: 'bindCard.do',
  repeat: 'never',
  fields: (query) => ({ ...query, bindingId: needBindingId('bindCard', query) }),
  read: readOperation,
};
