import { statusCall } from '../questions/status-questions.ts';
import { jsonOf, refusalCodeOf } from '../shape/shape-of.ts';

/** A call of the merchant API as questions have it, `rest/register.do`; undefined for pages and everything else. */
export const callIn = (path: string, basePath: string): string | undefined => {
  const clean = path.replace(/\?.*$/s, '').replaceAll(/\/{2,}/g, '/');
  return clean.startsWith(`${basePath}/`) && clean.endsWith('.do') ? clean.slice(basePath.length + 1) : undefined;
};

/** What an answer says by itself about the state that it tells of. */
export interface Announcement {
  /** `orderStatus 2, DEPOSITED`, `errorCode 4`, `success`. */
  readonly words: string;
  /** Answers that are alike: a shop meets other refusals than the questions, and all look the same. */
  readonly kind: string;
  /** The code of a refusal. */
  readonly code?: string;
}

/** The state that an answer announces: that of an order, a refusal, or that the work was done. Undefined if it announces none. */
export const announcedIn = (call: string, body: string): Announcement | undefined => {
  const value = jsonOf(body);
  if (value === undefined) return undefined;
  const { orderStatus, OrderStatus, paymentAmountInfo } = (value ?? {}) as Readonly<Record<string, unknown>>;
  const status = orderStatus ?? OrderStatus;
  if (typeof status === 'number' || typeof status === 'string') {
    const { paymentState } = (paymentAmountInfo ?? {}) as { readonly paymentState?: unknown };
    const words = [`orderStatus ${status}`, ...(paymentState === undefined ? [] : [paymentState])].join(', ');
    return { words, kind: words };
  }
  const code = refusalCodeOf(value);
  if (code !== undefined) return { words: `errorCode ${code}`, kind: 'refusal', code };
  const isDone = typeof value === 'object' && value !== null && !Array.isArray(value) && call !== statusCall;
  return isDone ? { words: 'success', kind: 'done' } : undefined;
};
