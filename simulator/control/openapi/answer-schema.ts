import type { AnswerRow, AnswerShape, AnswerTable } from '../../data/answer-table.ts';
import { answerFormat, type FieldFormat, type FormatFacts } from '../../data/field-formats.ts';
import { type Components, refTo, type Schema } from './openapi.ts';

type Plain = 'text' | 'number' | 'flag' | 'code' | 'any';

const types = { text: 'string', number: 'integer', flag: 'boolean', code: ['string', 'integer'] } as const;

const plainSchema = (kind: Plain): Schema => (kind === 'any' ? {} : { type: types[kind] });

/** Where the answers of a bank are described. */
export interface AnswerPlace {
  readonly components: Components;
  readonly bank: FormatFacts;
}

/** Adds a shape to the shared schemas and refers to it. */
export const shapeSchema = ({ name, fields }: AnswerShape, place: AnswerPlace): Schema => {
  place.components.set(name, fieldsSchema(fields, place));
  return refTo(name);
};

/** The fields of an answer as a schema; a real gateway may send more. */
const fieldsSchema = (table: AnswerTable, place: AnswerPlace): Schema => ({
  type: 'object',
  properties: Object.fromEntries(Object.entries(table).map(([name, row]) => [name, rowSchema(name, row, place)])),
  required: Object.entries(table)
    .filter(([, { optional }]) => !optional)
    .map(([name]) => name),
});

const rowSchema = (name: string, row: AnswerRow, place: AnswerPlace): Schema => ({
  ...valueSchema(row, place),
  ...orEmpty(answerFormat(name, row.kind, place.bank), row.isEmptyBefore),
  ...(row.values && { enum: row.values }),
  ...(row.meaning !== undefined && { description: row.meaning }),
});

const orEmpty = ({ pattern, ...format }: FieldFormat, mayBeEmpty = false): FieldFormat => ({
  ...format,
  ...(pattern !== undefined && { pattern: mayBeEmpty ? `^$|${pattern}` : pattern }),
});

const valueSchema = ({ kind, fields, shape, of = 'any' }: AnswerRow, place: AnswerPlace): Schema => {
  if (kind !== 'list' && kind !== 'object') return plainSchema(kind);
  const inner = shape ? shapeSchema(shape, place) : fields && fieldsSchema(fields, place);
  if (kind === 'list') return { type: 'array', items: inner ?? plainSchema(of) };
  return inner ?? { type: 'object', additionalProperties: plainSchema(of) };
};
