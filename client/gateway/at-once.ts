import type { Checks } from '../options/check.ts';
import { anyObject, text } from '../options/checks.ts';
import { type SentCard, sentCard } from './sent-card.ts';

/** Fields of calls that register and pay at once, beside the order. Source: BPC REST documentation, instant payment. */
export interface AtOncePayment extends SentCard {
  /** Second call of 3-D Secure 2: the authentication and its order. All other fields are those of the first call. */
  readonly threeDSServerTransId?: string;
  readonly threeDSVer2MdOrder?: string;
  /** The address to which the issuer's page sends the customer; the shop then calls finish3dsVer2Payment.do. */
  readonly threeDSVer2FinishUrl?: string;
  readonly clientBrowserInfo?: Readonly<Record<string, unknown>>;
}

export const atOnce = {
  ...sentCard,
  threeDSServerTransId: text,
  threeDSVer2MdOrder: text,
  threeDSVer2FinishUrl: text,
  clientBrowserInfo: anyObject(),
} satisfies Checks<AtOncePayment>;

/** The next step of the customer's browser, if there is one. */
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
