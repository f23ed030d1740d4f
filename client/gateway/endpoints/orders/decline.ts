import type { Endpoint } from '../../endpoint.ts';
import { needOrder, type OperationAnswer, type OrderQuery, readOperation } from '../../order-operation.ts';

/** decline.do: closes an unpaid order. A second one is refused, so there is no repeat. */
export const decline: Endpoint<OrderQuery, OperationAnswer> = {
  path: 'decline.do',
  repeat: 'never',
  fields: (query) => ({ ...needOrder('decline', query) }),
  read: readOperation,
};
