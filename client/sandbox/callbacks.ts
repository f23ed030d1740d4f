import { checkUse } from '../gateway/check-use.ts';
import { anyObject } from '../options/checks.ts';
import { type CallSandbox, merchantPath } from './call-sandbox.ts';
import type { Schemas } from './control-api.ts';
import type { CallbackOperation, Whose } from './merchant.ts';

/** `given-up`: as many tries failed as the merchant allows; `lost`: a scenario keeps it from being sent. */
export type CallbackState = SandboxCallback['state'];

/** The callbacks to list; absent fields match any. */
export interface CallbackFilter {
  /** Only those about the order with this orderId or order number. */
  readonly order?: string;
  readonly state?: CallbackState;
  readonly operation?: CallbackOperation;
  /** Only those older than this callback: `next` of the list before. */
  readonly before?: string;
  /** The largest number of results. Default 100. */
  readonly limit?: number;
}

export type CallbackTry = Schemas['CallbackTry'];

/** One callback: the request, and every try to send it. */
export type SandboxCallback = Schemas['Callback'];

/** One callback with the text that was signed, and its checksum beside the right one. */
export type CallbackDetail = Schemas['CallbackDetail'];

export interface CallbackList {
  /** Newest first. */
  readonly callbacks: readonly SandboxCallback[];
  /** The number of matching callbacks. */
  readonly total: number;
  /** The number in each state that match the filter but for its state. */
  readonly counts: CallbackCounts;
  /** If there are older ones: the last of these callbacks, for `before`. */
  readonly next?: string;
  /** The gateway sends none until they run again. */
  readonly isPaused: boolean;
}

/** The result of one more try. */
export interface ResentCallback {
  /** The shop answered HTTP 200 to this try. */
  readonly isDelivered: boolean;
  /** Absent if it is sent later. */
  readonly try?: CallbackTry;
  /** The callback, or its copy. */
  readonly callback: SandboxCallback;
}

/** How a copy of a callback differs from it. */
export type CallbackChanges = Schemas['CallbackToResend'];

/** The answer of a shop to a forwarded callback: `httpStatus`, or `error` if there was none. */
export type ForwardedAnswer = Schemas['ForwardedAnswer'];

/** The number of callbacks in each state. */
export type CallbackCounts = Readonly<Record<CallbackState, number>>;

/** Whether callbacks are paused, and the number in each state. */
export type CallbackSending = Schemas['CallbackSending'];

/** The request of a test callback, and the shop's answer. */
export type TestedCallback = Schemas['TestedCallback'];

export interface TestCallbackOptions {
  /** Another address than the merchant's. */
  readonly to?: string;
}

export type CallbackCalls = ReturnType<typeof callbackCalls>;

/** `sandbox.callbacks`: the callbacks of a merchant, and its shop's answers. */
export const callbackCalls = (call: CallSandbox) => ({
  /** The callbacks of a merchant with every try, newest first. */
  list: async (whose: Whose, filter: CallbackFilter = {}) => {
    checkUse('callbacks.list', anyObject(), filter);
    return call<CallbackList>(`GET ${merchantPath(whose)}/callbacks`, { query: { ...filter } });
  },

  /** One callback with the text that was signed, and its checksum beside the right one. */
  get: (whose: Whose, id: string) => call<CallbackDetail>(`GET ${callbackPath(whose, id)}`),

  /**
   * Sends it once more, now and with the same content, and resolves with the shop's answer. With changes it sends a copy,
   * which is a callback of its own.
   */
  resend: async (whose: Whose, id: string, changes: CallbackChanges = {}) => {
    checkUse('callbacks.resend', anyObject(), changes);
    return call<ResentCallback>(`POST ${callbackPath(whose, id)}/resend`, { body: changes });
  },

  /** Resolves when none is in flight: each is delivered, given up, or waits for its next try. */
  settle: (whose: Whose) => call<CallbackCounts>(`POST ${merchantPath(whose)}/callbacks/settle`),

  /** Sends a callback about a payment that never was, once, and resolves with the shop's answer; nothing is kept. */
  test: async (whose: Whose, options: TestCallbackOptions = {}) => {
    checkUse('callbacks.test', anyObject(), options);
    return call<TestedCallback>(`POST ${merchantPath(whose)}/callbacks/test`, { body: options });
  },

  /** The shop's answer to a callback of an event `forward`; it counts like an answer to the gateway. */
  reportForwarded: async (whose: Whose, id: string, answer: ForwardedAnswer) => {
    checkUse('callbacks.reportForwarded', anyObject(), answer);
    return call<void>(`POST ${callbackPath(whose, id)}/forwarded`, { body: answer, reads: 'nothing' });
  },

  /** Pauses them: they wait, however far the clock moves, and none is lost. Those sent by hand go out. */
  pause: (whose: Whose) => call<CallbackSending>(`POST ${merchantPath(whose)}/callbacks/pause`),

  /** Ends the pause; resolves when every one that was due meanwhile has been sent. */
  run: (whose: Whose) => call<CallbackSending>(`POST ${merchantPath(whose)}/callbacks/run`),
});

const callbackPath = (whose: Whose, id: string): `/${string}` =>
  `${merchantPath(whose)}/callbacks/${encodeURIComponent(id)}`;
