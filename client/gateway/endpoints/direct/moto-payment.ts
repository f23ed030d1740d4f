import { fields, without } from '../../../options/check.ts';
import { secret, text, trueOrFalse } from '../../../options/checks.ts';
import type { KnownEndpoint } from '../../endpoint.ts';
import { parameters, preAuthChecks } from '../../order-checks.ts';
import type { PreAuthOrderRequest } from '../../order-request.ts';
import type { RawAnswer } from '../../read-answer.ts';
import { needCard } from '../../sent-card.ts';
import { registerPreAuth } from '../orders/register.ts';

/** A card received by mail or telephone. Source: BPC REST documentation, MOTO payment. */
export interface MotoPayment extends Omit<PreAuthOrderRequest, 'bindingId' | 'cardholderName'> {
  readonly pan: string;
  /** YYYYMM. */
  readonly expiry: string;
  readonly cardholder: string;
  readonly cvc?: string;
  /** Holds the money first; default false. */
  readonly preAuth?: boolean;
}

/** A registered order; only its status shows whether it is paid. */
export interface MotoOrder {
  /** The gateway's id of the order. */
  readonly mdOrder: string;
  readonly orderNumber: string;
}

const readMotoOrder = ({ mdOrder, orderNumber }: RawAnswer): MotoOrder | undefined =>
  typeof mdOrder === 'string' && mdOrder !== '' ? { mdOrder, orderNumber: String(orderNumber ?? '') } : undefined;

/**
 * motoPayment.do: charges a card without its owner, never with 3-D Secure. A repeat would charge twice or be refused for
 * its number, so there is none.
 */
export const motoPayment: KnownEndpoint<MotoPayment, MotoOrder> = {
  path: 'motoPayment.do',
  repeat: 'never',
  input: fields<MotoPayment>(parameters)({
    ...without(preAuthChecks, 'bindingId', 'cardholderName'),
    pan: secret,
    expiry: text,
    cardholder: text,
    cvc: secret,
    preAuth: trueOrFalse,
  }),
  fields: (asked) => registerPreAuth.fields(needCard('motoPayment', asked)),
  read: readMotoOrder,
};
