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

/** Ids that the gateway makes. */
const ids: FormatRow = {
  names: [
    'orderId',
    'mdOrder',
    'MDORDER',
    'mdorder',
    'bindingId',
    'templateId',
    'taskUuid',
    'paymentUuid',
    'paymentAttemptUuid',
    'threeDSServerTransId',
    'threeDSServerTransID',
    'threeDSVer2MdOrder',
  ],
  kind: 'text',
  format: { format: 'uuid' },
};

/** The formats of fields by name: a name means the same in every call. */
const rows: readonly FormatRow[] = [
  ids,
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

/** The format of a field of an answer; `panMask`: the text between the first six and the last four digits of a card. */
export const answerFormat = (name: string, kind: AnswerKind, panMask: string): FieldFormat => {
  if (maskedNames.has(name) && kind === 'text') return { pattern: maskedPattern(panMask) };
  return rows.find((row) => row.kind === kind && row.names.includes(name))?.format ?? {};
};

/** The format of a parameter that names a thing of the gateway. */
export const parameterFormat = (name: string): FieldFormat => (ids.names.includes(name) ? ids.format : {});
