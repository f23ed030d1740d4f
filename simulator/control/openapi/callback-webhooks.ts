import type { Bank } from '../../banks/bank.ts';
import { type CallbackParameter, callbackParameterOperations } from '../../data/callback-parameters.ts';
import { maskedPattern, parameterFormat } from '../../data/field-formats.ts';
import { callbackOperations } from '../../domain/callback.ts';
import type { Operation, Paths, Schema } from './openapi.ts';

const text: Schema = { type: 'string' };

/** The parameters that are always there, or there in a signed callback. All are texts. */
const headFields = (bank: Bank): Readonly<Record<string, Schema>> => ({
  mdOrder: {
    ...text,
    ...parameterFormat('mdOrder', bank),
    description: 'Id of the order; absent for a stored card without an order.',
  },
  orderNumber: { ...text, description: "The shop's own number of the order." },
  operation: { ...text, enum: callbackOperations },
  status: { ...text, enum: ['0', '1'], description: '1: it succeeded.' },
  sign_alias: { ...text, description: 'Only with an RSA checksum.' },
  checksum: {
    ...text,
    pattern: '^([0-9A-F]{64}|[0-9A-F]{512})$',
    description: 'HMAC-SHA256 with the callback token, or RSA, of the other parameters by name. Not signed: absent.',
  },
  callbackCreationDate: { ...text, description: '`Mon Jan 31 21:46:52 UTC 2022`, if the merchant asks for it.' },
});

/** Further parameters with a form of their own; the others are texts. */
const forms = (panMask: string): Readonly<Partial<Record<CallbackParameter, string>>> => {
  const mask = maskedPattern(panMask);
  const [amount, date] = ['^\\d+$', '^\\d{13}$'];
  return {
    amount,
    paymentAmount: amount,
    feeAmount: amount,
    approvedAmount: amount,
    depositedAmount: amount,
    refundedAmount: amount,
    operationRefundedAmount: amount,
    currency: '^\\d{3}$',
    maskedPan: mask,
    panMasked: mask,
    date,
    paymentDate: date,
    depositedDate: date,
    reversedDate: date,
    refundedDate: date,
    declineDate: date,
    sessionExpiredDate: date,
    enabled: '^(true|false)$',
  };
};

const furtherFields = (bank: Bank): Readonly<Record<string, Schema>> => {
  const patterns = forms(bank.panMask);
  return Object.fromEntries(
    Object.entries(callbackParameterOperations).map(([name, operations]) => [
      name,
      {
        ...text,
        ...parameterFormat(name, bank),
        ...(patterns[name as CallbackParameter] && { pattern: patterns[name as CallbackParameter] }),
        description: `If the merchant asks for it, with ${operations.join(', ')}.`,
      },
    ]),
  );
};

const required = ['operation', 'status'];

const exampleOf = ({ orderIds }: Bank): Readonly<Record<string, string>> => ({
  mdOrder: orderIds === 'letters' ? 'cOxxlsGKXBkGfCAAmnBu' : '019b7862-0c00-7000-8000-000000000001',
  orderNumber: '10001',
  operation: 'deposited',
  status: '1',
});

const responses = {
  '200': { description: 'The shop has taken the callback.' },
  default: { description: 'Anything else: the gateway sends it again later.' },
};

const facts = {
  tags: ['callbacks'],
  summary: 'The gateway tells the shop about an event of an order or a stored card.',
  description:
    'A query, a form, or a token, as the merchant has chosen. Source: BPC REST documentation, callback notifications.',
  security: [],
  responses,
};

type Fields = Readonly<Record<string, Schema>>;
type Example = Readonly<Record<string, string>>;

const byQuery = (fields: Fields, example: Example): Operation => ({
  operationId: 'callbackByGet',
  ...facts,
  parameters: Object.entries(fields).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    ...(description !== undefined && { description }),
    schema,
    ...(name in example && { example: example[name] }),
  })),
});

const byForm = (fields: Fields, example: Example): Operation => ({
  operationId: 'callbackByPost',
  ...facts,
  requestBody: {
    required: true,
    content: {
      'application/x-www-form-urlencoded': { schema: { type: 'object', properties: fields, required }, example },
    },
  },
});

const byToken: Operation = {
  operationId: 'callbackByToken',
  ...facts,
  requestBody: {
    required: true,
    description: 'A JSON Web Token (HS256); its claim `payload` holds the parameters.',
    content: { 'text/plain': { schema: { ...text, pattern: '^[\\w-]+\\.[\\w-]+\\.[\\w-]*$' } } },
  },
};

/** The callbacks of a bank: a query, or a form if the merchant has chosen POST; at some banks a token. */
export const callbackWebhooks = (bank: Bank): Paths => {
  const fields = { ...headFields(bank), ...furtherFields(bank) };
  const example = exampleOf(bank);
  return bank.callbackKind === 'jwt'
    ? { callback: { post: byToken } }
    : { callback: { get: byQuery(fields, example), post: byForm(fields, example) } };
};
