import type { KnownEndpoint } from '../../endpoint.ts';
import { needOrderId, orderAlone } from '../../order-operation.ts';
import { type PaymentAnswer, readPayment } from '../../payment-answer.ts';

export interface ContinuedPayment {
  /** Sent as `mdOrder`. */
  readonly orderId: string;
  readonly language?: string;
}

/** 3ds/continue.do: the second call of 3-D Secure 2 without the card data. */
export const continue3ds: KnownEndpoint<ContinuedPayment, PaymentAnswer> = {
  path: '3ds/continue.do',
  repeat: 'never',
  input: orderAlone,
  fields: ({ orderId, language }) => ({ mdOrder: needOrderId('3ds/continue', { orderId }), language }),
  read: readPayment,
};
