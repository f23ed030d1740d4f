import { fields } from '../../../options/check.ts';
import { type FormFields, minorUnits, optionalMinorUnits } from '../../encode-form.ts';
import type { KnownEndpoint } from '../../endpoint.ts';
import { WrongUse } from '../../gateway-errors.ts';
import { orderChecks, parameters, preAuthChecks } from '../../order-checks.ts';
import type { OrderRequest, PreAuthOrderRequest } from '../../order-request.ts';
import type { RawAnswer } from '../../read-answer.ts';

export interface RegisteredOrder {
  /** The gateway's id; every later call wants it. */
  readonly orderId: string;
  /** The page to send the customer to. */
  readonly formUrl: string;
}

const orderFields = ({ amountMinor, feeMinor, ...rest }: PreAuthOrderRequest): FormFields => {
  if (!rest.returnUrl) throw new WrongUse('returnUrl is required: the gateway sends the customer there afterwards');
  return {
    ...rest,
    amount: minorUnits('amountMinor', amountMinor),
    feeInput: optionalMinorUnits('feeMinor', feeMinor),
  };
};

/** Undefined without an order and its page. */
export const readOrder = ({ orderId, formUrl }: RawAnswer): RegisteredOrder | undefined =>
  typeof orderId === 'string' && orderId && typeof formUrl === 'string' && formUrl ? { orderId, formUrl } : undefined;

/** register.do: an order that is charged at once. A repeat would make a second order or be refused, so there is none. */
export const register: KnownEndpoint<OrderRequest, RegisteredOrder> = {
  path: 'register.do',
  repeat: 'never',
  input: fields<OrderRequest>(parameters)(orderChecks),
  fields: orderFields,
  read: readOrder,
  isAccepted: (answer) => readOrder(answer) !== undefined,
};

/** registerPreAuth.do: an order whose amount is held first and charged later. */
export const registerPreAuth: KnownEndpoint<PreAuthOrderRequest, RegisteredOrder> = {
  ...register,
  path: 'registerPreAuth.do',
  input: fields<PreAuthOrderRequest>(parameters)(preAuthChecks),
};
