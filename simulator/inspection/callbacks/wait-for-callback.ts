import { isPaused } from '../../callbacks/deliver/pause.ts';
import type { MerchantContext } from '../../context.ts';
import {
  type Callback,
  type CallbackOperation,
  callbackOperations,
  defaultCallbackSettings,
} from '../../domain/callback.ts';
import { CallbackNotDelivered, OrderUnknown } from '../../domain/errors/order-errors.ts';
import type { Order } from '../../domain/orders/order.ts';
import { type Check, checkOptions, fields, oneOf, value, waitMs } from '../../options/check-options.ts';
import { afterMachineTime } from '../../runtime/machine-time.ts';
import { findOrderById } from '../orders/find-order.ts';
import { addressText, callbackText, whyOf } from '../orders/why-of.ts';
import { type CallbackView, callbacksAbout, fieldOf, operationOf, showCallback } from './callbacks.ts';

/** How long to wait for a callback, and for which one. */
export interface CallbackWait {
  /** Milliseconds of the machine, also if the merchant's clock stands still. Default 5 000. */
  readonly timeoutMs?: number | undefined;
  /** 1: only about a success, 0: only about a failure. Any by default. */
  readonly status?: 0 | 1 | undefined;
}

const callbackStatus: Check<0 | 1> = value('0 or 1', (given) => given === 0 || given === 1);

const callbackWait = fields<CallbackWait>()({ timeoutMs: waitMs, status: callbackStatus });

const callbackOperation = oneOf(...callbackOperations);

const defaultTimeoutMs = 5_000;

const stopped = 'before the simulator was stopped';

/** @throws ConfigError if there is no such operation or option */
export const checkCallbackWait = (operation: CallbackOperation, wait: CallbackWait): void => {
  checkOptions('waitForCallback', callbackOperation, operation);
  checkOptions('waitForCallback', callbackWait, wait);
};

interface WantedCallback extends CallbackWait {
  readonly orderId: string;
  readonly operation: CallbackOperation;
}

/**
 * Waits until the shop has accepted the last callback of this operation of an order (HTTP 200), which may have happened
 * before. `controlUrl`: the address of the control API, for messages. @throws CallbackNotDelivered if it does not come in
 * time, or at once if it cannot come; OrderUnknown
 */
export const waitForCallback = async (
  context: MerchantContext,
  wanted: WantedCallback,
  controlUrl: string,
): Promise<CallbackView> => {
  const { events, merchant } = context;
  const { timeoutMs = defaultTimeoutMs } = wanted;
  let end: string | undefined;
  let news = Promise.withResolvers<void>();
  const wake = () => news.resolve();
  const endWith = (why: string) => () => {
    end = why;
    wake();
  };

  await events.prepare();
  const stopListening = events.subscribe({
    merchant: merchant.login,
    listener: wake,
    onLost: wake,
    onEnd: endWith(stopped),
  });
  if (context.isStopping()) endWith(stopped)();
  const cancel = afterMachineTime(timeoutMs, endWith(`within ${timeoutMs / 1000} s`));
  try {
    for (;;) {
      const isLast = end !== undefined;
      news = Promise.withResolvers();
      const { delivered, problem } = await look(context, wanted);
      if (delivered) return showCallback(delivered);
      const text = problem ?? (isLast ? `was not delivered ${end}${await pauseText(context)}` : undefined);
      if (text !== undefined) throw await failure(context, wanted, text, controlUrl);
      if (end === undefined) await news.promise;
    }
  } finally {
    cancel();
    stopListening();
  }
};

const pauseText = async ({ store, merchant: { login } }: MerchantContext): Promise<string> =>
  (await isPaused(store, login)) ? `: the callbacks of merchant ${login} are paused` : '';

interface Look {
  readonly delivered?: Callback;
  /** Why it cannot come. */
  readonly problem?: string;
}

const look = async (context: MerchantContext, { orderId, operation, status }: WantedCallback): Promise<Look> => {
  const order = await findOrderById(context, orderId);
  if (!order) throw new OrderUnknown(orderId);
  const all = await callbacksAbout(context, order);
  const last = all.findLast(
    (one) =>
      one.copyOf === undefined &&
      operationOf(one) === operation &&
      (status === undefined || fieldOf(one, 'status') === String(status)),
  );
  if (last?.state === 'delivered') return { delivered: last };
  if (last?.state === 'waiting') return {};
  const problem = last ? lastWord(last, order) : blockedReason(context, order, operation);
  return problem === undefined ? {} : { problem };
};

/** Why a callback that the gateway sends no more is the last one; undefined if the payer may still try again. */
const lastWord = (callback: Callback, { status }: Order): string | undefined =>
  ['created', 'acs-started', 'pending'].includes(status) ? undefined : `is not delivered: ${callbackText(callback)}`;

/** Callbacks about a stored card go to the merchant's own address only. */
const aboutCards: readonly CallbackOperation[] = ['bindingCreated', 'bindingActivityChanged'];

const blockedReason = (
  { merchant: stored, courier }: MerchantContext,
  { dynamicCallbackUrl }: Order,
  operation: CallbackOperation,
): string | undefined => {
  const merchant = courier.forwarding.reachable(stored);
  const { url, operations } = merchant.callbacks ?? defaultCallbackSettings;
  const isAboutCard = aboutCards.includes(operation);
  if (!operations.includes(operation))
    return `cannot come: callbacks.operations of merchant ${merchant.login} are ${operations.join(', ') || 'none'}`;
  if (url !== undefined || (dynamicCallbackUrl !== undefined && !isAboutCard)) return undefined;
  return `cannot come: merchant ${merchant.login} has no callback address (callbacks.url), ${
    isAboutCard ? 'the only one for callbacks about stored cards' : 'and the order has no dynamicCallbackUrl'
  }`;
};

const failure = async (
  context: MerchantContext,
  { orderId, operation, status }: WantedCallback,
  problem: string,
  controlUrl: string,
): Promise<Error> => {
  const order = await findOrderById(context, orderId);
  if (!order) return new OrderUnknown(orderId);
  const seen = (await callbacksAbout(context, order)).map(callbackText).join('; ');
  const about = `${operation}${status === undefined ? '' : ` with status ${status}`}`;
  return new CallbackNotDelivered(
    [
      `the callback ${about} of order ${orderId} ${problem}`,
      `Seen: ${seen || 'no callback of this order'}. ${addressText(context, order)}`,
      '',
      await whyOf(context, orderId, controlUrl),
    ].join('\n'),
  );
};
