/* Written by test/docs/generate/write-control-api.ts; schemas 3b06fe8248405fba. */

export interface Schemas {
  readonly Attempt: {
    readonly number: number;
    /**
     * Format: date-time
     * By the merchant's clock.
     */
    readonly startedAt: string;
    /** Absent where the token of a wallet could not be read. */
    readonly card?: Schemas['MaskedCard'];
    readonly paymentWay: string;
    /** Paid with this stored card. */
    readonly bindingId?: string;
    /** How the card is authenticated: none, frictionless, attempt, challenge, unavailable. */
    readonly route: string;
    readonly threeDs?: Schemas['ThreeDs'];
    /** Absent until the attempt is over. 0: approved. */
    readonly actionCode?: number;
    /** As scenario files write it. */
    readonly actionCodeName?: string;
    readonly actionCodeMeaning?: string;
    /** What the issuer answered. */
    readonly authorisation?: {
      /**
       * Format: date-time
       * By the merchant's clock.
       */
      readonly at: string;
      readonly referenceNumber: string;
      readonly approvalCode?: string;
      readonly eci: number;
    };
    /** Who was asked what happens, in turn, and who decided. */
    readonly explanation: readonly {
      readonly decider: string;
      readonly decided: boolean;
      readonly because: string;
    }[];
  };
  readonly Bank: {
    /** As `BANK` and a merchant name it. */
    readonly name: string;
    readonly title: string;
    /** Below which its gateway lives, where the process imitates it. */
    readonly basePath: string;
    /** ISO 4217 numeric, of orders that name none. */
    readonly currency: string;
    /** Whether this process imitates it. */
    readonly isOwn: boolean;
  };
  readonly Callback: {
    readonly id: string;
    /**
     * What it tells.
     */
    readonly operation:
      | 'approved'
      | 'deposited'
      | 'reversed'
      | 'refunded'
      | 'declinedByTimeout'
      | 'declinedCardPresent'
      | 'bindingCreated'
      | 'bindingActivityChanged';
    /** `1`: it went well, `0`: it did not. */
    readonly status: string;
    /** The order that it is about. */
    readonly orderId?: string;
    /** The stored card that it is about. */
    readonly bindingId?: string;
    /**
     * `given-up`: as many tries failed as the merchant allows; `lost`: a scenario keeps it from being sent.
     */
    readonly state: 'waiting' | 'delivered' | 'given-up' | 'lost';
    /**
     * Format: date-time
     * By the merchant's clock.
     */
    readonly createdAt: string;
    /**
     * Format: date-time
     * When it is tried next, while it waits.
     */
    readonly dueAt?: string;
    /** What a scenario does to it. */
    readonly fault?: {
      readonly scenario: string;
      /** Goes on after "the callback". */
      readonly sentence: string;
    };
    /** Oldest first. */
    readonly tries: readonly Schemas['CallbackTry'][];
    /** What it says, in the order in which it is sent; with the checksum. */
    readonly fields: readonly {
      readonly name: string;
      readonly value: string;
    }[];
    /** What goes over the wire with every try. */
    readonly request: {
      /** @enum {string} */
      readonly method: 'GET' | 'POST';
      /** With the query of a GET. */
      readonly url: string;
      /** The values of the merchant's own headers are hidden: `***`. */
      readonly headers: {
        readonly [key: string]: string;
      };
      /** Of a POST: a form, or a JSON Web Token. */
      readonly body?: string;
    };
  };
  readonly CallbackTry: {
    /**
     * Format: date-time
     * By the merchant's clock.
     */
    readonly at: string;
    /** What the shop answered; only 200 counts as delivered. */
    readonly httpStatus?: number;
    /** Why there was no answer. */
    readonly error?: string;
    /**
     * Somebody asked for this try.
     * @constant
     */
    readonly byHand?: true;
  };
  readonly Clock: {
    /** Format: date-time */
    readonly now: string;
    readonly nowMs: number;
    readonly isFrozen: boolean;
  };
  readonly ErrorCode: {
    readonly reason: string;
    /** As this process's bank has it. */
    readonly errorCode: string;
    readonly meaning: {
      readonly en: string;
      readonly ru: string;
      readonly kk: string;
    };
    /**
     * From documentation, from clients, or a guess.
     */
    readonly confidence: 'doc' | 'client' | 'guess';
  };
  readonly JournalEntry: {
    /** Counts the requests of all merchants, from 1. */
    readonly number: number;
    /**
     * Format: date-time
     * By the merchant's clock.
     */
    readonly at: string;
    readonly tookMs: number;
    /**
     * `api`: a shop's server, `page`: the card page, `acs`: the issuer's page.
     */
    readonly surface: 'api' | 'page' | 'acs';
    readonly method: string;
    readonly path: string;
    /** Without card numbers, security codes and passwords. */
    readonly parameters: {
      readonly [key: string]: string | readonly string[];
    };
    readonly httpStatus: number;
    readonly contentType: string;
    /** As it was sent; of a page only where it redirects to. */
    readonly answer: string;
  };
  readonly MaskedCard: {
    readonly maskedPan: string;
    /** YYYYMM. */
    readonly expiry: string;
    readonly holder: string;
    readonly brand: string;
  };
  readonly Merchant: {
    readonly login: string;
    readonly password: string;
    /** Name of the shop on the card page. */
    readonly name: string;
    /** Public token that may stand in place of login and password. */
    readonly token?: string;
    /** Whose gateway this merchant meets. */
    readonly bank: string;
    /** Version of getOrderStatusExtended.do. */
    readonly statusVersion?: number;
    /**
     * errorCode of operations that went well.
     */
    readonly errorCodeStyle?: 'text' | 'number';
    /** X.509 certificate in PEM; with one, every call has to be signed. */
    readonly certificate?: string;
    readonly callbacks: {
      readonly url?: string;
      /** @enum {string} */
      readonly method: 'GET' | 'POST';
      /** Key of the HMAC checksum, or in base64 of the JWT. */
      readonly token?: string;
      /** @enum {string} */
      readonly checksum?: 'none' | 'hmac' | 'rsa' | 'jwt';
      readonly headers?: {
        readonly [key: string]: string;
      };
      readonly operations: readonly (
        | 'approved'
        | 'deposited'
        | 'reversed'
        | 'refunded'
        | 'declinedByTimeout'
        | 'declinedCardPresent'
        | 'bindingCreated'
        | 'bindingActivityChanged'
      )[];
      /** Further parameters, such as amount or maskedPan. */
      readonly parameters: readonly string[];
      readonly sendsCreationDate: boolean;
      readonly retryAfterMs: number;
      readonly mostFailures: number;
    };
    /** The scenario that all its payments follow. */
    readonly scenario?: string;
    /** The same, written out. */
    readonly ownScenario?: unknown;
    /** Address of the merchant API. */
    readonly restUrl: string;
  };
  readonly Order: {
    readonly orderId: string;
    /** The shop's own number. */
    readonly orderNumber: string;
    /**
     * The state of the order.
     */
    readonly status:
      | 'created'
      | 'approved'
      | 'deposited'
      | 'reversed'
      | 'refunded'
      | 'acs-started'
      | 'declined'
      | 'pending'
      | 'partly-deposited';
    /** The same in words. */
    readonly statusText: string;
    /** The same as getOrderStatusExtended.do of this bank counts it. */
    readonly orderStatus: number;
    /** 0: approved, -100: nobody has tried to pay. */
    readonly actionCode: number;
    /** As scenario files write it. */
    readonly actionCodeName?: string;
    readonly actionCodeMeaning?: string;
    /** In minor units of the currency. */
    readonly amountMinor: number;
    /** ISO 4217, three digits. */
    readonly currency: string;
    readonly description?: string;
    /**
     * Format: date-time
     * By the merchant's clock.
     */
    readonly registeredAt: string;
    /** Login. */
    readonly merchant: string;
    /** As in the status answer of this bank. */
    readonly paymentState: string;
    /** Why the order is where it is, in sentences. */
    readonly explanation: string;
    /** What happened, oldest first. */
    readonly timeline: readonly Schemas['TimelineEntry'][];
    /**
     * Format: date-time
     * By the merchant's clock.
     */
    readonly expiresAt: string;
    /** Whether the money is held first. */
    readonly isPreAuth: boolean;
    readonly isChargedBack: boolean;
    /** In minor units of the currency. */
    readonly feeMinor: number;
    /** In minor units of the currency. */
    readonly approvedMinor: number;
    /** In minor units of the currency. */
    readonly depositedMinor: number;
    /** In minor units of the currency. */
    readonly refundedMinor: number;
    /** In minor units of the currency. */
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
    readonly params: {
      readonly [key: string]: string;
    };
    readonly features: readonly string[];
    readonly attemptsAllowed: number;
    /** Oldest first. */
    readonly attempts: readonly Schemas['Attempt'][];
    /** Oldest first. */
    readonly refunds: readonly Schemas['Refund'][];
    /** Oldest first. */
    readonly callbacks: readonly Schemas['Callback'][];
    /** The calls about it, as far as there is a journal. */
    readonly requests: {
      /** Whether the gateway keeps a journal: JOURNAL_SIZE. */
      readonly isOn: boolean;
      /** How many older entries of the merchant are gone: they made room for newer ones, or became too old. */
      readonly dropped: number;
      /** Oldest first. */
      readonly entries: readonly Schemas['JournalEntry'][];
    };
  };
  readonly OrderSummary: {
    readonly orderId: string;
    /** The shop's own number. */
    readonly orderNumber: string;
    /**
     * The state of the order.
     */
    readonly status:
      | 'created'
      | 'approved'
      | 'deposited'
      | 'reversed'
      | 'refunded'
      | 'acs-started'
      | 'declined'
      | 'pending'
      | 'partly-deposited';
    /** The same in words. */
    readonly statusText: string;
    /** The same as getOrderStatusExtended.do of this bank counts it. */
    readonly orderStatus: number;
    /** 0: approved, -100: nobody has tried to pay. */
    readonly actionCode: number;
    /** As scenario files write it. */
    readonly actionCodeName?: string;
    readonly actionCodeMeaning?: string;
    /** In minor units of the currency. */
    readonly amountMinor: number;
    /** ISO 4217, three digits. */
    readonly currency: string;
    readonly description?: string;
    /**
     * Format: date-time
     * By the merchant's clock.
     */
    readonly registeredAt: string;
  };
  readonly ProviderState: {
    /** What a contract asks for. */
    readonly state: string;
    readonly about?: string;
    /** Values for the contract. */
    readonly gives: readonly string[];
    /** Parameters; the states of orders take any field of register.do besides. */
    readonly takes: readonly string[];
  };
  readonly Refund: {
    /**
     * Format: date-time
     * By the merchant's clock.
     */
    readonly at: string;
    /** In minor units of the currency. */
    readonly amountMinor: number;
    readonly referenceNumber: string;
    readonly externalRefundId?: string;
  };
  readonly TestCard: {
    readonly pan: string;
    /** YYYYMM, as published; 203412 will do as well. */
    readonly expiry: string;
    readonly cvc: string;
    readonly brand: string;
    /** What happens, in words. */
    readonly does: string;
    /**
     * 3-D Secure.
     */
    readonly route: 'none' | 'frictionless' | 'challenge' | 'attempt' | 'unavailable';
    /** How a challenge ends whatever the payer types. */
    readonly challengeEnd?: string;
    /** Where everything asked of the payer went well; 0 approved. */
    readonly actionCode: number;
    /**
     * From documentation, from clients, or a guess.
     */
    readonly confidence: 'doc' | 'client' | 'guess';
    readonly note?: string;
  };
  readonly ThreeDs: {
    readonly version: number;
    /** `waiting`: for the second call; `at-acs`: the payer is at the issuer; `answered`; `done`. */
    readonly stage: string;
    /** Y passed, A attempted, N failed, U could not be done, C challenge asked. */
    readonly transStatus?: string;
    /** Why a challenge did not pass. */
    readonly failure?: string;
    readonly wrongCodes: number;
    readonly serverTransId: string;
  };
  readonly TimelineEntry: {
    /**
     * Format: date-time
     * By the merchant's clock.
     */
    readonly at: string;
    /** What happened, as a sentence. */
    readonly what: string;
  };
  readonly VerificationAnswer: {
    /** True only where it is certain. */
    readonly verified: boolean;
    /** How many calls were found that count. */
    readonly seen: number;
    /** What was asked for, in words. */
    readonly expected: string;
    /** Numbers of the calls that count, in the journal. */
    readonly matching: readonly number[];
    /** Where a call is missing: calls of the same endpoint that come closest, the closest first. */
    readonly nearest: readonly {
      readonly entry: Schemas['JournalEntry'];
      readonly differences: readonly {
        /** What differs: `method`, or `parameters.amount`. */
        readonly field: string;
        readonly expected: string;
        /** Absent where the call has no such parameter. */
        readonly actual?: string;
        /** The same as a sentence. */
        readonly says: string;
      }[];
    }[];
    /** Calls that might count are no longer in the journal: `verified: false` means that nobody knows. */
    readonly incomplete: boolean;
    /** What else one should know. */
    readonly notes: readonly string[];
  };
}
