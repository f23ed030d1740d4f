import type { Confidence, Source } from '../data/sources.ts';
import type { RefusalReason } from '../domain/errors/refused.ts';
import type { Language } from '../domain/orders/order.ts';
import type { PermittedFeature } from '../domain/permitted-features.ts';

/**
 * The form of `errorCode` in an answer: a text, a number, or absent; `flagged`: a text with `error` beside it; `doubled`: a
 * number, with the text as `errorCodeString` and the flag.
 */
export type ResultStyle = 'absent' | 'text' | 'number' | 'flagged' | 'doubled';

interface ResultStyles {
  readonly success: ResultStyle;
  readonly refusal: ResultStyle;
}

/** Calls whose answers differ from bank to bank: register.do and registerPreAuth.do; deposit, reverse, refund and decline.do; getOrderStatusExtended.do. */
export type CallFamily = 'register' | 'operations' | 'status';

/** Parameters that a bank may require of register.do. */
export type RegistrationWish = 'currency' | 'language' | 'jsonParams';

/** Parameters of the way back to the shop. `approvalCode` only if there is one; `token`: an opaque text for getFinishedPaymentInfo.do. */
export type ReturnParameter = 'orderId' | 'lang' | 'token' | 'approvalCode';

export interface BankFacts {
  /** The name for customers. */
  readonly title: string;
  /** The hosts of the real gateway; tillbox never calls them. */
  readonly hosts: { readonly test?: string; readonly production?: string };
  readonly basePath: string;
  /** ISO 4217 numeric; for orders without a currency. */
  readonly currency: string;
  readonly currencies: readonly string[];
  readonly defaultLanguage: Language;
  /** Languages of its page. One without texts here is shown in the default language, but keeps its name in addresses. */
  readonly languages: readonly string[];
  /** Whether another language is refused rather than ignored. */
  readonly refusesOtherLanguages: boolean;
  readonly contentType: string;
  /** The most characters of an order number. */
  readonly orderNumberLength: number;
  /** Whether an order without a number gets one from the gateway. */
  readonly generatesOrderNumber: boolean;
  /** Whether register.do requires an `orderBundle` with e-mail, phone and address of the customer; a cart is optional. */
  readonly wantsCustomer: boolean;
  /** Parameters that register.do requires beside those that every bank requires. */
  readonly registrationWants: readonly RegistrationWish[];
  /** Entries of `jsonParams` that register.do requires, with the most characters of each. */
  readonly paramsWanted: Readonly<Record<string, number>>;
  /** Least amount of register.do and registerPreAuth.do in minor units, apart from 0 for a card check. */
  readonly leastAmountMinor: number;
  /** The most characters of a description. */
  readonly descriptionLength: number;
  /** Whether order number and description are refused with anything but ASCII, or with `%`, `+`, `~` or line breaks. */
  readonly wantsPlainTexts: boolean;
  /** Whether amount 0 checks a card without `VERIFY`, and stores it for the client. */
  readonly checksCardAtZero: boolean;
  /** Whether `Authorization: Basic` takes the place of userName and password. */
  readonly takesBasicLogin: boolean;
  /** The form of `orderId`; `letters`: twenty letters and digits. */
  readonly orderIds: 'uuid' | 'letters';
  /** `formUrl` after `merchants/`, or below `basePath` if it begins with a slash: `{merchant}`, `{view}` for a prefix by `pageView`, `{language}`, `{orderId}`. */
  readonly formUrl: string;
  /** The order of the parameters with which the payer returns to the shop. */
  readonly returnParameters: readonly ReturnParameter[];
  /** Whether getFinishedPaymentInfo.do is for the shop, too, with the `token` of the way back. */
  readonly finishedInfoForShop: boolean;
  /** `actionCode` of an order that expired without an attempt. */
  readonly expiredActionCode: number;
  /** Version of 3-D Secure; `asked-for`: 2 for orders with `FORCE_3DS2` in jsonParams, otherwise 1. */
  readonly threeDsVersion: 1 | 2 | 'asked-for';
  /** The state of a captured payment after reverse.do; `refused`: it can only be refunded. */
  readonly capturedReversal: 'reversed' | 'approved' | 'refused';
  /** Whether a reversal sets `approvedAmount` to 0. */
  readonly reversalClearsApproved: boolean;
  /** Whether deposit.do has intermediate captures, and so `orderStatus` 8. */
  readonly capturesInSteps: boolean;
  /** Whether a partly refunded order has `orderStatus` 7 and PARTIALLY_REFUNDED. */
  readonly tellsPartRefunds: boolean;
  /** Least amount of deposit.do, reverse.do and refund.do in minor units, apart from 0 for everything. */
  readonly leastOperationMinor: number;
  /** Whether deposit.do, reverse.do, refund.do and decline.do find an order by its number. */
  readonly operationsTakeOrderNumber: boolean;
  /** Parameters that paymentOrderBinding.do requires beside order and card. */
  readonly bindingPaymentWants: readonly ('tii' | 'ip')[];
  /** Features that its merchants may use although they need a permission. */
  readonly allowedFeatures: readonly PermittedFeature[];
  /** The bank's time zone, in minutes east of UTC: no reversals after the end of its day. */
  readonly utcOffsetMinutes: number;
  readonly terminalId: string;
  /** Country of the bank's own cards, ISO 3166 alpha-2. */
  readonly country: string;
  readonly results: Readonly<Record<CallFamily, ResultStyles>>;
  /** Spelling of the keys of getOrderStatus.do. */
  readonly legacyKeys: 'capitals' | 'camel-case';
  /** Whether getOrderStatus.do answers as acknowledgeTransaction.do does, with `params` and `SvfeResponse`. */
  readonly legacyTellsParams: boolean;
  /** How long the bank waits for the shop's confirmation of a payment, before it cancels it; 0: it wants none. */
  readonly confirmationMinutes: number;
  /** How many attempts a payer has for an order. */
  readonly paymentAttempts: number;
  /** `actionCode` of an order that the payer gave up on the card page. */
  readonly cancelledActionCode: number;
  /** `actionCode` after a failed challenge; `by-version`: as each version of 3-D Secure has it. */
  readonly failedChallengeCode: number | 'by-version';
  /** The text between the first six and the last four digits of a card number. */
  readonly panMask: string;
  /** The names of the masked number in `cardAuthInfo`. */
  readonly panKeys: readonly ('maskedPan' | 'pan')[];
  /** Default version of getOrderStatusExtended.do, which decides its fields. */
  readonly statusVersion: number;
  /** HTTP status with which acknowledgeTransaction.do answers about an unknown order; with 401 the body is a bare text. */
  readonly unknownOrderHttpStatus: 200 | 401;
  /** HTTP status of the card page's own calls that name no order; with 400 `errorCode` is 5. */
  readonly namelessCallHttpStatus: 200 | 400;
  /** Action codes whose description is a general text about a decline. */
  readonly generalTextCodes: readonly number[];
  /** The signature of callbacks: parameters with a checksum, or a JSON Web Token. */
  readonly callbackKind: 'checksum' | 'jwt';
  /** Codes of refusals that differ from the usual ones. */
  readonly errorCodes: Readonly<Partial<Record<RefusalReason, string>>>;
}

