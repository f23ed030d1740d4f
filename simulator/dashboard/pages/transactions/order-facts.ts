import type { Callback } from '../../../domain/callback.ts';
import type { ThreeDsRoute } from '../../../domain/orders/attempt-plan.ts';
import type { Attempt, Order } from '../../../domain/orders/order.ts';
import { lastAttempt } from '../../../domain/orders/pay.ts';
import type { Say } from '../../texts/say.ts';

/** The card that was tried last, masked, and its 3-D Secure or the way in which it came. */
export const cardOf = (order: Order, say: Say): { readonly pan: string; readonly way: string } => {
  const attempt = lastAttempt(order);
  return attempt ? { pan: attempt.card?.maskedPan ?? '', way: wayOf(attempt, say) } : { pan: '', way: '' };
};

const wayOf = ({ paymentWay, threeDs, plan, bindingId }: Attempt, say: Say): string => {
  const wallet = wallets.find(([beginning]) => paymentWay.startsWith(beginning))?.[1];
  if (wallet !== undefined) return wallet;
  if (paymentWay === 'CARD_PRESENT') return say('at the till');
  if (bindingId !== undefined) return say('stored card');
  return routeOf(threeDs?.route ?? plan.route, say);
};

const wallets = [
  ['APPLE_PAY', 'Apple Pay'],
  ['GOOGLE_PAY', 'Google Pay'],
  ['SAMSUNG_PAY', 'Samsung Pay'],
  ['CARD_MOTO', 'MOTO'],
] as const;

const routeOf = (route: ThreeDsRoute, say: Say): string =>
  ({
    none: say('no 3DS'),
    frictionless: say('frictionless'),
    attempt: say('attempt'),
    challenge: say('challenge'),
    unavailable: say('3DS away'),
  })[route];

/** The state of all callbacks about an order together, and how many were delivered, or when the next one goes. */
export type CallbackState =
  | { readonly kind: 'none' | 'paused' | 'given-up' | 'lost' }
  | { readonly kind: 'waiting'; readonly dueMs: number }
  | { readonly kind: 'delivered'; readonly count: number };

export const callbackStateOf = (callbacks: readonly Callback[], isPaused: boolean): CallbackState => {
  const waiting = callbacks.filter(({ state }) => state === 'waiting').map(({ dueMs }) => dueMs);
  if (waiting.length > 0) return isPaused ? { kind: 'paused' } : { kind: 'waiting', dueMs: Math.min(...waiting) };
  const last = callbacks.at(-1);
  if (!last) return { kind: 'none' };
  if (callbacks.some(({ state }) => state === 'given-up')) return { kind: 'given-up' };
  if (last.state === 'lost') return { kind: 'lost' };
  const tries = callbacks.flatMap((one) => one.tries);
  return { kind: 'delivered', count: tries.filter(({ httpStatus }) => httpStatus === 200).length };
};
