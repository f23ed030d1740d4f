import type { Bank } from '../banks/bank.ts';
import { Refused } from '../domain/errors/refused.ts';
import type { Order } from '../domain/orders/order.ts';
import { lastAttempt } from '../domain/orders/pay.ts';
import { pack } from '../text/pack.ts';

/** The payer's way to the issuer: an address, and the fields that the browser posts there. */
export interface AcsHop {
  readonly version: 1 | 2;
  readonly acsUrl: string;
  readonly serverTransId: string;
  /** 3-D Secure 2: `creq`. 3-D Secure 1: the message of `PaReq`. */
  readonly message: string;
  /** 3-D Secure 1: the address to which the issuer sends the payer back. */
  readonly termUrl: string;
}

/** Path of the issuer's page, on the gateway's own host. */
export const acsPath = '/acs/challenge';

/** The way to the issuer for an order whose challenge is open. `origin`: what links to this gateway start with. */
export const acsHop = (order: Order, bank: Bank, origin: string): AcsHop => {
  const threeDs = lastAttempt(order)?.threeDs;
  if (order.status !== 'acs-started' || !threeDs) throw new Refused('order-processed');
  const { serverTransId, version } = threeDs;
  const termUrl = `${origin}${bank.basePath}/rest/finish3ds.do?lang=${order.language}`;
  const message =
    version === 2
      ? pack({
          threeDSServerTransID: serverTransId,
          acsTransID: order.id,
          messageType: 'CReq',
          messageVersion: '2.2.0',
          challengeWindowSize: '05',
        })
      : pack({ orderId: order.id, serverTransId });
  return { version, acsUrl: `${origin}${acsPath}`, serverTransId, message, termUrl };
};

/** The fields that the browser posts to the issuer. Source: EMV 3-D Secure (`creq`); 3-D Secure 1 (`MD`, `PaReq`, `TermUrl`). */
export const acsFields = (
  { version, message, termUrl }: AcsHop,
  orderId: string,
): readonly { readonly name: string; readonly value: string }[] =>
  version === 2
    ? [{ name: 'creq', value: message }]
    : [
        { name: 'MD', value: orderId },
        { name: 'PaReq', value: message },
        { name: 'TermUrl', value: termUrl },
      ];
