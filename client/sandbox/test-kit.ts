import { checkUse } from '../gateway/check-use.ts';
import { WrongUse } from '../gateway/gateway-errors.ts';
import { type Check, fields } from '../options/check.ts';
import { value, wholeNumber } from '../options/checks.ts';
import { shown } from '../options/shown.ts';
import type { CallSandbox } from './call-sandbox.ts';
import type { SandboxCallback } from './callbacks.ts';
import type { CallbackOperation } from './merchant.ts';
import { SandboxProblem } from './sandbox-problem.ts';

/** How long to wait for a callback, and for which one. */
export interface CallbackWait {
  /** Milliseconds of the machine, also if the merchant's clock stands still; at most 600 000. Default 5 000. */
  readonly timeoutMs?: number;
  /** 1: only about a success, 0: only about a failure. Any by default. */
  readonly status?: 0 | 1;
}

/** A callback that did not come, or cannot come. The message tells what came instead, and why the order ended as it did. */
export class CallbackNotDelivered extends Error {
  override readonly name = 'CallbackNotDelivered';
}

/** The longest wait for a callback: ten minutes. */
const longestWaitMs = 600_000;

const callbackStatus: Check<0 | 1> = value('0 or 1', (given) => given === 0 || given === 1);

const callbackWait = fields<CallbackWait>()({
  timeoutMs: wholeNumber(0, longestWaitMs, 'milliseconds'),
  status: callbackStatus,
});

const defaultTimeoutMs = 5_000;

const pathOf = (orderId: string): `/${string}` => {
  if (typeof orderId === 'string' && orderId !== '') return `/orders/${encodeURIComponent(orderId)}`;
  throw new WrongUse(`expected the orderId of an order, got ${shown(orderId)}`);
};

export const whyOf = async (call: CallSandbox, orderId: string): Promise<string> =>
  (await call<string>(`GET ${pathOf(orderId)}/why`, { reads: 'text' })).trimEnd();

export const waitForCallback = async (
  call: CallSandbox,
  orderId: string,
  operation: CallbackOperation,
  options: CallbackWait,
): Promise<SandboxCallback> => {
  checkUse('waitForCallback', callbackWait, options);
  const { timeoutMs = defaultTimeoutMs, status } = options;
  const line = `POST ${pathOf(orderId)}/callbacks/${encodeURIComponent(operation)}/wait` as const;
  try {
    return await call<SandboxCallback>(line, { query: { timeoutMs, status }, waitsMs: timeoutMs });
  } catch (error) {
    const isMissing = error instanceof SandboxProblem && error.type === 'urn:tillbox:problem:not-delivered';
    throw isMissing ? new CallbackNotDelivered(error.detail, { cause: error }) : error;
  }
};
