import type { Json } from '../helpers/simulator/simulator.ts';

/** A JSON type as a Go struct declares it; a struct lists its fields, a slice has one element type. */
export type GoType = 'string' | 'int' | 'bool' | readonly [GoType] | { readonly [field: string]: GoType };

/**
 * Decodes JSON as Go's encoding/json does into a struct: an absent or null field is its zero value, an unknown field is
 * ignored, a field of another type fails the whole answer. Names match without regard to case.
 */
export const decodeAsGo = (text: string, type: GoType): Json => goValue(JSON.parse(text), type, '') as Json;

const goValue = (value: unknown, type: GoType, path: string): unknown => {
  if (value === undefined || value === null) return goZero(type);
  if (type === 'string' || type === 'bool') {
    if (typeof value !== (type === 'bool' ? 'boolean' : 'string')) throw cannotDecode(value, type, path);
    return value;
  }
  if (type === 'int') {
    if (!Number.isSafeInteger(value)) throw cannotDecode(value, type, path);
    return value;
  }
  if (isSlice(type)) {
    if (!Array.isArray(value)) throw cannotDecode(value, 'slice', path);
    return value.map((item, index) => goValue(item, type[0], `${path}[${index}]`));
  }
  if (typeof value !== 'object' || Array.isArray(value)) throw cannotDecode(value, 'struct', path);
  const found = new Map(Object.entries(value).map(([name, field]) => [name.toLowerCase(), field]));
  return Object.fromEntries(
    Object.entries(type).map(([name, field]) => [
      name,
      goValue(found.get(name.toLowerCase()), field, `${path}.${name}`),
    ]),
  );
};

const isSlice = (type: GoType): type is readonly [GoType] => Array.isArray(type);

const goZero = (type: GoType): unknown => {
  if (typeof type === 'string') return { string: '', int: 0, bool: false }[type];
  return isSlice(type) ? [] : Object.fromEntries(Object.entries(type).map(([name, field]) => [name, goZero(field)]));
};

const cannotDecode = (value: unknown, type: string, path: string): Error =>
  new Error(`json: cannot unmarshal ${JSON.stringify(value)} into field ${path} of type ${type}`);

/** PHP's isset() of a decoded field. */
const phpIsset = (value: unknown): boolean => value !== undefined && value !== null;

/** PHP's empty() of a decoded field: "0" is empty. */
const phpEmpty = (value: unknown): boolean =>
  !phpIsset(value) || value === '' || value === '0' || value === 0 || value === false;

/** Python's bool() of a decoded field: "0" is true. */
const pythonTrue = (value: unknown): boolean => phpIsset(value) && value !== '' && value !== 0 && value !== false;

const goResult = { errorCode: 'string', errorMessage: 'string' } as const satisfies GoType;
const goPairs = [{ name: 'string', value: 'string' }] as const satisfies GoType;

/** Answer of a registration, as a Go client of Bereke declares it. */
export const goRegistered = { ...goResult, formUrl: 'string', orderId: 'string' } as const satisfies GoType;

/** Answer of the extended status; the fields of two Go clients together. */
export const goStatus = {
  ...goResult,
  orderNumber: 'string',
  orderStatus: 'int',
  actionCode: 'int',
  actionCodeDescription: 'string',
  amount: 'int',
  currency: 'string',
  date: 'int',
  depositedDate: 'int',
  refundedDate: 'int',
  reversedDate: 'int',
  authDateTime: 'int',
  orderDescription: 'string',
  ip: 'string',
  authRefNum: 'string',
  terminalId: 'string',
  paymentWay: 'string',
  chargeback: 'bool',
  displayErrorMessage: 'string',
  tii: 'string',
  merchantOrderParams: goPairs,
  attributes: goPairs,
  transactionAttributes: goPairs,
  bindingInfo: {
    clientId: 'string',
    bindingId: 'string',
    authDateTime: 'int',
    authRefNum: 'string',
    terminalId: 'string',
    externalCreated: 'bool',
  },
  paymentAmountInfo: {
    paymentState: 'string',
    approvedAmount: 'int',
    depositedAmount: 'int',
    refundedAmount: 'int',
    feeAmount: 'int',
    totalAmount: 'int',
  },
  bankInfo: { bankName: 'string', bankCountryCode: 'string', bankCountryName: 'string' },
  cardAuthInfo: {
    maskedPan: 'string',
    expiration: 'string',
    cardholderName: 'string',
    approvalCode: 'string',
    paymentSystem: 'string',
    product: 'string',
    productCategory: 'string',
    corporateCard: 'string',
    secureAuthInfo: {
      authTypeIndicator: 'string',
      cavv: 'string',
      xid: 'string',
      threeDSProtocolVersion: 'string',
      rreqTransStatus: 'string',
      aresTransStatus: 'string',
    },
  },
  refunds: [
    {
      date: 'string',
      externalRefundId: 'string',
      approvalCode: 'string',
      actionCode: 'string',
      referenceNumber: 'string',
      amount: 'int',
    },
  ],
  payerData: { email: 'string', phone: 'string', postAddress: 'string' },
} as const satisfies GoType;

