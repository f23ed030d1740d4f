import type { Confidence, Source } from '../data/sources.ts';
import type { Language } from '../domain/order.ts';
import type { RefusalReason } from '../domain/refused.ts';

/**
 * How `errorCode` stands in an answer: as a text, as a number, or not at all; `flagged`: a text with `error` beside it;
 * `doubled`: a number, with the text as `errorCodeString` and the flag.
 */
export type ResultStyle = 'absent' | 'text' | 'number' | 'flagged' | 'doubled';

/** How a family of calls says yes and no. */
export interface ResultStyles {
  readonly success: ResultStyle;
  readonly refusal: ResultStyle;
}

/** Calls whose answers differ from bank to bank: register.do and registerPreAuth.do; deposit, reverse, refund and decline.do; getOrderStatusExtended.do. */
export type CallFamily = 'register' | 'operations' | 'status';

/** What differs from bank to bank. */
export interface BankFacts {
  /** Name of the bank as its customers read it. */
  readonly title: string;
  /** Where the real gateway is; nothing here ever calls it. */
  readonly hosts: { readonly test?: string; readonly production?: string };
  /** Path below which the gateway lives. */
  readonly basePath: string;
  /** ISO 4217 numeric; used where an order names none. */
  readonly currency: string;
  /** Currencies that its merchants may use. */
  readonly currencies: readonly string[];
  readonly defaultLanguage: Language;
  /** Languages of its page. One without texts here is shown in the default language and keeps its name in addresses. */
  readonly languages: readonly string[];
  /** Whether another language is refused rather than ignored. */
  readonly refusesOtherLanguages: boolean;
  readonly contentType: string;
  /** Longest order number. */
  readonly orderNumberLength: number;
  /** Whether an order without a number gets one from the gateway. */
  readonly generatesOrderNumber: boolean;
  /** Whether register.do wants a cart, with the customer's address in it. */
  readonly wantsCart: boolean;
  /** What `formUrl` is behind `merchants/`: `{merchant}`, `{view}` for a prefix by `pageView`, `{language}`, `{orderId}`. */
  readonly formUrl: string;
  /** `actionCode` of an order that nobody tried to pay in time. */
  readonly expiredActionCode: number;
  /** Generation of 3-D Secure; `asked-for`: 2 for orders with `FORCE_3DS2` in jsonParams, else 1. */
  readonly threeDsVersion: 1 | 2 | 'asked-for';
  /** What reverse.do makes of a captured payment; `refused`: it can only be refunded. */
  readonly capturedReversal: 'reversed' | 'approved' | 'refused';
  /** Whether `approvedAmount` goes to 0 with a reversal. */
  readonly reversalClearsApproved: boolean;
  /** Whether deposit.do knows intermediate captures, and so `orderStatus` 8. */
  readonly capturesInSteps: boolean;
  /** Whether an order that was refunded in part has a status of its own, 7, and PARTIALLY_REFUNDED. */
  readonly tellsPartRefunds: boolean;
  /** Least amount of deposit.do, reverse.do and refund.do in minor units, beside 0 for everything. */
  readonly leastOperationMinor: number;
  /** Whether deposit.do, reverse.do, refund.do and decline.do find an order by its number. */
  readonly operationsTakeOrderNumber: boolean;
  /** What paymentOrderBinding.do wants beside order and card. */
  readonly bindingPaymentWants: readonly ('tii' | 'ip')[];
  /** Minutes east of UTC: when the bank's day ends, after which nothing can be reversed. */
  readonly utcOffsetMinutes: number;
  readonly terminalId: string;
  /** Country of the bank's own cards, ISO 3166 alpha-2. */
  readonly country: string;
  readonly results: Readonly<Record<CallFamily, ResultStyles>>;
  /** How getOrderStatus.do spells its keys. */
  readonly legacyKeys: 'capitals' | 'camel-case';
  /** What stands between the first six and the last four digits of a card number. */
  readonly panMask: string;
  /** Under which names `cardAuthInfo` has the masked number. */
  readonly panKeys: readonly ('maskedPan' | 'pan')[];
  /** Version of getOrderStatusExtended.do that a merchant has who asked for none: which fields there are. */
  readonly statusVersion: number;
  /** HTTP status of the answer about an order that is not there; with 401 the body is a bare text. */
  readonly unknownOrderHttpStatus: 200 | 401;
  /** How callbacks prove where they come from: parameters with a checksum, or a JSON Web Token. */
  readonly callbackKind: 'checksum' | 'jwt';
  /** Where this bank's code for a refusal is another one. */
  readonly errorCodes: Readonly<Partial<Record<RefusalReason, string>>>;
}

/** Where a fact is known from, and how sure it is. */
export type Provenance = readonly [source: Source, confidence: Confidence, note?: string];

/** A bank's profile: its facts, and for each where it is known from. */
export interface Bank extends BankFacts {
  readonly name: string;
  readonly provenance: Readonly<Record<keyof BankFacts, Provenance>>;
}

/** The facts of a profile as they are written down: each with its source. */
export type BankRows = {
  readonly [Fact in keyof BankFacts]: readonly [value: BankFacts[Fact], ...from: Provenance];
};

/** A profile out of its rows. */
export const bankFrom = (name: string, rows: BankRows): Bank => {
  const entries = Object.entries(rows) as [keyof BankFacts, readonly [unknown, ...Provenance]][];
  const facts = Object.fromEntries(entries.map(([fact, [value]]) => [fact, value])) as unknown as BankFacts;
  const provenance: Partial<Bank['provenance']> = Object.fromEntries(
    entries.map(([fact, [, ...from]]) => [fact, from]),
  );
  return { name, ...facts, provenance: provenance as Bank['provenance'] };
};
