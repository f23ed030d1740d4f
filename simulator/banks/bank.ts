import type { Confidence, Source } from '../data/sources.ts';
import type { Language } from '../domain/order.ts';
import type { RefusalReason } from '../domain/refused.ts';

/** What differs from bank to bank. */
export interface BankFacts {
  /** Name of the bank as its customers read it. */
  readonly title: string;
  /** Path below which the gateway lives. */
  readonly basePath: string;
  /** ISO 4217 numeric; used where an order names none. */
  readonly currency: string;
  /** Currencies that its merchants may use. */
  readonly currencies: readonly string[];
  readonly defaultLanguage: Language;
  readonly contentType: string;
  /** Longest order number. */
  readonly orderNumberLength: number;
  /** Whether an order without a number gets one from the gateway. */
  readonly generatesOrderNumber: boolean;
  /** `actionCode` of an order that nobody tried to pay in time. */
  readonly expiredActionCode: number;
  /** Generation of 3-D Secure that the page speaks. */
  readonly threeDsVersion: 1 | 2;
  /** What reverse.do makes of a captured payment; `refused`: it can only be refunded. */
  readonly capturedReversal: 'reversed' | 'approved' | 'refused';
  /** Minutes east of UTC: when the bank's day ends, after which nothing can be reversed. */
  readonly utcOffsetMinutes: number;
  readonly terminalId: string;
  /** Country of the bank's own cards, ISO 3166 alpha-2. */
  readonly country: string;
  /** Where this bank's code for a refusal is another one. */
  readonly errorCodes: Readonly<Partial<Record<RefusalReason, string>>>;
}

/** A bank's profile: its facts, and for each where it is known from. */
export interface Bank extends BankFacts {
  readonly name: string;
  readonly provenance: Readonly<Record<keyof BankFacts, Provenance>>;
}

export type Provenance = readonly [source: Source, confidence: Confidence, note?: string];
