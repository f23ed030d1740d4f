import { statusCall } from '../questions/status-questions.ts';
import { jsonOf, refusalCodeOf } from '../shape/shape-of.ts';

/** A call of the merchant API as questions have it, `rest/register.do`; undefined for pages and everything else. */
export const callIn = (path: string, basePath: string): string | undefined => {
  const clean = path.replace(/\?.*$/s, '').replaceAll(/\/{2,}/g, '/');
  return clean.startsWith(`${basePath}/`) && clean.endsWith('.do') ? clean.slice(basePath.length + 1) : undefined;
};

/**
 * The state that an answer announces by itself: a refusal, the state of an order, or that the work was done. Undefined if it
 * announces none: it is no JSON.
 */
export const announcedIn = (call: string, body: string): string | undefined => {
  const value = jsonOf(body);
  if (value === undefined) return undefined;
  if (refusalCodeOf(value) !== undefined) return refused;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { orderStatus, OrderStatus, paymentAmountInfo } = value as Readonly<Record<string, unknown>>;
  const status = orderStatus ?? OrderStatus;
  const { paymentState } = (paymentAmountInfo ?? {}) as { readonly paymentState?: unknown };
  if (status !== undefined)
    return [`orderStatus ${status}`, ...(paymentState === undefined ? [] : [paymentState])].join(', ');
  return call === statusCall ? undefined : done;
};

/** The code itself says why, and is not compared: a shop meets other refusals than the questions. */
const refused = 'a refusal';
const done = 'that it is done';
