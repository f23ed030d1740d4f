import { fields } from '../../../options/check.ts';
import { text, texts } from '../../../options/checks.ts';
import type { KnownEndpoint } from '../../endpoint.ts';
import { parameters } from '../../order-checks.ts';
import { needOrderId, type OperationAnswer, readOperation } from '../../order-operation.ts';

export interface AddedParams {
  readonly orderId: string;
  /** Added to the `jsonParams` of register.do. */
  readonly params: Readonly<Record<string, string>>;
  readonly language?: string;
}

/** addParams.do: adds parameters to an order, which come back as `merchantOrderParams` of its status. */
export const addParams: KnownEndpoint<AddedParams, OperationAnswer> = {
  path: 'addParams.do',
  repeat: 'safe',
  input: fields<AddedParams>(parameters)({ orderId: text, params: texts(), language: text }),
  fields: (asked) => ({ ...asked, orderId: needOrderId('addParams', asked) }),
  read: readOperation,
};
