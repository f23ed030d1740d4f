import { MatchersV3 } from '@pact-foundation/pact';

const { eachKeyMatches, like, regex } = MatchersV3;

/** The order that the examples are about. */
export const example = {
  orderId: '019b6f10-3c2a-7c41-9f6e-5a1200b4e001',
  orderNumber: 'shop-1001',
  amount: 1_500_000,
  formUrl: 'https://gateway.example/payment/merchants/payment_en.html?mdOrder=019b6f10-3c2a-7c41-9f6e-5a1200b4e001',
  bindingId: '019b6f10-3c2a-7c41-9f6e-5a1200b4e0b1',
} as const;

/** A text of this pattern. By the pattern alone a number would do as well. */
export const text = (pattern: string, sample: string) => ({
  'pact:matcher:type': [{ 'pact:matcher:type': 'type' }, { 'pact:matcher:type': 'regex', regex: pattern }],
  value: sample,
});

export const uuid = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** A number with these digits. */
export const number = (pattern: string, sample: number) => ({
  'pact:matcher:type': [{ 'pact:matcher:type': 'integer' }, { 'pact:matcher:type': 'regex', regex: pattern }],
  value: sample,
});

/** Milliseconds since 1970, as a number: of a year from 2020 to 2033. */
export const date = number('^1[6-9]\\d{11}$', 1_767_254_400_000);

/** Some merchants' code takes any other text for a failure. */
export const success = text('^(Success|Успешно)$', 'Success');

/** The answer of register.do: an id, and the page for the customer. */
export const registered = {
  orderId: text(`^${uuid}$`, example.orderId),
  formUrl: text(`^https?://\\S+[?&]mdOrder=${uuid}(&\\S*)?$`, example.formUrl),
};

/**
 * Half of the public clients take the mere presence of `errorCode` for a failure. Pact can forbid a key only by a rule
 * for all keys, and with that rule it no longer misses absent ones: so this always goes beside `registered`.
 */
export const registeredWithoutError = eachKeyMatches(registered, regex('^(?!error).*$', 'orderId'));

/** A refusal: HTTP 200, and the code a text. The code is exact if all banks agree about it. */
export const refused = (errorCode: unknown, errorMessage: string) => ({
  errorCode,
  errorMessage: text('^.+$', errorMessage),
});

/** The code is the bank's choice: 4 in BPC's manual, 5 at ArCa, 12 in Bereke's sample. */
export const missingAmount = refused(text('^(4|5|12)$', '12'), 'Empty amount');

/** The lists are present, so a loop over them needs no check. */
export const unknownOrder = { ...refused('6', 'Order not found'), merchantOrderParams: [], attributes: [] };

/** As `registeredWithoutError`: no status for an unknown order. */
export const unknownOrderWithoutStatus = eachKeyMatches(
  refused('6', 'Order not found'),
  regex('^(?!orderStatus).*$', 'errorCode'),
);

/** The code of an expired order: -2014 or -2007, the bank's choice. */
export const expiredCode = number('^-(2014|2007)$', -2014);

/** The fields that differ between the states of an order. */
export interface Situation {
  readonly orderStatus: number;
  readonly actionCode: unknown;
  readonly paymentState: string;
  readonly amount?: number;
  readonly approvedAmount?: number;
  readonly depositedAmount?: number;
  readonly refundedAmount?: number;
}

/** The answer of getOrderStatusExtended.do in every state; numbers are numbers, currency and errorCode are texts. */
export const status = ({
  orderStatus,
  actionCode,
  paymentState,
  amount = example.amount,
  approvedAmount = 0,
  depositedAmount = 0,
  refundedAmount = 0,
}: Situation) => ({
  errorCode: '0',
  errorMessage: success,
  orderNumber: text('^\\S{1,36}$', example.orderNumber),
  orderStatus,
  actionCode,
  actionCodeDescription: like('What the bank says about it'),
  displayErrorMessage: like('What the customer may read about it'),
  amount,
  currency: '398',
  date,
  orderDescription: 'Two cups of coffee',
  merchantOrderParams: [{ name: 'cart', value: 'C-77' }],
  attributes: [{ name: 'mdOrder', value: text(`^${uuid}$`, example.orderId) }],
  transactionAttributes: [{ name: 'merchantIp', value: text('^[0-9a-f.:]+$', '203.0.113.9') }],
  chargeback: false,
  terminalId: text('^.{1,10}$', '98000001'),
  paymentAmountInfo: {
    paymentState,
    approvedAmount,
    depositedAmount,
    refundedAmount,
    feeAmount: 0,
    totalAmount: amount,
  },
  bankInfo: { bankCountryCode: text('^([A-Z]{2}|UNKNOWN)$', 'KZ'), bankCountryName: like('Kazakhstan') },
});

const maskedPan = text('^\\d{6}\\*\\*\\d{4}$', '555555**5599');

/** This card: with the mask of its number. */
const numberOf = (mask: string) => {
  const exact = text(`^${mask.replaceAll('*', '\\*')}$`, mask);
  return { maskedPan: exact, pan: exact };
};

/** The proof that the issuer has seen the customer. */
const seenByIssuer = {
  cavv: text('^[\\w+/]{27}=$', 'AAABBEg0VhI0VniQEjRWAAAAAAA='),
  xid: text(`^${uuid}$`, '019b6f10-3c2a-7c41-9f6e-5a1200b4e0c1'),
};

/** Cards of the examples after an approval. */
export const masterCard = { ...numberOf('555555**5599'), paymentSystem: 'MASTERCARD' };
export const visa = { ...numberOf('444455**3333'), paymentSystem: 'VISA' };

/** A card, as answers show it. */
export const card = {
  maskedPan,
  pan: maskedPan,
  expiration: text('^\\d{4}(0[1-9]|1[0-2])$', '203412'),
  cardholderName: like('TEST CARDHOLDER'),
  paymentSystem: text('^[A-Z]+$', 'MASTERCARD'),
};

/** The additional fields after an attempt with a card. */
export const triedCard = { cardAuthInfo: card, ip: like('203.0.113.10'), paymentWay: 'CARD' };

/** The additional fields after a declined card: its operation has a number too. */
export const declinedCard = { ...triedCard, authRefNum: text('^\\d{12}$', '600112345672') };

/** The additional fields after an approval. */
export const approved = {
  ...triedCard,
  cardAuthInfo: {
    ...card,
    ...masterCard,
    approvalCode: text('^\\w{6}$', '482913'),
    secureAuthInfo: { eci: number('^[0-7]$', 2), threeDSInfo: seenByIssuer },
  },
  authDateTime: date,
  authRefNum: text('^\\d{12}$', '600112345672'),
};

export const deposited = { ...approved, depositedDate: date };

export const reversed = { ...approved, reversedDate: date };
