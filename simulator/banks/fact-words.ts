import type { Bank, BankFacts, Seen } from './bank.ts';

export type Fact = keyof BankFacts;

/** A text about a bank in the language of the reader, by the English text, with values for its braces. */
export type SayFact = (english: string, values?: Readonly<Record<string, string | number>>) => string;

/** What each fact is about, as a reader of the tables wants it. */
export const factNames: Readonly<Record<Fact, string>> = {
  title: 'name',
  hosts: 'hosts of the real gateway',
  basePath: 'path of the gateway',
  currency: 'currency by default',
  currencies: 'currencies taken',
  defaultLanguage: 'language by default',
  languages: 'languages',
  refusesOtherLanguages: 'refuses other languages',
  contentType: 'content type',
  orderNumberLength: 'longest `orderNumber`',
  generatesOrderNumber: 'makes an `orderNumber` if none is sent',
  wantsCustomer: '`orderBundle` is mandatory',
  registrationWants: 'register.do wants, too',
  paramsWanted: '`jsonParams` has to have, with the most characters',
  leastAmountMinor: 'least amount of an order, in minor units',
  descriptionLength: 'longest `description`',
  wantsPlainTexts: '`orderNumber` and `description` in plain ASCII',
  checksCardAtZero: 'amount 0 checks a card',
  takesBasicLogin: '`Authorization: Basic` as a login',
  orderIds: 'form of `orderId`',
  formUrl: '`formUrl`, behind `merchants/`',
  returnParameters: 'the payer returns with',
  finishedInfoForShop: 'getFinishedPaymentInfo.do is for the shop, too',
  expiredActionCode: '`actionCode` of an order that nobody paid in time',
  threeDsVersion: '3-D Secure',
  capturedReversal: 'reverse.do makes of a captured payment',
  reversalClearsApproved: 'a reversal clears `approvedAmount`',
  capturesInSteps: 'captures in several steps (status 8)',
  tellsPartRefunds: 'status 7 for a part refund',
  leastOperationMinor: 'least amount to capture or refund, in minor units',
  operationsTakeOrderNumber: 'operations find an order by `orderNumber`',
  bindingPaymentWants: 'paymentOrderBinding.do wants',
  allowedFeatures: 'features that need a permission, and are allowed',
  utcOffsetMinutes: 'minutes east of UTC',
  terminalId: '`terminalId`',
  country: 'country',
  results: '`errorCode`',
  legacyKeys: 'keys of getOrderStatus.do',
  legacyTellsParams: 'getOrderStatus.do has `params`',
  confirmationMinutes: 'minutes until an unconfirmed payment is cancelled',
  paymentAttempts: 'attempts to pay an order',
  cancelledActionCode: '`actionCode` after the payer gave up',
  failedChallengeCode: '`actionCode` after a failed challenge',
  panMask: 'mask of card numbers',
  panKeys: 'masked number in `cardAuthInfo`',
  statusVersion: 'version of getOrderStatusExtended.do',
  unknownOrderHttpStatus: 'HTTP status of acknowledgeTransaction.do for an unknown order',
  namelessCallHttpStatus: "HTTP status of the page's own calls without an order",
  generalTextCodes: 'action codes with a general text',
  callbackKind: 'callbacks',
  errorCodes: 'own error codes',
};

/** In the order in which they are shown. */
export const facts = Object.keys(factNames) as Fact[];

const shown = (value: unknown, say: SayFact): string => {
  if (typeof value === 'boolean') return value ? say('yes') : say('no');
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return value.length > 0 ? value.join(', ') : say('nothing');
  const entries = Object.entries(value).map(([key, entry]) => `${key}: ${shown(entry, say)}`);
  return entries.length > 0 ? entries.join('; ') : say('none');
};

const styles = ({ results }: Bank, say: SayFact): string =>
  Object.entries(results)
    .map(([family, { success, refusal }]) =>
      say('{family}: {success}, refused: {refusal}', { family, success, refusal }),
    )
    .join('; ');

/** How sure a fact is. */
export const sureness = { doc: 'documented', client: 'seen', guess: 'guess' } as const;

/** The value of a fact as text. */
export const factInWords = (bank: Bank, fact: Fact, say: SayFact): string =>
  fact === 'results' ? styles(bank, say) : shown(bank[fact], say);

/** What else there is to say about a fact: its note, and when and where it was seen; undefined for nothing. */
export const remarkOn = ({ provenance, hosts }: Bank, fact: Fact, say: SayFact): string | undefined => {
  const [, , note, seen] = provenance[fact];
  const remarks = [...(note ? [say(note)] : []), ...(seen ? seenInWords(seen, hosts.test, say) : [])];
  return remarks.length > 0 ? remarks.join('; ') : undefined;
};

const seenInWords = ({ on, at, asked }: Seen, testHost: string | undefined, say: SayFact): readonly string[] => [
  ...(at === undefined ? seenSometime(on, say) : [at === testHost ? seenAtTestHost(on, say) : seenAt(at, on, say)]),
  ...(asked === undefined ? [] : [say('asked: {asked}', { asked })]),
];

/** A day has two dashes, a month has one. */
const isDay = (date: string): boolean => date.split('-').length === 3;

const seenSometime = (date: string | undefined, say: SayFact): readonly string[] => {
  if (date === undefined) return [];
  return [isDay(date) ? say('seen on {date}', { date }) : say('seen in {date}', { date })];
};

const seenAtTestHost = (date: string | undefined, say: SayFact): string => {
  if (date === undefined) return say('seen at the test host');
  return isDay(date)
    ? say('seen at the test host on {date}', { date })
    : say('seen at the test host in {date}', { date });
};

const seenAt = (host: string, date: string | undefined, say: SayFact): string => {
  if (date === undefined) return say('seen at {host}', { host });
  return isDay(date)
    ? say('seen at {host} on {date}', { host, date })
    : say('seen at {host} in {date}', { host, date });
};

/** Whether two banks differ in a fact. */
export const differs = (bank: Bank, other: Bank, fact: Fact): boolean =>
  JSON.stringify(bank[fact]) !== JSON.stringify(other[fact]);
