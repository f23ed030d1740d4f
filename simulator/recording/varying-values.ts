import { answerFormat, type FormatFacts } from '../data/field-formats.ts';
import { maskPan } from '../domain/card.ts';
import { neutral } from './neutral.ts';
import { isCode } from './neutral-json.ts';
import { ownIn } from './own-in.ts';
import { anyText, exact, numberLike, type Sample, textLike } from './rules.ts';
import type { CardOfState } from './state-of-order.ts';

/** What the matchers of an answer depend on. */
export interface AnswerFacts {
  readonly bank: FormatFacts;
  /** The card with which the state pays; absent: no card is known. */
  readonly card?: CardOfState | undefined;
  /** The recorded answer is about this same card. */
  readonly isSameCard: boolean;
  /** The state has the texts of the recorded order, in neutral words. */
  readonly hasNeutralTexts: boolean;
  /** The state refunds under an id of the shop. */
  readonly hasRefundId: boolean;
}

const uuid = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const isUuid = new RegExp(`^${uuid}$`);

const neutralIds: Readonly<Record<string, string>> = {
  orderId: neutral.orderId,
  mdOrder: neutral.orderId,
  bindingId: neutral.bindingId,
};

/** Fields that the tables of formats do not have. */
const texts: Readonly<Record<string, readonly [pattern: string, sample: string]>> = {
  orderNumber: ['^\\S{1,36}$', neutral.orderNumber],
  authRefNum: ['^\\d{12}$', '600112345672'],
  referenceNumber: ['^\\d{12}$', '600112345672'],
  approvalCode: ['^\\w{6}$', '482913'],
  terminalId: ['^.{1,10}$', '98000001'],
  cavv: ['^[\\w+/]{27}=$', 'AAABBEg0VhI0VniQEjRWAAAAAAA='],
  ip: ['^[0-9a-f.:]+$', neutral.ip],
  merchantIp: ['^[0-9a-f.:]+$', neutral.ip],
  displayLabel: ['^X+\\d{4}$', 'XXXXXXXXXXXX5599'],
  threeDSProtocolVersion: ['^\\d(\\.\\d)*$', '2.2.0'],
  currencyCode: ['^\\d{3}$', '398'],
};

/** Words for people, which depend on the language, the card or the bank behind it. */
const anyWords: ReadonlySet<string> = new Set([
  'actionCodeDescription',
  'displayErrorMessage',
  'cardholderName',
  'bankName',
  'bankCountryName',
  'product',
]);

/** Facts of a card: codes that are exact if the state pays with the same card. */
const cardFacts: Readonly<Record<string, readonly [pattern: string, sample: string]>> = {
  paymentSystem: ['^[A-Z]+$', 'MASTERCARD'],
  productCategory: ['^[A-Z]*$', 'DEBIT'],
  corporateCard: ['^(true|false)$', 'false'],
  aresTransStatus: ['^[A-Z]$', 'C'],
  rreqTransStatus: ['^[A-Z]$', 'Y'],
  threeDsType: ['^\\d+$', '3'],
};

/** Texts of the shop, which the state of an order is given in neutral words. */
const ofShop: Readonly<Record<string, string>> = {
  orderDescription: neutral.description,
  clientId: neutral.clientId,
  email: neutral.email,
  phone: neutral.phone,
  externalRefundId: neutral.externalRefundId,
};

/** A refusal or a success in words. */
const messages: ReadonlySet<string> = new Set(['errorMessage', 'ErrorMessage', 'error', 'message', 'description']);
const successWords = /^(?:Success|Успешно)$/;

/** The sample of a field of an answer. Codes, states, names, amounts and flags are exact. */
export const sampleOf = (name: string, value: unknown, facts: AnswerFacts): Sample => {
  if (typeof value === 'number') return numberSample(name, value, facts);
  return typeof value === 'string' ? textSample(name, value, facts) : exact(value);
};

const numberSample = (name: string, value: number, { bank, isSameCard }: AnswerFacts): Sample => {
  if (name === 'eci' && !isSameCard) return numberLike('^[0-7]$', 2);
  const isDate = answerFormat(name, 'number', bank)['format'] === 'int64' || value >= leastMs;
  return isDate ? numberLike('^1[6-9]\\d{11}$', neutral.dateMs) : exact(value);
};

const leastMs = 1_000_000_000_000;

