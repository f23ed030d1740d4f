import { type Context, findOrderAnywhere, type MerchantContext } from '../context.ts';
import type { CallbackOperation } from '../domain/callback.ts';
import { OrderUnknown } from '../domain/errors/order-errors.ts';
import { checkOptions } from '../options/check-options.ts';
import type {
  CallbackDetail,
  CallbackFilter,
  CallbackList,
  CallbackSending,
  CallbackView,
} from './callbacks/callbacks.ts';
import type { CallbackToResend, ResentCallback } from './callbacks/resend-callback.ts';
import type { CallbackToTest, TestedCallback } from './callbacks/test-callback.ts';
import type { CallbackWait } from './callbacks/wait-for-callback.ts';
import type { OrderToExplain, ScenarioExplanation } from './explain-scenario.ts';
import { callbackFilter, journalFilter, orderFilter } from './filter-checks.ts';
import type { JournalFilter, JournalView } from './journal/journal.ts';
import type { Verification, VerificationResult } from './journal/verify-calls.ts';
import type { NextDue } from './orders/next-due.ts';
import type { OrderFilter, OrderList } from './orders/orders.ts';
import type { OrderView } from './orders/show-order.ts';

/** The views of the control API, in process. @throws Error if no merchant has the login. */
export interface Inspection {
  /** One order in full: its state, attempts, callbacks, requests, and a timeline; undefined if there is none. */
  readonly order: (orderId: string) => Promise<OrderView | undefined>;
  /**
   * Why the payment of an order ended as it did, as text for the message of a failed test: its end, each attempt with the
   * reasons of its result, the timeline, the callbacks, and its address. @throws OrderUnknown
   */
  readonly whyOf: (orderId: string) => Promise<string>;
  /** The orders of a merchant, newest first. */
  readonly orders: (login: string, filter?: OrderFilter) => Promise<OrderList>;
  /** The callbacks of a merchant with every try, newest first. */
  readonly callbacks: (login: string, filter?: CallbackFilter) => Promise<CallbackList>;
  /** One callback with the text that was signed, and its checksum beside the right one; undefined if there is none. */
  readonly callback: (login: string, callbackId: string) => Promise<CallbackDetail | undefined>;
  /**
   * Waits until the shop has accepted the last callback of this operation of an order (HTTP 200), and returns it; it may
   * have been accepted before. @throws CallbackNotDelivered if that takes longer than `timeoutMs` of the machine, 5 000 by
   * default, or at once if it cannot come; OrderUnknown
   */
  readonly waitForCallback: (
    orderId: string,
    operation: CallbackOperation,
    options?: CallbackWait,
  ) => Promise<CallbackView>;
  /**
   * Sends a callback about a payment that never was, once, and returns the shop's answer; nothing is kept. `to`: another
   * address than the merchant's. @throws ConfigError if no callback may go there; CallbackNotSent if there is no address
   */
  readonly testCallback: (login: string, options?: CallbackToTest) => Promise<TestedCallback>;
  /** Pauses the callbacks of a merchant: they wait, however far its clock moves. Those sent by hand go out. */
  readonly pauseCallbacks: (login: string) => Promise<CallbackSending>;
  /** Ends the pause; resolves when every callback that was due meanwhile has been sent. */
  readonly runCallbacks: (login: string) => Promise<CallbackSending>;
  /**
   * Sends a callback once more, now, and returns the shop's answer; undefined if there is no such callback. With changes it
   * is a copy that is sent. @throws ConfigError if one is wrong; CallbackNotSent if there is no checksum to spoil
   */
  readonly resendCallback: (
    login: string,
    callbackId: string,
    changes?: CallbackToResend,
  ) => Promise<ResentCallback | undefined>;
  /** The last requests of a merchant with their answers, oldest first. */
  readonly journal: (login: string, filter?: JournalFilter) => Promise<JournalView>;
  /** The journal as an HTTP Archive (HAR 1.2), which browsers and viewers open. */
  readonly har: (login: string, filter?: JournalFilter) => Promise<object>;
  /**
   * The scenario that such an order of a merchant would meet, and everything that is asked before it. Nothing is
   * registered or counted. @throws ConfigError if a field is wrong
   */
  readonly explainScenario: (login: string, order: OrderToExplain) => Promise<ScenarioExplanation>;
  /** The next thing that time alone will do to a merchant; undefined if nothing is due. */
  readonly nextDue: (login: string) => Promise<NextDue | undefined>;
  /** Whether a shop made the expected calls. @throws Error if the journal is off. */
  readonly verify: (login: string, wanted: Verification) => Promise<VerificationResult>;
}

