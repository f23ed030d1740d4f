import type { MaskedCard } from '../card.ts';
import type { FollowedScenario } from '../followed-scenario.ts';
import type { AttemptPlan, CardPlan, Explanation, ThreeDsRoute } from './attempt-plan.ts';
import type { PlannedAct } from './bank-act.ts';
import type { AskedResult, MissedStep } from './missed-step.ts';
import type { OrderMark } from './order-mark.ts';
import type { OrderStatus } from './order-status.ts';

/** The languages of the pages. */
export type Language = 'en' | 'ru' | 'kk';

export interface ThreeDs {
  readonly route: ThreeDsRoute;
  readonly version: 1 | 2;
  /** Names one authentication on the wire (`threeDSServerTransID`); also the `xid` kept in the status answer. */
  readonly serverTransId: string;
  /** `waiting`: for the second call; `at-acs`: the payer is on the issuer's page; `answered`: the issuer knows the result. */
  readonly stage: 'waiting' | 'at-acs' | 'answered' | 'done';
  /** Result for the issuer: Y passed, A attempted, N failed, U could not be done, C challenge asked. */
  readonly transStatus?: 'Y' | 'A' | 'N' | 'U' | 'C';
  /** Why a challenge did not pass. */
  readonly failure?: 'failed' | 'cancelled' | 'timed-out';
  readonly wrongCodes: number;
  /** When the payer had each further code sent, oldest first; the first code was sent when the attempt began. */
  readonly resentAtMs?: readonly number[];
  /** The shop's own page to which the issuer's page sends the payer. */
  readonly finishUrl?: string;
  /** Where the shop is told that the issuer has looked at the browser. */
  readonly notificationUrl?: string;
}

/** An authentication by the merchant. Source: BPC REST documentation, jsonParams of paymentorder.do. */
export interface OwnThreeDs {
  readonly eci: number;
  readonly cavv?: string;
  readonly xid?: string;
  readonly version?: string;
}

export interface Attempt {
  readonly number: number;
  readonly startedAtMs: number;
  /** Absent if the token of a wallet could not be read. */
  readonly card?: MaskedCard;
  readonly paymentWay: string;
  readonly plan: AttemptPlan & { readonly route: ThreeDsRoute };
  readonly threeDs?: ThreeDs;
  readonly ownThreeDs?: OwnThreeDs;
  /** Set once the attempt is over. 0 = approved. */
  readonly actionCode?: number;
  readonly authorisation?: Authorisation;
  /** Set if the card is to be stored: how its issuer treats it, since its number is not stored. */
  readonly savesCard?: CardPlan;
  /** The stored card that pays. */
  readonly bindingId?: string;
  /** The scenario or outcome that the payment call asked for. */
  readonly askedFor?: string;
  /** The result that a scenario asks for. */
  readonly askedResult?: AskedResult;
  readonly explanation: readonly Explanation[];
}

export interface Authorisation {
  readonly atMs: number;
  /** RRN: twelve digits. */
  readonly referenceNumber: string;
  /** Six characters; approved payments only. */
  readonly approvalCode?: string;
  readonly eci: number;
  readonly cavv?: string;
}

export interface Refund {
  readonly atMs: number;
  readonly amountMinor: number;
  readonly approvalCode: string;
  readonly referenceNumber: string;
  /** The merchant's own id; the same id is never refunded twice. */
  readonly externalRefundId?: string;
}

/** A payment by an industry practice with the card of an order. `isApproved`: absent as long as it is open. */
export interface PracticePayment {
  readonly tii: string;
  /** Of the new order. */
  readonly orderId: string;
  readonly amountMinor: number;
  readonly isApproved?: boolean;
}

/** A refund without the cart's prices and quantities: of any sum, or of a part of one position. */
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
  /** The bank's own code of the requested language, if the texts here differ from it. */
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
  /** `jsonParams` of register.do, and the parameters of addParams.do. */
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
  readonly reversedMinor?: number;
  readonly refundedAtMs?: number;
  readonly refunds?: readonly Refund[];
  readonly rawRefund?: RawRefund;
  /** Payments of other orders by an industry practice, with the card of this one; oldest first. */
  readonly practices?: readonly PracticePayment[];
  /** The scenario that was set for the merchant's next orders when it was registered. */
  readonly follows?: FollowedScenario;
  readonly isChargedBack?: true;
  /** Its money goes to the card, without an earlier payment. */
  readonly isPayOut?: true;
  /** Set by each act of the merchant on the money; automatic capture and reversal are off then. */
  readonly isHandled?: true;
  /** The card that this payment stored, or was made with. */
  readonly bindingId?: string;
  /** The only stored card that may pay. */
  readonly onlyBindingId?: string;
  /** Initiator and reason of a payment with a stored card: CI, F, U, R, RI, I, II. Source: BPC REST documentation, tii. */
  readonly tii?: string;
  /** Name of its merchant's bank, if it is not that of the process. */
  readonly bank?: string;
  /** Until then a second submission finds the order busy. */
  readonly busyUntilMs?: number;
  /** Until then the bank waits for the shop's confirmation of a payment, and cancels it after that. */
  readonly confirmByMs?: number;
  /** When the bank decides about a pending attempt. */
  readonly settlesAtMs?: number;
  /** Oldest first. */
  readonly marks?: readonly OrderMark[];
  readonly acts?: readonly PlannedAct[];
  /** Oldest first. */
  readonly missedSteps?: readonly MissedStep[];
  /** How often the steps of scenarios about its callbacks have happened; only of those with a number of times. */
  readonly stepCounts?: Readonly<Record<string, number>>;
}

/** `actionCode` of an order before any attempt. */
export const noAttemptYet = -100;
