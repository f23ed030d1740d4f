/* Written by test/docs/generate/write-control-api.ts; schemas 3c5881f08aac72a0. */

export interface Schemas {
  readonly Attempt: {
    readonly number: number;
    /**
     * Format: date-time
     * By the merchant's clock.
     */
    readonly startedAt: string;
    /** Absent if the token of a wallet could not be read. */
    readonly card?: Schemas['MaskedCard'];
    readonly paymentWay: string;
    /** Paid with this stored card. */
    readonly bindingId?: string;
    /** The authentication of the card: none, frictionless, attempt, challenge, unavailable. */
    readonly route: string;
    readonly threeDs?: Schemas['ThreeDs'];
    /** Absent until the attempt is over. 0: approved. */
    readonly actionCode?: number;
    /** Its name in scenario files. */
    readonly actionCodeName?: string;
    readonly actionCodeMeaning?: string;
    /** The issuer's answer. */
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
    /** Every possible decider in turn, up to the one that decided. */
    readonly explanation: readonly {
      readonly decider: string;
      readonly decided: boolean;
      readonly because: string;
    }[];
  };
  readonly Bank: {
    /** Its name in `BANK` and in the settings of a merchant. */
    readonly name: string;
    readonly title: string;
    /** The start of its paths, if the process imitates it. */
    readonly basePath: string;
    /** ISO 4217 numeric: the currency of orders that name none. */
    readonly currency: string;
    /** Whether this process imitates it. */
    readonly isOwn: boolean;
  };
  readonly Break: {
    /** It never changes, and is never used again. */
    readonly id: string;
    /** The version of tillbox that had it first. */
    readonly since: string;
    /** The calls that it changes, as they are documented: `rest/register.do`. */
    readonly calls: readonly string[];
    /** Continues "the gateway ...". */
    readonly does: string;
    /** What a shop would suffer. */
    readonly harm: string;
    /** Why no shop can suffer from it; absent if one can. */
    readonly equivalent?: string;
  };
  readonly BreakInForce: {
    /** Absent if the gateway is right. */
    readonly break?: {
      readonly id: string;
      /** The merchant whose break it is, if it was taken over with `breakOf`. */
      readonly of?: string;
      /** The calls that it changes, as they are documented: `rest/register.do`. */
      readonly calls?: readonly string[];
      /** Continues "the gateway ...". */
      readonly does?: string;
      /** What a shop would suffer. */
      readonly harm?: string;
      /** How many of its calls were made. */
      readonly reached: number;
      /** How many of these calls or their answers it has changed. */
      readonly changed: number;
      /** Of `each`: the ids of the breaks that would have changed a call or its answer. */
      readonly wouldChange?: readonly string[];
    };
  };
  readonly Callback: {
    readonly id: string;
    /**
     * The event that it reports.
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
    /** `1`: success, `0`: failure. */
    readonly status: string;
    /** The order, if there is one. */
    readonly orderId?: string;
    /** The stored card, if it is about one. */
    readonly bindingId?: string;
    /**
     * `given-up`: as many tries failed as the merchant allows; `lost`: a scenario prevents its delivery.
     */
    readonly state: 'waiting' | 'delivered' | 'given-up' | 'lost';
    /**
     * Format: date-time
     * By the merchant's clock.
     */
    readonly createdAt: string;
    /**
     * Format: date-time
     * The time of the next try, if it waits.
     */
    readonly dueAt?: string;
    /** The fault that a scenario causes, or that was asked for by hand. */
    readonly fault?: {
      /** Absent if it was asked for by hand. */
      readonly scenario?: string;
      /** Continues "the callback ...". */
      readonly sentence: string;
    };
    /** The id of the callback of which this is a copy, sent by hand. It is out of the order of the others, and not retried. */
    readonly copyOf?: string;
    /** Oldest first. */
    readonly tries: readonly Schemas['CallbackTry'][];
    /** Its fields in the order of sending, with the checksum. */
    readonly fields: readonly {
      readonly name: string;
      readonly value: string;
    }[];
    /** The HTTP request of every try. */
    readonly request: {
      /** @enum {string} */
      readonly method: 'GET' | 'POST';
      /** Of a GET with the query. */
      readonly url: string;
      /** Values of the merchant's own headers are masked: `***`. */
      readonly headers: {
        readonly [key: string]: string;
      };
      /** Of a POST: a form, or a JSON Web Token. */
      readonly body?: string;
    };
  };
  readonly CallbackDetail: {
    readonly id: string;
    /**
     * The event that it reports.
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
    /** `1`: success, `0`: failure. */
    readonly status: string;
    /** The order, if there is one. */
    readonly orderId?: string;
    /** The stored card, if it is about one. */
    readonly bindingId?: string;
    /**
     * `given-up`: as many tries failed as the merchant allows; `lost`: a scenario prevents its delivery.
     */
    readonly state: 'waiting' | 'delivered' | 'given-up' | 'lost';
    /**
     * Format: date-time
     * By the merchant's clock.
     */
    readonly createdAt: string;
    /**
     * Format: date-time
     * The time of the next try, if it waits.
     */
    readonly dueAt?: string;
    /** The fault that a scenario causes, or that was asked for by hand. */
    readonly fault?: {
      /** Absent if it was asked for by hand. */
      readonly scenario?: string;
      /** Continues "the callback ...". */
      readonly sentence: string;
    };
    /** The id of the callback of which this is a copy, sent by hand. It is out of the order of the others, and not retried. */
    readonly copyOf?: string;
    /** Oldest first. */
    readonly tries: readonly Schemas['CallbackTry'][];
    /** Its fields in the order of sending, with the checksum. */
    readonly fields: readonly {
      readonly name: string;
      readonly value: string;
    }[];
    /** The HTTP request of every try. */
    readonly request: {
      /** @enum {string} */
      readonly method: 'GET' | 'POST';
      /** Of a GET with the query. */
      readonly url: string;
      /** Values of the merchant's own headers are masked: `***`. */
      readonly headers: {
        readonly [key: string]: string;
      };
      /** Of a POST: a form, or a JSON Web Token. */
      readonly body?: string;
    };
    /** The text that the checksum or signature was made of; absent if the callback has neither. */
    readonly signedText?: string;
    /** The checksum or signature, checked. */
    readonly checksum?: {
      /**
       * `jwt`: the signature of the token.
       */
      readonly kind: 'hmac' | 'rsa' | 'jwt';
      /** Made of the same text with the merchant's token of today, or the key of the gateway. */
      readonly computed?: string;
      /** As it was sent; absent if it was left out. */
      readonly sent?: string;
      /** Whether the two are the same. */
      readonly isRight: boolean;
    };
  };
  readonly CallbackSending: {
    /** Whether those that wait are not sent. */
    readonly isPaused: boolean;
    readonly waiting: number;
    readonly delivered: number;
    readonly 'given-up': number;
    readonly lost: number;
  };
  readonly CallbackToResend: {
    /** How often it is sent, one right after the other; once by default. */
    readonly times?: number;
    /** It is sent after this time of the merchant's clock: `5m`, or milliseconds. */
    readonly delay?: number | string;
    /**
     * Its checksum, or the signature of its token.
     */
    readonly checksum?: 'wrong' | 'missing';
    /** These fields have another value, and the checksum is made anew. A field that is not among them is added. */
    readonly fields?: {
      readonly mdOrder?: string | number;
      readonly orderNumber?: string | number;
      readonly operation?: string | number;
      readonly status?: string | number;
      readonly amount?: string | number;
      readonly paymentAmount?: string | number;
      readonly amountFormatted?: string | number;
      readonly feeAmount?: string | number;
      readonly approvedAmount?: string | number;
      readonly depositedAmount?: string | number;
      readonly refundedAmount?: string | number;
      readonly approvedAmountFormatted?: string | number;
      readonly depositedAmountFormatted?: string | number;
      readonly refundedAmountFormatted?: string | number;
      readonly totalAmountFormatted?: string | number;
      readonly depositedTotalAmountFormatted?: string | number;
      readonly currentReverseAmountFormatted?: string | number;
      readonly currentRefundAmountFormatted?: string | number;
      readonly operationRefundedAmount?: string | number;
      readonly operationRefundedAmountFormatted?: string | number;
      readonly externalRefundId?: string | number;
      readonly approvalCode?: string | number;
      readonly authCode?: string | number;
      readonly bankName?: string | number;
      readonly currency?: string | number;
      readonly currencyName?: string | number;
      readonly depositFlag?: string | number;
      readonly eci?: string | number;
      readonly cavv?: string | number;
      readonly authValue?: string | number;
      readonly xid?: string | number;
      readonly threeDSType?: string | number;
      readonly ip?: string | number;
      readonly ipCountryCode?: string | number;
      readonly maskedPan?: string | number;
      readonly cardholderName?: string | number;
      readonly merchantFullName?: string | number;
      readonly merchantLogin?: string | number;
      readonly mdorder?: string | number;
      readonly orderDescription?: string | number;
      readonly date?: string | number;
      readonly clientId?: string | number;
      readonly actionCode?: string | number;
      readonly actionCodeDescription?: string | number;
      readonly paymentRefNum?: string | number;
      readonly refNum?: string | number;
      readonly refnum?: string | number;
      readonly paymentState?: string | number;
      readonly paymentWay?: string | number;
      readonly paymentSystem?: string | number;
      readonly processingId?: string | number;
      readonly terminalId?: string | number;
      readonly transactionAttributes?: string | number;
      readonly sessionExpiredDate?: string | number;
      readonly tokenizeCryptogram?: string | number;
      readonly avsCode?: string | number;
      readonly finishCheckUrl?: string | number;
      readonly paymentDate?: string | number;
      readonly depositedDate?: string | number;
      readonly reversedDate?: string | number;
      readonly refundedDate?: string | number;
      readonly declineDate?: string | number;
      readonly bindingId?: string | number;
      readonly enabled?: string | number;
      readonly email?: string | number;
      readonly phone?: string | number;
      readonly panMasked?: string | number;
      readonly panCountryCode?: string | number;
    };
    /** Another address. */
    readonly to?: string;
  };
  readonly CallbackTry: {
    /**
     * Format: date-time
     * By the merchant's clock.
     */
    readonly at: string;
    /** The shop's answer; only 200 counts as delivered. */
    readonly httpStatus?: number;
    /** Why there was no answer. */
    readonly error?: string;
    /** Milliseconds until the answer, or until there was none; absent if the gateway itself sent nothing. */
    readonly tookMs?: number;
    /** The first 300 characters of the body of the answer, masked as the journal masks requests. */
    readonly answer?: string;
    /**
     * This try was requested by hand.
     * @constant
     */
    readonly byHand?: true;
    /** A listener sent it to this address in place of the gateway: `forwardTo` of the events. */
    readonly forwardedTo?: string;
  };
  readonly CallHint: {
    /**
     * `number-as-id`: the shop's own number of an order stands where the gateway's id belongs.
     */
    readonly kind:
      | 'unknown-parameter'
      | 'missing-parameter'
      | 'wrong-value'
      | 'wrong-password'
      | 'unknown-login'
      | 'no-permission'
      | 'number-as-id';
    /** The parameter in question. */
    readonly parameter?: string;
    /** The known parameter that is spelt nearly the same. */
    readonly meant?: string;
    /**
     * What the value should have been.
     */
    readonly form?:
      | 'text'
      | 'digits'
      | 'amount'
      | 'flag'
      | 'language'
      | 'currency'
      | 'return-url'
      | 'date-time'
      | 'json'
      | 'secret';
    /** The shortest value, in characters. */
    readonly min?: number;
    /** The longest one. */
    readonly max?: number;
    /** The login, the permission, or the number of the order. */
    readonly word?: string;
    /** The hint as a sentence. */
    readonly says: string;
  };
  readonly Clock: {
    /** Format: date-time */
    readonly now: string;
    readonly nowMs: number;
    readonly isFrozen: boolean;
    /** The next thing that time alone will do to the merchant; null if there is none. */
    readonly nextDue: Schemas['NextDue'] | null;
  };
  readonly ErrorCode: {
    readonly reason: string;
    /** The code of this process's bank. */
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
  readonly ForwardedAnswer: {
    /** The shop's answer; only 200 counts as delivered. */
    readonly httpStatus?: number;
    /** Why there was none, such as ECONNREFUSED. */
    readonly error?: string;
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
     * `api`: a shop's server, `page`: the card page, `acs`: the issuer's page, `inbox`: a callback that came to the inbox of the merchant.
     */
    readonly surface: 'api' | 'page' | 'acs' | 'inbox';
    readonly method: string;
    readonly path: string;
    /** Without card numbers, security codes and passwords. */
    readonly parameters: {
      readonly [key: string]: string | readonly string[];
    };
    /**
     * Whether the call takes a JSON body; absent: a form.
     * @constant
     */
    readonly body?: 'json';
    readonly httpStatus: number;
    readonly contentType: string;
    /** `errorCode` of the answer, or the code of its `error`; absent if it has none, as after most registrations. */
    readonly errorCode?: number;
    /** Whether the gateway refused the call: by an error code, or by an HTTP status from 400. A declined payment is not refused. */
    readonly isRefused: boolean;
    /**
     * The call names the merchant, but its password, token or signature is wrong or missing: it may be of another program.
     * @constant
     */
    readonly isNotAccepted?: true;
    /** The fault that a scenario gave to the answer. */
    readonly fault?: {
      readonly scenario: string;
      /** Its index in `gateway` of the scenario. */
      readonly step: number;
      /** Continues "the gateway ...". */
      readonly sentence: string;
    };
    /** The break of the merchant, if it has changed the call or its answer. */
    readonly brokenBy?: {
      readonly id: string;
      /** Continues "the gateway ...". */
      readonly sentence: string;
    };
    /** What the shop may have got wrong in a call of the merchant API; absent if nothing is known. */
    readonly hints?: readonly Schemas['CallHint'][];
    /** As it was sent; of a page only the target of a redirect. */
    readonly answer: string;
  };
  readonly KeptState: {
    /**
     * Format: date-time
     * Until when it can be put back, by the clock of the process.
     */
    readonly until: string;
  };
  readonly Log: {
    /**
     * Lines of a lower level are not written.
     */
    readonly level: 'silent' | 'error' | 'warn' | 'info' | 'debug';
    /** The last 100, oldest first. */
    readonly lines: readonly {
      /**
       * Format: date-time
       * By the clock of the machine.
       */
      readonly at: string;
      /** @enum {string} */
      readonly level: 'error' | 'warn' | 'info' | 'debug';
      /** Masked as in the log. The stack of an error begins in the next line. */
      readonly text: string;
    }[];
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
    /** The bank whose gateway this merchant uses; `GET /banks` lists them. */
    readonly bank: string;
    /** Version of getOrderStatusExtended.do. */
    readonly statusVersion?: number;
    /**
     * errorCode of operations that went well.
     */
    readonly errorCodeStyle?: 'text' | 'number';
    /** Features that need a permission, and that this merchant may use; by default those of the bank. */
    readonly allowedFeatures?: readonly ('AUTO_PAYMENT' | 'RECURRENT_PAYMENT' | 'FORCE_NO_CVC')[];
    /** Permissions that the bank has not given this merchant: calls that need one are refused with 5. Without stored-cards, clientId of an order is ignored. */
    readonly withoutPermissions?: readonly (
      | 'pre-authorisation'
      | 'refunds'
      | 'reversals'
      | 'stored-cards'
      | 'card-data'
    )[];
    /** How many cards the payer may try on one order; by default as many as at the bank. */
    readonly paymentAttempts?: number;
    /** Whether cards are paid without 3-D Secure. */
    readonly sslOnly?: boolean;
    /** Whether the fields inside its JSON parameters, such as billingPayerData, may have any length and form. */
    readonly lenient?: boolean;
    readonly currencies?: readonly string[];
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
    /** The same scenario in full, if it was set that way. */
    readonly ownScenario?: unknown;
    /** The scenario that its next orders follow instead; absent if none is left. */
    readonly nextOrders?: {
      readonly scenario?: string;
      readonly ownScenario?: unknown;
      readonly orders: number;
      /** How many of these orders are not registered yet. */
      readonly left: number;
    };
    /** What is wrong with its gateway: `GET /breaks` lists what can be. */
    readonly break?: {
      readonly id: string;
      /** The merchant whose break it is. */
      readonly of?: string;
    };
    /** Address of the merchant API. */
    readonly restUrl: string;
  };
  readonly MissedStep: {
    /**
     * Format: date-time
     * By the merchant's clock.
     */
    readonly at: string;
    readonly scenario: string;
    /** What it asked for, such as `a capture`; absent if no scenario has this name. */
    readonly asked?: string;
    /** Why it was not possible. */
    readonly because: string;
  };
  readonly NextDue: {
    /**
     * Format: date-time
     * By the merchant's clock.
     */
    readonly at: string;
    /**
     * `expiry`: an order expires; `bank-decision`: the bank decides about a pending payment; `capture` and `reversal`: of a hold, at the date that was set; `act`: an act of the bank that a scenario asks for; `recurring-payment`; `callback`: its first try, `callback-retry`: a further one; `answer`: a scenario delays the answer of a call, a page or the bank, in this process.
     */
    readonly what:
      | 'expiry'
      | 'bank-decision'
      | 'capture'
      | 'reversal'
      | 'act'
      | 'recurring-payment'
      | 'callback'
      | 'callback-retry'
      | 'answer';
    /** The order that it is about, if there is one already. */
    readonly orderId?: string;
    readonly callbackId?: string;
    /** The recurring task that pays. */
    readonly taskId?: string;
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
    /** The state in words. */
    readonly statusText: string;
    /** The state as getOrderStatusExtended.do of this bank numbers it. */
    readonly orderStatus: number;
    /** 0: approved, -100: no attempt yet. */
    readonly actionCode: number;
    /** Its name in scenario files. */
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
    /** The reasons of its state, in sentences. */
    readonly explanation: string;
    /** Oldest first. */
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
    /** The card that this payment stored or used. */
    readonly bindingId?: string;
    /** `jsonParams`, and the additions of addParams.do. */
    readonly params: {
      readonly [key: string]: string;
    };
    readonly features: readonly string[];
    readonly attemptsAllowed: number;
    /** Oldest first. */
    readonly attempts: readonly Schemas['Attempt'][];
    /** What scenarios asked for and could not have, oldest first; also in the timeline. */
    readonly missedSteps: readonly Schemas['MissedStep'][];
    /** Oldest first. */
    readonly refunds: readonly Schemas['Refund'][];
    /** Oldest first. */
    readonly callbacks: readonly Schemas['Callback'][];
    /** The calls about it, if the journal is on. */
    readonly requests: {
      /** Whether the gateway keeps a journal: JOURNAL_SIZE. */
      readonly isOn: boolean;
      /** The number of older entries of the merchant that were dropped for lack of room or for their age. */
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
    /** The state in words. */
    readonly statusText: string;
    /** The state as getOrderStatusExtended.do of this bank numbers it. */
    readonly orderStatus: number;
    /** 0: approved, -100: no attempt yet. */
    readonly actionCode: number;
    /** Its name in scenario files. */
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
  readonly OrderToExplain: {
    /** In minor units; 1500000 by default. */
    readonly amountMinor?: number;
    /** ISO 4217, such as KZT or 398; that of the merchant's bank by default. */
    readonly currency?: string;
    /** The shop's own number; 1 by default. */
    readonly orderNumber?: string;
    readonly clientId?: string;
    readonly email?: string;
    readonly description?: string;
    /**
     * That of the merchant's bank by default.
     */
    readonly language?: 'en' | 'ru' | 'kk';
    /** Which attempt to pay it; 1 by default. */
    readonly attempt?: number;
    /** The card number; by default that of a test card without 3-D Secure, which is approved. */
    readonly card?: string;
    /** Features of the order, such as FORCE_TDS. */
    readonly features?: readonly string[];
    /** As in `register.do`; `scenario` is the scenario or outcome that the order asks for. */
    readonly jsonParams?: {
      readonly [key: string]: string | number;
    };
  };
  readonly ProviderState: {
    /** The sentence of the contract. */
    readonly state: string;
    readonly about?: string;
    /** Values for the contract. */
    readonly gives: readonly string[];
    /** Parameters; the states of orders also take any field of register.do. */
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
  readonly SavedScenario: {
    readonly name: string;
    /** Name of the file, without its folder. */
    readonly file: string;
    /** Another one after each change of the text. */
    readonly version: string;
    /** Whether payments can follow it now; not as long as another file of the folder is wrong. */
    readonly isInUse: boolean;
    /** The mistakes in the files of the folder now, a line each. */
    readonly mistakes: readonly string[];
  };
  readonly ScenarioCheck: {
    /** Absent lines: the whole text. Empty: it is right. */
    readonly mistakes: readonly {
      /** From 1. Absent: the whole text. */
      readonly line?: number;
      /** From 1. */
      readonly column?: number;
      /** The field, and the expected value. */
      readonly text: string;
    }[];
    /** The course of events, if it is right. */
    readonly about?: string;
    /** The scenario as JSON, if it is right: `PUT scenario` of a merchant takes it. */
    readonly scenario?: unknown;
    /** Parts that never happen, if the text is right, as `tillbox scenarios check` foresees them. */
    readonly withoutEffect?: readonly {
      /** Such as `attempts[1]`. */
      readonly path: string;
      /** From 1. */
      readonly line?: number;
      /** From 1. */
      readonly column?: number;
      /** Why: the words after the path. */
      readonly text: string;
      /** Whether only the rehearsal does not reach it; orders of a shop may. */
      readonly isNote: boolean;
    }[];
  };
  readonly ScenarioExplanation: {
    /** The scenario that decides about the payment; absent if none does. */
    readonly scenario?: string;
    /** Who decided, as in `explanation`: a scenario may leave a part to the card. */
    readonly decidedBy: readonly string[];
    /** Every possible decider in turn, up to the one that decided. */
    readonly explanation: readonly {
      readonly decider: string;
      readonly decided: boolean;
      readonly because: string;
    }[];
    /** The authentication of the card: none, frictionless, attempt, challenge, unavailable. */
    readonly route: string;
    /** The action code of the end, if it is known already; 0: approved. */
    readonly actionCode?: number;
    /** The deciders about calls, callbacks and later acts of the bank. */
    readonly parts: readonly {
      /** @enum {string} */
      readonly part: 'gateway' | 'callbacks' | 'later';
      /** The scenario that decides about this part; absent if none does. */
      readonly scenario?: string;
      /** Every possible decider in turn, up to the one that decided. */
      readonly explanation: readonly {
        readonly decider: string;
        readonly decided: boolean;
        readonly because: string;
      }[];
    }[];
    /** Scenarios with conditions that were not asked, because another one decided. */
    readonly notAsked: readonly string[];
    /** The number of scenarios without conditions: they apply only if an order or a merchant asks for them. */
    readonly byNameOnly: number;
    /** The order with its defaults. */
    readonly order: {
      readonly amountMinor: number;
      /** ISO 4217, three digits. */
      readonly currency: string;
      readonly orderNumber: string;
      readonly clientId?: string;
      readonly email?: string;
      readonly description?: string;
      readonly language: string;
      readonly attempt: number;
      /** Masked. */
      readonly card: string;
    };
  };
  readonly ScenarioFile: {
    readonly name: string;
    /** Name of the file, without its folder. */
    readonly file: string;
    readonly text: string;
    /** Whether the file is in the folder of the setting; the others come with tillbox. */
    readonly isOwn: boolean;
    /** Another one after each change of the text; only of an own file. */
    readonly version?: string;
  };
  readonly TestCard: {
    readonly pan: string;
    /** YYYYMM, as published; 203412 is accepted as well. */
    readonly expiry: string;
    readonly cvc: string;
    readonly brand: string;
    /** The course of a payment, in words. */
    readonly does: string;
    /**
     * 3-D Secure.
     */
    readonly route: 'none' | 'frictionless' | 'challenge' | 'attempt' | 'unavailable';
    /** The end of a challenge for any code, if it is fixed. */
    readonly challengeEnd?: string;
    /** The result if the payer does everything right; 0: approved. */
    readonly actionCode: number;
    /**
     * From documentation, from clients, or a guess.
     */
    readonly confidence: 'doc' | 'client' | 'guess';
    readonly note?: string;
  };
  readonly TestedCallback: {
    /** Whether the shop answered with HTTP 200. */
    readonly isDelivered: boolean;
    readonly try: Schemas['CallbackTry'];
    /** Its fields in the order of sending, with the checksum. */
    readonly fields: readonly {
      readonly name: string;
      readonly value: string;
    }[];
    /** The HTTP request of every try. */
    readonly request: {
      /** @enum {string} */
      readonly method: 'GET' | 'POST';
      /** Of a GET with the query. */
      readonly url: string;
      /** Values of the merchant's own headers are masked: `***`. */
      readonly headers: {
        readonly [key: string]: string;
      };
      /** Of a POST: a form, or a JSON Web Token. */
      readonly body?: string;
    };
    /** The text that the checksum or signature was made of; absent if the callback has neither. */
    readonly signedText?: string;
    /** The checksum or signature, checked. */
    readonly checksum?: {
      /**
       * `jwt`: the signature of the token.
       */
      readonly kind: 'hmac' | 'rsa' | 'jwt';
      /** Made of the same text with the merchant's token of today, or the key of the gateway. */
      readonly computed?: string;
      /** As it was sent; absent if it was left out. */
      readonly sent?: string;
      /** Whether the two are the same. */
      readonly isRight: boolean;
    };
  };
  readonly ThreeDs: {
    readonly version: number;
    /** `waiting`: for the second call; `at-acs`: the payer is at the issuer; `answered`; `done`. */
    readonly stage: string;
    /** Y passed, A attempted, N failed, U unavailable, C challenge required. */
    readonly transStatus?: string;
    /** The reason of a failed challenge. */
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
    /** The event as a sentence. */
    readonly what: string;
  };
  readonly VerificationAnswer: {
    /** True only if it is certain. */
    readonly verified: boolean;
    /** The number of matching calls. */
    readonly seen: number;
    /** The expectation in words. */
    readonly expected: string;
    /** The numbers of the matching calls in the journal. */
    readonly matching: readonly number[];
    /** If a call is missing: the closest calls of the same endpoint, the closest first. */
    readonly nearest: readonly {
      readonly entry: Schemas['JournalEntry'];
      readonly differences: readonly {
        /** The difference: `method`, or `parameters.amount`. */
        readonly field: string;
        readonly expected: string;
        /** Absent if the call has no such parameter. */
        readonly actual?: string;
        /** The difference as a sentence. */
        readonly says: string;
      }[];
    }[];
    /** Calls that could match are no longer in the journal, so `verified: false` means unknown. */
    readonly incomplete: boolean;
    /** Further remarks. */
    readonly notes: readonly string[];
    /** All of it as text for the message of a failed test, with the timelines of the orders that the expected calls name by `orderId` or `mdOrder`. */
    readonly message: string;
  };
}