/** The views of a simulator; each is loaded by its first use, for a fast start. */
export const inspect = (
  context: Context,
  ownContext: (login: string) => Promise<MerchantContext>,
  controlUrl: () => string,
): Inspection => ({
  order: async (orderId) => {
    const stored = await context.store.orders.find(orderId);
    if (!stored) return undefined;
    const { inspectOrder } = await import('./orders/show-order.ts');
    return inspectOrder(await ownContext(stored.merchant), orderId);
  },
  whyOf: async (orderId) =>
    (await import('./orders/why-of.ts')).whyOf(await contextAbout(context, orderId), orderId, controlUrl()),
  waitForCallback: async (orderId, operation, options = {}) => {
    const { checkCallbackWait, waitForCallback } = await import('./callbacks/wait-for-callback.ts');
    checkCallbackWait(operation, options);
    const own = await contextAbout(context, orderId);
    return waitForCallback(own, { ...options, orderId, operation }, controlUrl());
  },
  orders: async (login, filter = {}) => {
    checkOptions('orders', orderFilter, filter);
    return (await import('./orders/orders.ts')).listOrders(await ownContext(login), filter);
  },
  callbacks: async (login, filter = {}) => {
    checkOptions('callbacks', callbackFilter, filter);
    return (await import('./callbacks/callbacks.ts')).listCallbacks(await ownContext(login), filter);
  },
  callback: async (login, id) =>
    (await import('./callbacks/callbacks.ts')).inspectCallback(await ownContext(login), id),
  testCallback: async (login, options = {}) => {
    const [{ checkWithSchema }, { callbackToTest }, { testCallback }] = await Promise.all([
      import('./check-with-schema.ts'),
      import('./callbacks/callback-schemas.ts'),
      import('./callbacks/test-callback.ts'),
    ]);
    return testCallback(await ownContext(login), checkWithSchema('testCallback', callbackToTest, options));
  },
  pauseCallbacks: async (login) => (await import('./callbacks/callbacks.ts')).pauseCallbacks(await ownContext(login)),
  runCallbacks: async (login) => (await import('./callbacks/callbacks.ts')).runCallbacks(await ownContext(login)),
  resendCallback: async (login, id, changes = {}) => {
    const [{ checkWithSchema }, { callbackToResend }, { resendCallback }] = await Promise.all([
      import('./check-with-schema.ts'),
      import('./callbacks/callback-schemas.ts'),
      import('./callbacks/resend-callback.ts'),
    ]);
    return resendCallback(await ownContext(login), id, checkWithSchema('resendCallback', callbackToResend, changes));
  },
  journal: async (login, filter = {}) => {
    checkOptions('journal', journalFilter, filter);
    return (await import('./journal/journal.ts')).readJournal(await ownContext(login), filter);
  },
  har: async (login, filter = {}) => {
    checkOptions('har', journalFilter, filter);
    const [{ readEntries }, { writeHar }] = await Promise.all([
      import('./journal/journal.ts'),
      import('./journal/write-har.ts'),
    ]);
    return writeHar(await readEntries(await ownContext(login), filter), context.options.ownUrl());
  },
  explainScenario: async (login, order) => {
    const [{ checkWithSchema }, { orderToExplain }, { explainScenario }] = await Promise.all([
      import('./check-with-schema.ts'),
      import('./explanation-schemas.ts'),
      import('./explain-scenario.ts'),
    ]);
    return explainScenario(await ownContext(login), checkWithSchema('explainScenario', orderToExplain, order));
  },
  nextDue: async (login) => (await import('./orders/next-due.ts')).nextDue(await ownContext(login)),
  verify: async (login, wanted) => {
    const [{ checkWithSchema }, { verification, wantedCall }, { verifyWithMessage }] = await Promise.all([
      import('./check-with-schema.ts'),
      import('./journal/verification-schemas.ts'),
      import('./journal/verification-message.ts'),
    ]);
    checkWithSchema('verify', verification, wanted, wantedCall);
    return verifyWithMessage(await ownContext(login), wanted, controlUrl());
  },
});

/** The context of an order's merchant. @throws OrderUnknown */
export const contextAbout = async (context: Context, orderId: string): Promise<MerchantContext> => {
  const found = await findOrderAnywhere(context, orderId);
  if (!found) throw new OrderUnknown(orderId);
  return found.context;
};
