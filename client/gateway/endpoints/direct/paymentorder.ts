import { fields, only, without } from '../../../options/check.ts';
import { text, trueOrFalse } from '../../../options/checks.ts';
import { type AtOncePayment, atOnce } from '../../at-once.ts';
import type { KnownEndpoint } from '../../endpoint.ts';
import { orderChecks, parameters, payerData } from '../../order-checks.ts';
import { needOrderId } from '../../order-operation.ts';
import type { OrderParams, OrderRequest, PayerDataName } from '../../order-request.ts';
import { type PaymentAnswer, readPayment } from '../../payment-answer.ts';
import { needCard } from '../../sent-card.ts';

type OrderFields = Pick<OrderRequest, 'ip' | 'email' | 'phone' | 'language' | PayerDataName>;

/** A card for a registered order, in clear or as `seToken`. Source: BPC REST documentation, payment for order. */
export interface CardPayment extends Omit<AtOncePayment, 'bindingId' | 'threeDSVer2MdOrder'>, OrderFields {
  /** Sent as `MDORDER`. */
  readonly orderId: string;
  /** The card is not stored, and the order forgets its `clientId`. */
  readonly bindingNotNeeded?: boolean;
  /** Also for a shop with a 3-D Secure server of its own: `eci`, `cavv`, `xid`, `threeDSProtocolVersion`. */
  readonly jsonParams?: OrderParams;
  /** Second call of 3-D Secure 2; all else is sent as in the first. `3ds/continue.do` goes on without the card. */
  readonly threeDSServerTransId?: string;
  /** Who starts the payment and why. */
  readonly tii?: string;
}

/** paymentorder.do: pays a registered order with a card that the shop's own page took. A repeat could pay twice, so there is none. */
export const paymentorder: KnownEndpoint<CardPayment, PaymentAnswer> = {
  path: 'paymentorder.do',
  repeat: 'never',
  input: fields<CardPayment>(parameters)({
    ...without(atOnce, 'bindingId', 'threeDSVer2MdOrder'),
    ...only(orderChecks, 'ip', 'email', 'phone', 'language', 'jsonParams'),
    ...payerData,
    orderId: text,
    bindingNotNeeded: trueOrFalse,
    tii: text,
  }),
  fields: (payment) => {
    const { orderId, pan, expiry, cvc, cardholderName, ...rest } = needCard('paymentorder', payment);
    return {
      ...rest,
      MDORDER: needOrderId('paymentorder', payment),
      $PAN: pan,
      $EXPIRY: expiry,
      $CVC: cvc,
      TEXT: cardholderName,
    };
  },
  read: readPayment,
};
