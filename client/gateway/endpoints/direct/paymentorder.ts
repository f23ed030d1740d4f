import type { Endpoint } from '../../endpoint.ts';
import { needOrderId } from '../../order-operation.ts';
import { type PaymentAnswer, readPayment } from '../../payment-answer.ts';
import { needCard, type SentCard } from '../../sent-card.ts';

/** A card for a registered order, in clear or as `seToken`. Source: BPC REST documentation, payment for order. */
export interface CardPayment extends Omit<SentCard, 'bindingId'> {
  /** Sent as `MDORDER`. */
  readonly orderId: string;
  /** The customer's. */
  readonly ip?: string;
  readonly email?: string;
  readonly phone?: string;
  /** The card is not stored, and the order forgets its `clientId`. */
  readonly bindingNotNeeded?: boolean;
  /** Also for a shop with a 3-D Secure server of its own: `eci`, `cavv`, `xid`, `threeDSProtocolVersion`. */
  readonly jsonParams?: Readonly<Record<string, unknown>>;
  /** Second call of 3-D Secure 2; all else is sent as in the first. `3ds/continue.do` goes on without the card. */
  readonly threeDSServerTransId?: string;
  /** Where the issuer's page sends the customer, to call finish3dsVer2Payment.do. */
  readonly threeDSVer2FinishUrl?: string;
  /** Who starts the payment and why. */
  readonly tii?: string;
  readonly clientBrowserInfo?: Readonly<Record<string, unknown>>;
  readonly billingPayerData?: Readonly<Record<string, unknown>>;
  readonly shippingPayerData?: Readonly<Record<string, unknown>>;
  readonly preOrderPayerData?: Readonly<Record<string, unknown>>;
  readonly orderPayerData?: Readonly<Record<string, unknown>>;
  readonly language?: string;
}

/** paymentorder.do: pays a registered order with a card that the shop's own page took. A repeat could pay twice, so there is none. */
export const paymentorder: Endpoint<CardPayment, PaymentAnswer> = {
  path: 'paymentorder.do',
  repeat: 'never',
  fields: (payment) => {
    const { orderId, pan, expiry, cvc, cardholderName, ...rest } = payment;
    needCard('paymentorder', payment);
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
