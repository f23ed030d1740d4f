import type { SentCard } from './sent-card.ts';

/** What calls take that register and pay at once, beside order and card. Source: BPC REST documentation, instant payment. */
export interface AtOncePayment extends SentCard {
  /** Second call of 3-D Secure 2: which authentication goes on, and for which order. All else is sent as in the first. */
  readonly threeDSServerTransId?: string;
  readonly threeDSVer2MdOrder?: string;
  /** Where the issuer's page sends the customer, to call finish3dsVer2Payment.do. */
  readonly threeDSVer2FinishUrl?: string;
  readonly clientBrowserInfo?: Readonly<Record<string, unknown>>;
}

/** What the customer's browser has to do next, if anything. */
export interface NextStep {
  /** The shop's page, for a payment that is over. */
  readonly redirect?: string;
  readonly is3DSVer2?: boolean;
  /** After the first call of 3-D Secure 2: open `threeDSMethodURLServer` out of sight, then call a second time. */
  readonly threeDSServerTransId?: string;
  readonly threeDSMethodURL?: string;
  readonly threeDSMethodURLServer?: string;
  readonly threeDSMethodDataPacked?: string;
  /** The issuer's page: post `creq` = `packedCReq` there, or for 3-D Secure 1 `MD`, `PaReq` and `TermUrl`. */
  readonly acsUrl?: string;
  readonly packedCReq?: string;
  readonly paReq?: string;
  readonly termUrl?: string;
}
