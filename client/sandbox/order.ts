import type { SandboxCallback } from './callbacks.ts';
import type { Journal } from './journal.ts';

/** The states of an order by name. Source: BPC REST documentation, getOrderStatusExtended.do. */
export type OrderState =
  | 'created'
  | 'approved'
  | 'deposited'
  | 'reversed'
  | 'refunded'
  | 'acs-started'
  | 'declined'
  | 'pending'
  | 'partly-deposited';

/** What is told of an order in a list. Amounts are in minor units, times ISO 8601 by the merchant's clock. */
export interface OrderSummary {
  readonly orderId: string;
  /** The shop's own number. */
  readonly orderNumber: string;
  readonly status: OrderState;
  /** The same in words. */
  readonly statusText: string;
  /** The same as getOrderStatusExtended.do of this bank counts it. */
  readonly orderStatus: number;
  /** 0: approved, -100: nobody has tried to pay. */
  readonly actionCode: number;
  /** As scenario files write it. */
  readonly actionCodeName?: string;
  readonly actionCodeMeaning?: string;
  readonly amountMinor: number;
  /** ISO 4217, three digits. */
  readonly currency: string;
  readonly description?: string;
  readonly registeredAt: string;
}

/** All about one order. */
export interface SandboxOrder extends OrderSummary {
  /** Login. */
  readonly merchant: string;
  /** As in the status answer of this bank. */
  readonly paymentState: string;
  /** Why the order is where it is, in sentences. */
  readonly explanation: string;
  /** What happened, each as a sentence, oldest first. */
  readonly timeline: readonly { readonly at: string; readonly what: string }[];
  readonly expiresAt: string;
  /** Whether the money is held first. */
  readonly isPreAuth: boolean;
  readonly isChargedBack: boolean;
  readonly feeMinor: number;
  readonly approvedMinor: number;
  readonly depositedMinor: number;
  readonly refundedMinor: number;
  readonly reversedMinor?: number;
  readonly returnUrl: string;
  readonly failUrl?: string;
  readonly dynamicCallbackUrl?: string;
  readonly language: string;
  readonly clientId?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly payerIp?: string;
  /** The card that this payment stored, or that it was made with. */
  readonly bindingId?: string;
  /** `jsonParams`, and what addParams.do added. */
  readonly params: Readonly<Record<string, string>>;
  readonly features: readonly string[];
  readonly attemptsAllowed: number;
  /** Oldest first; so are refunds and callbacks. */
  readonly attempts: readonly OrderAttempt[];
  readonly refunds: readonly OrderRefund[];
  readonly callbacks: readonly SandboxCallback[];
  /** The calls about it, as far as there is a journal. */
  readonly requests: Journal;
}

/** One try to pay an order. */
export interface OrderAttempt {
  readonly number: number;
  readonly startedAt: string;
  /** Absent where the token of a wallet could not be read. */
  readonly card?: MaskedCard;
  readonly paymentWay: string;
  /** Paid with this stored card. */
  readonly bindingId?: string;
  /** How the card is authenticated: none, frictionless, attempt, challenge, unavailable. */
  readonly route: string;
  readonly threeDs?: AttemptThreeDs;
  /** Absent until the attempt is over. 0: approved. */
  readonly actionCode?: number;
  /** As scenario files write it. */
  readonly actionCodeName?: string;
  readonly actionCodeMeaning?: string;
  /** What the issuer answered. */
  readonly authorisation?: {
    readonly at: string;
    readonly referenceNumber: string;
    readonly approvalCode?: string;
    readonly eci: number;
  };
  /** Who was asked what happens, in turn, and who decided. */
  readonly explanation: readonly { readonly decider: string; readonly decided: boolean; readonly because: string }[];
}

export interface MaskedCard {
  readonly maskedPan: string;
  /** YYYYMM. */
  readonly expiry: string;
  readonly holder: string;
  readonly brand: string;
}

export interface AttemptThreeDs {
  readonly version: number;
  /** `waiting`: for the second call; `at-acs`: the payer is at the issuer; `answered`; `done`. */
  readonly stage: string;
  /** Y passed, A attempted, N failed, U could not be done, C challenge asked. */
  readonly transStatus?: string;
  /** Why a challenge did not pass. */
  readonly failure?: string;
  /** How many wrong codes the payer typed. */
  readonly wrongCodes: number;
  readonly serverTransId: string;
}

export interface OrderRefund {
  readonly at: string;
  readonly amountMinor: number;
  readonly referenceNumber: string;
  readonly externalRefundId?: string;
}
