import { fields } from '../../../options/check.ts';
import { text } from '../../../options/checks.ts';
import type { KnownEndpoint } from '../../endpoint.ts';
import { parameters } from '../../order-checks.ts';
import { type OperationAnswer, readOperation } from '../../order-operation.ts';
import { needBindingId, needExpiry, type StoredCardQuery, storedCardQuery } from '../../stored-card.ts';

export interface StoredCardExtension extends StoredCardQuery {
  /** YYYYMM. */
  readonly newExpiry: string;
}

/** extendBinding.do: a stored card gets the expiry date of the plastic that came after it. */
export const extendBinding: KnownEndpoint<StoredCardExtension, OperationAnswer> = {
  path: 'extendBinding.do',
  repeat: 'safe',
  input: fields<StoredCardExtension>(parameters)({ ...storedCardQuery, newExpiry: text }),
  fields: (asked) => ({
    ...asked,
    bindingId: needBindingId('extendBinding', asked),
    newExpiry: needExpiry('newExpiry', asked.newExpiry),
  }),
  read: readOperation,
};
