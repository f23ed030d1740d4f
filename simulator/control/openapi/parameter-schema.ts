import type { Bank } from '../../banks/bank.ts';
import { parameterFormat } from '../../data/field-formats.ts';
import type { ParameterKind, ParameterRow, ParameterTable } from '../../data/parameter-table.ts';
import type { Schema } from './openapi.ts';

/** What a bank allows in parameters. */
type BankLimits = Pick<Bank, 'currencies' | 'orderNumberLength' | 'orderIds'>;

type Write = (row: ParameterRow, bank?: BankLimits) => Schema;

const text: Write = ({ min, max }) => ({
  type: 'string',
  ...(min !== undefined && { minLength: min }),
  ...(max !== undefined && { maxLength: max }),
});

/** The checks of `check-parameters.ts` for each kind, as far as a schema can express them. In a form every value is text. */
const kinds: Readonly<Record<ParameterKind, Write>> = {
  text,
  digits: (row) => ({ ...text(row), pattern: '^\\d+$' }),
  amount: () => ({ type: 'integer', minimum: 0, maximum: 999_999_999_999 }),
  flag: () => ({ type: 'boolean' }),
  language: () => ({ type: 'string' }),
  currency: () => ({ type: 'string', pattern: '^\\d{3}$' }),
  'return-url': ({ max = 512 }) => ({ type: 'string', format: 'uri-reference', maxLength: max }),
  'date-time': () => ({ type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d$' }),
  json: () => ({ type: 'string', contentMediaType: 'application/json' }),
  secret: text,
};

/** The same in a JSON body, in which objects are not text and digits may be a number. */
const jsonKinds: Readonly<Record<ParameterKind, Write>> = {
  ...kinds,
  // The manual prints amounts as numbers and, for an industry practice, as texts.
  amount: (row) => ({ ...kinds.amount(row), type: ['integer', 'string'], pattern: '^\\d+$' }),
  digits: (row) => ({ ...kinds.digits(row), type: ['string', 'integer'] }),
  json: ({ fields }, bank) =>
    fields ? objectSchema(fields, 'json', [], bank) : { type: ['object', 'array'], items: {} },
  secret: (row, bank) => (row.fields ? objectSchema(row.fields, 'json', [], bank) : text(row)),
};

/** How the values of a call are sent. In a query, all are text as in a form. */
export type Sending = 'form' | 'json';

/** The schema of one parameter, without its meaning. */
export const parameterSchema = (name: string, row: ParameterRow, sending: Sending, bank?: BankLimits): Schema => ({
  ...(sending === 'json' ? jsonKinds : kinds)[row.kind](row, bank),
  ...(bank && parameterFormat(name, bank)),
  ...(bank && row.kind === 'currency' && { enum: [...new Set(bank.currencies)] }),
  ...(bank && name === 'orderNumber' && row.kind === 'text' && { maxLength: bank.orderNumberLength }),
  ...(row.isRepeatable && { type: ['string', 'array'], items: { type: 'string' } }),
  ...(name === 'password' && { format: 'password' }),
});

/** The parameters of a call as one object. `alsoRequired` names those that another check requires. */
export const objectSchema = (
  table: ParameterTable,
  sending: Sending,
  alsoRequired: readonly string[] = [],
  bank?: BankLimits,
): Schema => {
  const rows = Object.entries(table);
  const required = rows.filter(([name, row]) => row.required || alsoRequired.includes(name)).map(([name]) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(
      rows.map(([name, row]) => [name, { ...parameterSchema(name, row, sending, bank), description: row.meaning }]),
    ),
    ...(required.length > 0 && { required }),
  };
};
