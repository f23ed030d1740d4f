import type { Endpoint } from '../../endpoint.ts';
import { type OperationAnswer, readOperation } from '../../order-operation.ts';
import { needBindingId, needExpiry, type StoredCardQuery } from '../../stored-card.ts';

export interface StoredCardExtension extends StoredCardQuery {
  /** YYYYMM. */
  readonly newExpiry: string;
}

/** extendBinding.do: a stored card gets the expiry date of the plastic that came after it. */
export const extendBinding: Endpoint<StoredCardExtension, OperationAnswer> = {
  path: 'extendBinding.do',
  repeat: 'safe',
  fields: (asked) => ({
    ...asked,
    bindingId: needBindingId('extendBinding', asked),
    newExpiry: needExpiry('newExpiry', asked.newExpiry),
  }),
  read: readOperation,
};
