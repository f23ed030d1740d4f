import type { CallbackFault } from './faults/callback-fault.ts';
import type { Order } from './orders/order.ts';
import { concluded, isClosedBy } from './orders/pay.ts';

/** Source: BPC REST documentation, callback notifications. */
export const callbackOperations = [
  'approved',
  'deposited',
  'reversed',
  'refunded',
  'declinedByTimeout',
  'declinedCardPresent',
  'bindingCreated',
  'bindingActivityChanged',
] as const;

export type CallbackOperation = (typeof callbackOperations)[number];

/** How a callback is signed. `rsa`: with the gateway's own key; `jwt`: the whole callback is a JSON Web Token, as at BT iPay. */
export const callbackChecksums = ['none', 'hmac', 'rsa', 'jwt'] as const;

export type CallbackChecksum = (typeof callbackChecksums)[number];

/** How a merchant receives callbacks. */
export interface CallbackSettings {
  /** Static address; an order's own address takes its place except for stored cards. */
  readonly url?: string;
  readonly method: 'GET' | 'POST';
  /** Key of the HMAC checksum, or in base64 of the JWT. */
  readonly token?: string;
  /** Absent: as at the bank; `hmac` if there is a token, else `none`. */
  readonly checksum?: CallbackChecksum;
  /** HTTP headers of the merchant's own. Source: BPC REST documentation, custom headers for callback notifications. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly operations: readonly CallbackOperation[];
  /** Further parameters beside mdOrder, orderNumber, operation and status. */
  readonly parameters: readonly string[];
  readonly sendsCreationDate: boolean;
  readonly retryAfterMs: number;
  /** After so many failures in a row the gateway gives up. */
  readonly mostFailures: number;
}

/** Limits of `retryAfterMs`, a day, and of `mostFailures`. */
export const longestRetryAfterMs = 86_400_000;
export const mostFailuresAllowed = 1_000;

/** Source of the retry rule: BPC REST documentation; that the first try counts is a guess. */
export const defaultCallbackSettings: CallbackSettings = {
  method: 'GET',
  operations: callbackOperations,
  parameters: [],
  sendsCreationDate: false,
  retryAfterMs: 30_000,
  mostFailures: 3,
};

/** How the callbacks of a merchant are signed; at a bank with `jwt` as tokens, unless the merchant chose otherwise. */
export const checksumOf = (
  { checksum, token }: CallbackSettings,
  { callbackKind }: { readonly callbackKind?: string },
): CallbackChecksum => checksum ?? (callbackKind === 'jwt' ? 'jwt' : token === undefined ? 'none' : 'hmac');

/** `error`: why there was no answer. */
export interface CallbackTry {
  readonly atMs: number;
  readonly httpStatus?: number;
  readonly error?: string;
  /** Until the answer, or until there was none, in milliseconds of the machine; absent if the gateway itself sent nothing. */
  readonly tookMs?: number;
  /** The beginning of the body of the answer, masked. */
  readonly answer?: string;
  /** Sent on request; it does not count for `mostFailures`. */
  readonly byHand?: true;
  /** The address to which a listener forwarded it. */
  readonly forwardedTo?: string;
}

export interface Callback extends Pick<CallbackSettings, 'method' | 'headers' | 'retryAfterMs' | 'mostFailures'> {
  readonly id: string;
  readonly merchant: string;
  /** Id of its order or stored card; callbacks of one subject are sent in order. */
  readonly subject: string;
  readonly url: string;
  /** With the checksum, in the order in which they are sent. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** The body of a POST, instead of a form. */
  readonly body?: string;
  readonly createdAtMs: number;
  readonly dueMs: number;
  /** `lost`: never sent, because a scenario says so. */
  readonly state: 'waiting' | 'delivered' | 'given-up' | 'lost';
  readonly tries: readonly CallbackTry[];
  readonly fault?: CallbackFault;
  /** The callback of which it is a copy, sent by hand: it is out of the order of the others, and has no retries. */
  readonly copyOf?: string;
}

export interface OrderNews {
  readonly operation: CallbackOperation;
  /** 1: it succeeded. */
  readonly status: 0 | 1;
}

const endOfAttempt = ({ actionCode, attempts, isPreAuth, isPayOut }: Order): OrderNews => {
  const isDeclined = actionCode !== 0;
  if (isPayOut) return { operation: 'refunded', status: isDeclined ? 0 : 1 };
  if (isDeclined && attempts.at(-1)?.paymentWay === 'CARD_PRESENT')
    return { operation: 'declinedCardPresent', status: 0 };
  return { operation: isPreAuth ? 'approved' : 'deposited', status: isDeclined ? 0 : 1 };
};

/**
 * The events for callbacks in a change of an order: only what this change did, so an act that came too late has none. A
 * declined card is the operation of its phase with status 0; a card in the merchant's hands has an operation of its own.
 * `byTime`: the order's time ran out. Source: BPC REST documentation; status 0 of declinedByTimeout from a recorded request,
 * of declinedCardPresent a guess.
 */
export const newsOf = (before: Order, after: Order, { byTime }: { readonly byTime: boolean }): readonly OrderNews[] => {
  const news: OrderNews[] = [];
  if (byTime && isClosedBy(before, after)) return [{ operation: 'declinedByTimeout', status: 0 }];
  if (concluded(after) > concluded(before)) news.push(endOfAttempt(after));
  else if (after.depositedMinor > before.depositedMinor) news.push({ operation: 'deposited', status: 1 });
  else if (after.reversedAtMs !== before.reversedAtMs) news.push({ operation: 'reversed', status: 1 });
  else if ((after.refunds?.length ?? 0) > (before.refunds?.length ?? 0))
    news.push({ operation: 'refunded', status: 1 });
  if (after.bindingId !== undefined && before.bindingId === undefined && after.attempts.at(-1)?.savesCard)
    news.push({ operation: 'bindingCreated', status: 1 });
  return news;
};
