import type { AttemptPlan, CardPlan, Explanation, ThreeDsRoute } from './attempt-plan.ts';
import type { PlannedAct } from './bank-act.ts';
import type { MaskedCard } from './card.ts';
import type { OrderMark } from './order-mark.ts';
import type { OrderStatus } from './order-status.ts';

/** A page language that tillbox has texts for. */
export type Language = 'en' | 'ru' | 'kk';

/** How far the payer's authentication got. */
export interface ThreeDs {
  readonly route: ThreeDsRoute;
  readonly version: 1 | 2;
  /** Names one authentication on the wire (`threeDSServerTransID`); also the `xid` kept in the status answer. */
  readonly serverTransId: string;
  /** `waiting`: first call answered, second not yet made; `at-acs`: the payer sees the issuer's page; `answered`: the issuer knows the result. */
  readonly stage: 'waiting' | 'at-acs' | 'answered' | 'done';
  /** Result for the issuer: Y passed, A attempted, N failed, U could not be done, C challenge asked. */
  readonly transStatus?: 'Y' | 'A' | 'N' | 'U' | 'C';
  /** Why a challenge did not pass, where it did not. */
  readonly failure?: 'failed' | 'cancelled' | 'timed-out';
  /** Wrong codes typed so far on the issuer's page. */
  readonly wrongCodes: number;
  /** Where the issuer's page sends the payer, where that is the shop's own page. */
  readonly finishUrl?: string;
}

/** What the merchant says of an authentication of its own. Source: BPC REST documentation, jsonParams of paymentorder.do. */
export interface OwnThreeDs {
  readonly eci: number;
  readonly cavv?: string;
  readonly xid?: string;
  readonly version?: string;
}

/** One try to pay an order. */
export interface Attempt {
  readonly number: number;
  readonly startedAtMs: number;
  /** Absent where the token of a wallet could not be read. */
  readonly card?: MaskedCard;
  readonly paymentWay: string;
  readonly plan: AttemptPlan & { readonly route: ThreeDsRoute };
  readonly threeDs?: ThreeDs;
  readonly ownThreeDs?: OwnThreeDs;
  /** Set once the attempt is over. 0 = approved. */
  readonly actionCode?: number;
  readonly authorisation?: Authorisation;
  /** The payer or the order asks to keep the card for later: with what its issuer does, since its number is not kept. */
  readonly savesCard?: CardPlan;
  /** Paid with this stored card. */
  readonly bindingId?: string;
  /** The scenario or outcome that the payment call asked for. */
  readonly askedFor?: string;
  readonly explanation: readonly Explanation[];
}

/** What the issuer answered to the authorisation request. */
export interface Authorisation {
  readonly atMs: number;
  /** RRN: twelve digits. */
  readonly referenceNumber: string;
  /** Six characters; approved payments only. */
  readonly approvalCode?: string;
  readonly eci: number;
  readonly cavv?: string;
}

/** Money that went back to the payer. */
export interface Refund {
  readonly atMs: number;
  readonly amountMinor: number;
  readonly approvalCode: string;
  readonly referenceNumber: string;
  /** The merchant's own id of this refund: the same id is never refunded twice. */
  readonly externalRefundId?: string;
}

/** A refund that does not go by the cart's prices and quantities: of any sum, or of a part of one position. */
export type RawRefund = 'sum' | 'position';

/** An order. Never changed in place: every change is a new object with the next version. */
export interface Order {
  readonly id: string;
  readonly version: number;
  readonly merchant: string;
  readonly orderNumber: string;
  readonly status: OrderStatus;
  /** Result of the last attempt; -100 before any. */
  readonly actionCode: number;
  readonly isPreAuth: boolean;
  readonly amountMinor: number;
  readonly feeMinor: number;
  /** ISO 4217 numeric. */
  readonly currency: string;
  readonly language: Language;
  /** The language that was asked for by the bank's own code, where the texts here are in another or call it otherwise. */
  readonly languageCode?: string;
  readonly returnUrl: string;
  readonly registeredAtMs: number;
  readonly expiresAtMs: number;
  readonly merchantIp: string;
  readonly attemptsAllowed: number;
  readonly attempts: readonly Attempt[];
  readonly approvedMinor: number;
  readonly depositedMinor: number;
  readonly refundedMinor: number;
  /** `jsonParams` of register.do and what addParams.do added. */
  readonly params: Readonly<Record<string, string>>;
  readonly features: readonly string[];

  readonly failUrl?: string;
  readonly dynamicCallbackUrl?: string;
  readonly description?: string;
  readonly clientId?: string;
  readonly cardholderName?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly postAddress?: string;
  readonly pageView?: string;
  readonly payerIp?: string;
  readonly orderBundle?: Readonly<Record<string, unknown>>;
  readonly mcc?: string;
  readonly mvv?: string;
  readonly paymentFacilitator?: Readonly<Record<string, unknown>>;
  readonly autocompletionAtMs?: number;
  readonly autoReverseAtMs?: number;
  readonly depositedAtMs?: number;
  readonly reversedAtMs?: number;
  /** What the reversal gave free. */
  readonly reversedMinor?: number;
  readonly refundedAtMs?: number;
  readonly refunds?: readonly Refund[];
  /** How money was last given back past the cart. */
  readonly rawRefund?: RawRefund;
  /** The payer has got the money back from their bank, against the shop's will. */
  readonly isChargedBack?: true;
  /** Its money goes to the card, without a payment before it. */
  readonly isPayOut?: true;
  /** Set by any act of the merchant on the money; what would happen by itself does not happen any more. */
  readonly isHandled?: true;
  /** Id of the card that this payment stored, or that it was made with. */
  readonly bindingId?: string;
  /** The only stored card that may pay. */
  readonly onlyBindingId?: string;
  /** Who starts the payment and why, for stored cards: CI, F, U, R, RI, I, II. Source: BPC REST documentation, tii. */
  readonly tii?: string;
  /** Bank whose ways its merchant has, where it is not the one of the process. */
  readonly bank?: string;
  /** Set while the bank thinks about an attempt, so that a second submission finds the order busy. */
  readonly busyUntilMs?: number;
  /** When the bank decides about an attempt that is pending. */
  readonly settlesAtMs?: number;
  /** What happened when, as far as nothing else here tells it; oldest first. */
  readonly marks?: readonly OrderMark[];
  /** What the bank does, or has done, by itself with this order because a scenario says so. */
  readonly acts?: readonly PlannedAct[];
}

/** `actionCode` of an order that nobody tried to pay yet. */
export const noAttemptYet = -100;