/** A row of the sources, or the words of a bank's own file. */
export type FactSource = Source | { readonly words: string };

/** When and where a real gateway answered so, as far as the source tells. */
export interface Seen {
  /** A day or a month: `2026-11-30`, `2026-06`. */
  readonly on?: string;
  /** The host. */
  readonly at?: string;
  /** What it was asked, in words. */
  readonly asked?: string;
}

/** The source of a fact, and how sure it is. */
export type Provenance<From extends FactSource = FactSource> = readonly [
  source: From,
  confidence: Confidence,
  note?: string,
  seen?: Seen,
];

export interface Bank extends BankFacts {
  readonly name: string;
  readonly provenance: Readonly<Record<keyof BankFacts, Provenance>>;
}

/** The facts of a profile, each with its source. */
export type BankRows = {
  readonly [Fact in keyof BankFacts]: readonly [value: BankFacts[Fact], ...from: Provenance<Source>];
};

/** The rows of another bank or line, each as a guess with the source that it has there. What was seen there was not seen here. */
export const asGuesses = <Rows extends Partial<BankRows>>(rows: Rows): Rows =>
  Object.fromEntries(
    Object.entries(rows).map(([fact, [value, source, , note]]) => [
      fact,
      [value, source, 'guess', ...(note === undefined ? [] : [note])],
    ]),
  ) as unknown as Rows;

export const bankFrom = (name: string, rows: BankRows): Bank => {
  const entries = Object.entries(rows) as [keyof BankFacts, readonly [unknown, ...Provenance]][];
  const facts = Object.fromEntries(entries.map(([fact, [value]]) => [fact, value])) as unknown as BankFacts;
  const provenance: Partial<Bank['provenance']> = Object.fromEntries(
    entries.map(([fact, [, ...from]]) => [fact, from]),
  );
  return { name, ...facts, provenance: provenance as Bank['provenance'] };
};