const textSample = (name: string, value: string, facts: AnswerFacts): Sample => {
  const { bank, card, isSameCard, hasNeutralTexts } = facts;
  if (messages.has(name))
    return successWords.test(value) ? textLike('^(Success|Успешно)$', 'Success') : textLike('^.+$', neutral.text);
  if (isUuid.test(value)) return textLike(`^${uuid}$`, ownIn(neutralIds, name) ?? neutral.id);
  if (/^https?:\/\//.test(value)) return addressSample(name, value);
  const shops = ownIn(ofShop, name);
  if (shops !== undefined) return value !== '' && hasNeutralTexts ? exact(shops) : anyText(value === '' ? '' : shops);
  const own = ownIn(texts, name);
  if (own) return textLike(...own);
  if (/^\d{6}\D+\d{4}$/.test(value)) return maskSample(value, isSameCard ? card : undefined);
  const ofCard = ownIn(cardFacts, name);
  if (ofCard) return isSameCard ? exact(value) : textLike(...ofCard);
  if (anyWords.has(name)) return anyText(value === '' ? '' : neutral.text);
  return patternSample(name, value, bank);
};

/** A field whose format stands in the gateway's tables, or one that nothing is known of. */
const patternSample = (name: string, value: string, bank: FormatFacts): Sample => {
  const { pattern, format } = answerFormat(name, 'text', bank);
  if (name === 'currency') return exact(value);
  if (name === 'bankCountryCode') return textLike('^([A-Z]{2}|UNKNOWN)$', 'KZ');
  if (typeof pattern === 'string' && new RegExp(pattern).test(value)) return textLike(pattern, sampleFor(name, value));
  if (format === 'date-time' || /^\d{4}-\d\d-\d\dT[\d:.]+/.test(value))
    return textLike('^\\d{4}-\\d\\d-\\d\\dT[\\d:.]+(Z|[+-][\\d:]+)?$', neutral.date);
  if (/^\d{14}$/.test(value)) return textLike('^20\\d{12}$', '20260101080000');
  return value === '' || isCode(value) ? exact(value) : anyText(neutral.text);
};

const sampleFor = (name: string, value: string): string => {
  if (/expir/i.test(name)) return '203412';
  return /^[A-Za-z0-9]{20}$/.test(value) ? neutral.letters : value;
};

/** `555555**5599`: of the state's own card, or of any. */
const maskSample = (value: string, card: CardOfState | undefined): Sample => {
  const mask = value.slice(6, -4);
  const escaped = inPattern(mask);
  const pan = card?.pan ?? '5555555555555599';
  const sample = `${pan.slice(0, 6)}${mask}${pan.slice(-4)}`;
  return card ? exact(sample) : textLike(`^\\d{6}${escaped}\\d{4}$`, sample);
};

/** A text as a part of a pattern that stands for itself. */
const inPattern = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** An address, with the names of its query whose values have a known shape, in their order. */
const addressSample = (name: string, value: string): Sample => {
  const query = [...(URL.parse(value)?.searchParams ?? [])].flatMap(([key, one]) => {
    if (isUuid.test(one)) return [{ key, shape: uuid, sample: ownIn(neutralIds, key) ?? neutral.orderId }];
    if (/^[A-Za-z0-9]{20}$/.test(one) && /order/i.test(key))
      return [{ key, shape: '[A-Za-z0-9]{20}', sample: neutral.letters }];
    return /^[a-z]{2}$/.test(one) ? [{ key, shape: '[a-z]{2}', sample: one }] : [];
  });
  if (query.length === 0) return textLike('^https?://\\S+$', name === 'formUrl' ? neutral.formUrl : neutral.returnUrl);
  const shape = query.map(({ key, shape: one }) => `[?&]${inPattern(key)}=${one}`).join('(&\\S*)?');
  const sample = query.map(({ key, sample: one }) => `${key}=${one}`).join('&');
  const base = name === 'formUrl' ? neutral.formUrl.replace(/\?.*/, '') : neutral.returnUrl;
  return textLike(`^https?://\\S+${shape}(&\\S*)?$`, `${base}?${sample}`);
};

/** Whether an answer is about this card. */
export const isAbout = (answer: string, card: CardOfState | undefined, panMask: string): boolean =>
  card !== undefined && answer.includes(`"${maskPan(card.pan).replace('**', panMask)}"`);
