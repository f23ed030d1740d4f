import type { AnswerKind } from './answer-table.ts';

/** What the value of a field looks like, in the words of JSON Schema. */
export type FieldFormat = Readonly<Record<string, string | number>>;

interface FormatRow {
  readonly names: readonly string[];
  /** Only for fields of this kind: `date` is a number in one answer and a text in another. */
  readonly kind: AnswerKind;
  readonly format: FieldFormat;
}

/** 9 September 2001: seconds in place of milliseconds are less. */
const leastMs = 1_000_000_000_000;

/** What the formats of a bank depend on. */
export interface FormatFacts {
  /** The text between the first six and the last four digits of a card number. */
  readonly panMask: string;
  readonly orderIds: 'uuid' | 'letters';
}

const orderIds: ReadonlySet<string> = new Set(['orderId', 'mdOrder', 'MDORDER', 'mdorder', 'threeDSVer2MdOrder']);

/** Ids that the gateway makes for other things. */
const otherIds: ReadonlySet<string> = new Set([
  'bindingId',
  'templateId',
  'taskUuid',
  'paymentUuid',
  'paymentAttemptUuid',
  'threeDSServerTransId',
  'threeDSServerTransID',
]);

const uuid: FieldFormat = { format: 'uuid' };

/** Twenty letters and digits, as `ids.letters` makes them. */
const letters: FieldFormat = { pattern: '^[A-Za-z0-9]{20}$' };

const idFormat = (name: string, bank: Pick<FormatFacts, 'orderIds'>): FieldFormat | undefined => {
  if (orderIds.has(name)) return bank.orderIds === 'letters' ? letters : uuid;
  return otherIds.has(name) ? uuid : undefined;
};

/** The formats of fields by name: a name means the same in every call. */
const rows: readonly FormatRow[] = [
  {
    names: [
      'formUrl',
      'redirect',
      'redirectUrl',
      'acsUrl',
      'termUrl',
      'backUrl',
      'threeDSMethodURL',
      'threeDSMethodURLServer',
    ],
    kind: 'text',
    format: { format: 'uri' },
  },
  {
    names: [
      'date',
      'depositedDate',
      'refundedDate',
      'reversedDate',
      'authDateTime',
      'paymentDate',
      'createdDate',
      'keyExpiration',
      'time',
    ],
    kind: 'number',
    format: { format: 'int64', minimum: leastMs },
  },
  { names: ['expiration', 'expiry', 'expiryDate'], kind: 'text', format: { pattern: '^20\\d{2}(0[1-9]|1[0-2])$' } },
  { names: ['currency'], kind: 'text', format: { pattern: '^(\\d{3}|[A-Z]{3})$' } },
  { names: ['bankCountryCode', 'emitterCountryCode'], kind: 'text', format: { pattern: '^([A-Z]{2}|UNKNOWN)$' } },
  { names: ['packedCReq', 'threeDSMethodDataPacked'], kind: 'text', format: { pattern: '^[A-Za-z0-9_-]+$' } },
  {
    names: ['updated', 'created', 'nextPaymentDate', 'lastPaymentDate', 'executed'],
    kind: 'text',
    format: { format: 'date-time' },
  },
];

/** Fields that hold a masked card number. */
const maskedNames: ReadonlySet<string> = new Set(['maskedPan', 'panMasked', 'Pan', 'pan']);

/** The pattern of a masked card number. `panMask`: the text between its first six and its last four digits. */
export const maskedPattern = (panMask: string): string => `^\\d{6}${panMask.replaceAll('*', '\\*')}\\d{4}$`;

/** The format of a field of an answer. */
export const answerFormat = (name: string, kind: AnswerKind, bank: FormatFacts): FieldFormat => {
  if (maskedNames.has(name) && kind === 'text') return { pattern: maskedPattern(bank.panMask) };
  const id = kind === 'text' ? idFormat(name, bank) : undefined;
  return id ?? rows.find((row) => row.kind === kind && row.names.includes(name))?.format ?? {};
};

/** The format of a parameter that names a thing of the gateway. */
export const parameterFormat = (name: string, bank: Pick<FormatFacts, 'orderIds'>): FieldFormat =>
  idFormat(name, bank) ?? {};