/** A merchant's client as far as it judges answers: it goes on, or it thinks that something is wrong. */
export interface Judge {
  /** Whether it sends the payer to the card page after this answer of register.do. */
  readonly registered: (text: string) => boolean;
  /** Whether it believes that deposit.do, reverse.do or refund.do went well. */
  readonly succeeded: (text: string) => boolean;
  /** Whether it reads this answer of getOrderStatusExtended.do as paid. */
  readonly paid: (text: string) => boolean;
}

const read = (text: string): Json => JSON.parse(text);

/** How public clients of the gateway tell success from failure, each by the habits of its language. */
export const judges: Readonly<Record<string, Judge>> = {
  'Go, every field typed': {
    registered: (text) => {
      const { errorCode, formUrl, orderId } = decodeAsGo(text, goRegistered);
      return errorCode === '' && formUrl !== '' && orderId !== '';
    },
    succeeded: (text) => ['', '0'].includes(decodeAsGo(text, goResult)['errorCode']),
    paid: (text) => [1, 2].includes(decodeAsGo(text, goStatus)['orderStatus']),
  },
  'PHP, isset of the code is a failure': {
    registered: (text) => !phpIsset(read(text)['errorCode']) && phpIsset(read(text)['formUrl']),
    succeeded: (text) => phpEmpty(read(text)['errorCode']),
    paid: (text) => phpIsset(read(text)['orderStatus']) && [1, 2].includes(read(text)['orderStatus']),
  },
  'PHP, only formUrl counts; codes are cast to int': {
    registered: (text) => !phpEmpty(read(text)['formUrl']),
    succeeded: (text) => phpIsset(read(text)['errorCode']) && Number(read(text)['errorCode']) === 0,
    paid: (text) => Number(read(text)['orderStatus']) === 2,
  },
  'Python, any true code is a failure': {
    registered: (text) => !pythonTrue(read(text)['errorCode']) && 'orderId' in read(text),
    succeeded: (text) => Number.parseInt(read(text)['errorCode'], 10) === 0,
    paid: (text) => read(text)['orderStatus'] === 2,
  },
  'Python, a code that is there has to be the text 0': {
    registered: (text) => !('errorCode' in read(text)) || read(text)['errorCode'] === '0',
    succeeded: (text) => !('errorCode' in read(text)) || read(text)['errorCode'] === '0',
    paid: (text) => read(text)['errorCode'] === '0' && read(text)['orderStatus'] === 2,
  },
  'TypeScript, the code has to be the text 0, and to be there after a refund': {
    registered: (text) => (read(text)['errorCode'] ?? '0') === '0' && typeof read(text)['formUrl'] === 'string',
    succeeded: (text) => read(text)['errorCode'] === '0',
    paid: (text) => read(text)['errorCode'] === '0' && [1, 2].includes(read(text)['orderStatus']),
  },
  'one that trusts the message alone': {
    registered: (text) => !('errorMessage' in read(text)),
    succeeded: (text) => ['Success', 'Успешно'].includes(read(text)['errorMessage']),
    paid: (text) => ['Success', 'Успешно'].includes(read(text)['errorMessage']) && read(text)['orderStatus'] === 2,
  },
};
