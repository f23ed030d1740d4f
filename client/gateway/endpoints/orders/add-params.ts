import type { Endpoint } from '../../endpoint.ts';
import { needOrderId, type OperationAnswer, readOperation } from '../../order-operation.ts';

export interface AddedParams {
  readonly orderId: string;
  /** Added to the `jsonParams` of register.do. */
  readonly params: Readonly<Record<string, string>>;
  readonly language?: string;
}

/** addParams.do: adds parameters to an order, which come back as `merchantOrderParams` of its status. */
export const addParams: Endpoint<AddedParams, OperationAnswer> = {
  path: 'addParams.do',
  repeat: 'safe',
  fields: (asked) => ({ ...asked, orderId: needOrderId('addParams', asked) }),
  read: readOperation,
};
