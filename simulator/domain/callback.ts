import type { CallbackFault } from './callback-fault.ts';
import type { Order } from './order.ts';

/** What a callback reports. Source: BPC REST documentation, callback notifications. */
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

/** How a callback proves where it comes from. `rsa`: with the gateway's own key; `jwt`: the whole callback is a JSON Web Token, as at BT iPay. */
export const callbackChecksums = ['none', 'hmac', 'rsa', 'jwt'] as const;

export type CallbackChecksum = (typeof callbackChecksums)[number];

/** How a merchant wants to be told. */
export interface CallbackSettings {
  /** Static address; an order's own address goes before it for everything but stored cards. */
  readonly url?: string;
  readonly method: 'GET' | 'POST';
  /** Key of the HMAC checksum, or in base64 of the JWT. */
  readonly token?: string;
  /** Absent: as at the bank; `hmac` where there is a token, else `none`. */
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

/** What a merchant has who set nothing. Source of the retry rule: BPC REST documentation; that the first try counts is a guess. */
export const defaultCallbackSettings: CallbackSettings = {
  method: 'GET',
  operations: callbackOperations,
  parameters: [],
  sendsCreationDate: false,
  retryAfterMs: 30_000,
  mostFailures: 3,
};

/** What a bank's profile says of callbacks; `jwt`: its merchants get tokens, unless they ask for something else. */
export interface CallbackCustom {
  readonly name: string;
  readonly callbackKind?: string;
}

/** The proof that a merchant's callbacks carry. */
export const checksumOf = ({ checksum, token }: CallbackSettings, { callbackKind }: CallbackCustom): CallbackChecksum =>
  checksum ?? (callbackKind === 'jwt' ? 'jwt' : token === undefined ? 'none' : 'hmac');

/** One attempt to deliver a callback. `error`: why there was no answer. */
export interface CallbackTry {
  readonly atMs: number;
  readonly httpStatus?: number;
  readonly error?: string;
  /** Somebody asked for it; it is none of those after which the gateway gives up. */
  readonly byHand?: true;
}

/** A callback: what is sent where, and what came of it. */
export interface Callback {
  readonly id: string;
  readonly merchant: string;
  /** Id of the order or of the stored card that it is about; those of one subject go out in order. */
  readonly subject: string;
  readonly url: string;
  readonly method: 'GET' | 'POST';
  /** With the checksum, in the order in which they are sent. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** What a POST carries instead of a form. */
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly createdAtMs: number;
  readonly dueMs: number;
  /** `lost`: a scenario keeps it from being sent. */
  readonly state: 'waiting' | 'delivered' | 'given-up' | 'lost';
  readonly retryAfterMs: number;
  readonly mostFailures: number;
  readonly tries: readonly CallbackTry[];
  /** What a scenario does to it. */
  readonly fault?: CallbackFault;
}

export interface OrderNews {
  readonly operation: CallbackOperation;
  /** 1 well, 0 not. */
  readonly status: 0 | 1;
}

/** How many attempts are over. */
export const concluded = ({ attempts }: Order): number =>
  attempts.filter(({ actionCode }) => actionCode !== undefined).length;

const endOfAttempt = ({ actionCode, attempts, isPreAuth, isPayOut }: Order): OrderNews => {
  const isDeclined = actionCode !== 0;
  if (isPayOut) return { operation: 'refunded', status: isDeclined ? 0 : 1 };
  if (isDeclined && attempts.at(-1)?.paymentWay === 'CARD_PRESENT')
    return { operation: 'declinedCardPresent', status: 0 };
  return { operation: isPreAuth ? 'approved' : 'deposited', status: isDeclined ? 0 : 1 };
};

/**
 * What a merchant has to be told when an order changed from one version to the next. A declined card is the operation of
 * its phase with status 0; a card in the merchant's hands has an operation of its own. `byTime`: nobody acted, time ran
 * out. Source: BPC REST documentation; status 0 of declinedByTimeout from a recorded request, of declinedCardPresent a guess.
 */
export const newsOf = (before: Order, after: Order, { byTime }: { readonly byTime: boolean }): readonly OrderNews[] => {
  const news: OrderNews[] = [];
  if (byTime && after.status === 'declined') return [{ operation: 'declinedByTimeout', status: 0 }];
  if (concluded(after) > concluded(before)) {
    news.push(endOfAttempt(after));
  } else if (after.depositedMinor > before.depositedMinor) news.push({ operation: 'deposited', status: 1 });
  else if (after.reversedAtMs !== before.reversedAtMs) news.push({ operation: 'reversed', status: 1 });
  else if ((after.refunds?.length ?? 0) > (before.refunds?.length ?? 0))
    news.push({ operation: 'refunded', status: 1 });
  if (after.bindingId !== undefined && before.bindingId === undefined && after.attempts.at(-1)?.savesCard)
    news.push({ operation: 'bindingCreated', status: 1 });
  return news;
};
