import type { Order, OwnThreeDs } from '../../domain/orders/order.ts';
import type { PaymentMeans } from './payment-means.ts';

export interface PaymentRequest {
  /** As it was just read. */
  readonly order: Order;
  readonly means: PaymentMeans;
  readonly payerIp: string;
  readonly paymentWay: string;
  readonly email?: string;
  readonly phone?: string;
  /** The scenario or outcome that the call asks for. */
  readonly requestedOutcome?: string;
  readonly savesCard: boolean;
  /** 3-D Secure 2 takes two calls: one before and one after the issuer's browser check. */
  readonly makesTwoCalls: boolean;
  /** On the second call: the authentication that it continues. */
  readonly serverTransId?: string;
  /** Absent: as card and order ask. `skipped`: this way to pay has none; `demanded`: a card without it is challenged. */
  readonly threeDs?: 'skipped' | 'demanded';
  readonly tii?: string;
  /** Started by the clock: no caller waits, so the bank answers at once. */
  readonly isUnattended?: true;
  /** The merchant has authenticated the payer itself. */
  readonly ownThreeDs?: OwnThreeDs;
  /** The payer's address after the issuer's page of 3-D Secure 2, instead of the gateway's. */
  readonly finishUrl?: string;
  /** The shop's address for the end of the issuer's look at the browser, instead of the gateway's. */
  readonly notificationUrl?: string;
}
