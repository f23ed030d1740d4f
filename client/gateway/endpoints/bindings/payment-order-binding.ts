import { fields } from '../../../options/check.ts';
import { anyObject, secret, text } from '../../../options/checks.ts';
import type { KnownEndpoint } from '../../endpoint.ts';
import { parameters } from '../../order-checks.ts';
import { needOrderId } from '../../order-operation.ts';
import type { OrderParams } from '../../order-request.ts';
import { type PaymentAnswer, readPayment } from '../../payment-answer.ts';
import { needBindingId } from '../../stored-card.ts';

/** Source: BPC REST documentation, payment by stored credential. */
export interface StoredCardPayment {
  /** A registered order with the `clientId` that the card is stored for. Sent as `mdOrder`. */
  readonly orderId: string;
  readonly bindingId: string;
  /** F: the customer starts the payment, the default; U, R, I and so on: the shop does, which a hold cannot be. */
  readonly tii?: string;
  /** The customer's. */
  readonly ip?: string;
  /** Not for payments that the shop starts. */
  readonly cvc?: string;
  readonly email?: string;
  readonly mcc?: string;
  readonly jsonParams?: OrderParams;
  /** Second call of 3-D Secure 2; all else is sent as in the first. */
  readonly threeDSServerTransId?: string;
  readonly language?: string;
}

/** paymentOrderBinding.do: pays a registered order with a stored card. `F` goes out by itself, because BPC's manual wants a `tii`. */
export const paymentOrderBinding: KnownEndpoint<StoredCardPayment, PaymentAnswer> = {
  path: 'paymentOrderBinding.do',
  repeat: 'never',
  input: fields<StoredCardPayment>(parameters)({
    orderId: text,
    bindingId: text,
    tii: text,
    ip: text,
    cvc: secret,
    email: text,
    mcc: text,
    jsonParams: anyObject<OrderParams>(),
    threeDSServerTransId: text,
    language: text,
  }),
  fields: ({ orderId, tii = 'F', ...rest }) => ({
    ...rest,
    mdOrder: needOrderId('paymentOrderBinding', { orderId }),
    bindingId: needBindingId('paymentOrderBinding', rest),
    tii,
  }),
  read: readPayment,
};
