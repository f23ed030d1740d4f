import type { Order, OwnThreeDs } from '../../domain/order.ts';
import type { PaymentMeans } from './payment-means.ts';

/** A card or wallet that pays an order, with all that the caller says about the payment. */
export interface PaymentRequest {
  /** As it was just read. */
  readonly order: Order;
  readonly means: PaymentMeans;
  readonly payerIp: string;
  readonly paymentWay: string;
  readonly email?: string;
  readonly phone?: string;
  /** A scenario or outcome asked for with this attempt. */
  readonly requestedOutcome?: string;
  /** The payer, or the shop for the payer, asks to store the card. */
  readonly savesCard: boolean;
  /** The caller makes two calls for 3-D Secure 2: one before and one after the issuer's browser check. */
  readonly makesTwoCalls: boolean;
  /** On the second call: the authentication that it continues. */
  readonly serverTransId?: string;
  /** Absent: as the card and the order ask. `skipped`: this way to pay has none; `demanded`: a card without it is challenged. */
  readonly threeDs?: 'skipped' | 'demanded';
  /** Who starts the payment and why, for stored cards. */
  readonly tii?: string;
  /** The clock makes the payment: no caller waits for the answer, so the bank answers at once. */
  readonly isUnattended?: true;
  /** The merchant has authenticated the payer, so the gateway does not. */
  readonly ownThreeDs?: OwnThreeDs;
  /** Where the payer goes after the issuer's page of 3-D Secure 2, instead of back to the gateway. */
  readonly finishUrl?: string;
}
