import type { KnownEndpoint } from '../../endpoint.ts';
import { needOrder, type OperationAnswer, type OrderQuery, orderQuery, readOperation } from '../../order-operation.ts';

/** decline.do: closes an unpaid order. A second one is refused, so there is no repeat. */
export const decline: KnownEndpoint<OrderQuery, OperationAnswer> = {
  path: 'decline.do',
  repeat: 'never',
  input: orderQuery,
  fields: (query) => ({ ...needOrder('decline', query) }),
  read: readOperation,
};
