import type { Endpoint } from '../../endpoint.ts';
import { needOrderId, type OperationAnswer, readOperation } from '../../order-operation.ts';

/** updateSSLCardList.do: lets the card of an order pay without 3-D Secure. A second time is refused with code 6. */
export const updateSSLCardList: Endpoint<{ readonly orderId: string; readonly language?: string }, OperationAnswer> = {
  path: 'updateSSLCardList.do',
  repeat: 'never',
  fields: ({ orderId, ...asked }) => ({ ...asked, mdorder: needOrderId('updateSSLCardList', { orderId }) }),
  read: readOperation,
};
