import type { CallSandbox } from './call-sandbox.ts';
import { type CallbackOperation, merchantPath, type Whose } from './merchant.ts';

/** `given-up`: as many tries failed as the merchant allows; `lost`: a scenario keeps it from being sent. */
export type CallbackState = 'waiting' | 'delivered' | 'given-up' | 'lost';

/** Which callbacks to list; what is left out does not matter. */
export interface CallbackFilter {
  /** Only those about this order: its orderId or its order number. */
  readonly order?: string;
  readonly state?: CallbackState;
  readonly operation?: CallbackOperation;
  /** At most so many. Default 100. */
  readonly limit?: number;
}

export interface CallbackTry {
  /** ISO 8601, by the merchant's clock. */
  readonly at: string;
  /** What the shop answered; only 200 counts as delivered. */
  readonly httpStatus?: number;
  /** Why there was no answer. */
  readonly error?: string;
  /** Somebody asked for this try. */
  readonly byHand?: true;
}

/** One callback: what is sent, and what came of it. */
export interface SandboxCallback {
  readonly id: string;
  readonly operation: CallbackOperation;
  /** `1`: it went well, `0`: it did not. */
  readonly status: string;
  /** The order that it is about. */
  readonly orderId?: string;
  /** The stored card that it is about. */
  readonly bindingId?: string;
  readonly state: CallbackState;
  /** ISO 8601, by the merchant's clock; so are all times here. */
  readonly createdAt: string;
  /** When it is tried next, while it waits. */
  readonly dueAt?: string;
  /** What a scenario does to it; the sentence goes on after "the callback". */
  readonly fault?: { readonly scenario: string; readonly sentence: string };
  /** Oldest first. */
  readonly tries: readonly CallbackTry[];
  /** What it says, in the order in which it is sent; with the checksum. */
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  /** What goes over the wire with every try. */
  readonly request: {
    readonly method: 'GET' | 'POST';
    /** With the query of a GET. */
    readonly url: string;
    /** The values of the merchant's own headers are hidden: `***`. */
    readonly headers: Readonly<Record<string, string>>;
    /** Of a POST: a form, or a JSON Web Token. */
    readonly body?: string;
  };
}

export interface CallbackList {
  /** Newest first. */
  readonly callbacks: readonly SandboxCallback[];
  /** How many the filter lets through. */
  readonly total: number;
}

/** What came of one more try. */
export interface ResentCallback {
  /** The shop answered HTTP 200 to this try. */
  readonly isDelivered: boolean;
  readonly try: CallbackTry;
  readonly callback: SandboxCallback;
}

/** How many callbacks are in which state. */
export type CallbackCounts = Readonly<Record<CallbackState, number>>;

export type CallbackCalls = ReturnType<typeof callbackCalls>;

/** `sandbox.callbacks`: what a merchant was told, and what its shop answered. */
export const callbackCalls = (call: CallSandbox) => ({
  /** The callbacks of a merchant with every try, newest first. */
  list: (whose: Whose, filter: CallbackFilter = {}) =>
    call<CallbackList>(`GET ${merchantPath(whose)}/callbacks`, { query: { ...filter } }),

  /** One callback. */
  get: (whose: Whose, id: string) => call<SandboxCallback>(`GET ${callbackPath(whose, id)}`),

  /** Sends it once more, now and with the same content, and resolves with what the shop answered. */
  resend: (whose: Whose, id: string) => call<ResentCallback>(`POST ${callbackPath(whose, id)}/resend`),

  /** Resolves when none is on its way any more: each is delivered, given up, or waits for its next try. */
  settle: (whose: Whose) => call<CallbackCounts>(`POST ${merchantPath(whose)}/callbacks/settle`),
});

const callbackPath = (whose: Whose, id: string): `/${string}` =>
  `${merchantPath(whose)}/callbacks/${encodeURIComponent(id)}`;
