import { fields } from '../../../options/check.ts';
import type { KnownEndpoint } from '../../endpoint.ts';
import { parameters } from '../../order-checks.ts';
import { type OperationAnswer, readOperation } from '../../order-operation.ts';
import { needBindingId, type StoredCardQuery, storedCardQuery } from '../../stored-card.ts';

/** bindCard.do: switches a stored card on again. A second one is refused, so there is no repeat. */
export const bindCard: KnownEndpoint<StoredCardQuery, OperationAnswer> = {
  path: 'bindCard.do',
  repeat: 'never',
  input: fields<StoredCardQuery>(parameters)(storedCardQuery),
  fields: (query) => ({ ...query, bindingId: needBindingId('bindCard', query) }),
  read: readOperation,
};
