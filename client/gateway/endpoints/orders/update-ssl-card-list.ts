import type { KnownEndpoint } from '../../endpoint.ts';
import { needOrderId, type OperationAnswer, orderAlone, readOperation } from '../../order-operation.ts';

/** updateSSLCardList.do: lets the card of an order pay without 3-D Secure. A second time is refused with code 6. */
export const updateSSLCardList: KnownEndpoint<
  { readonly orderId: string; readonly language?: string },
  OperationAnswer
> = {
  path: 'updateSSLCardList.do',
  repeat: 'never',
  input: orderAlone,
  fields: ({ orderId, ...asked }) => ({ ...asked, mdorder: needOrderId('updateSSLCardList', { orderId }) }),
  read: readOperation,
};
