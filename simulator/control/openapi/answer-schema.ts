import type { AnswerRow, AnswerShape, AnswerTable } from '../../data/answer-table.ts';
import { type Components, refTo, type Schema } from './openapi.ts';

type Plain = 'text' | 'number' | 'flag' | 'code' | 'any';

const types = { text: 'string', number: 'integer', flag: 'boolean', code: ['string', 'integer'] } as const;

const plainSchema = (kind: Plain): Schema => (kind === 'any' ? {} : { type: types[kind] });

/** Adds a shape to the shared schemas and refers to it. */
export const shapeSchema = ({ name, fields }: AnswerShape, components: Components): Schema => {
  components.set(name, fieldsSchema(fields, components));
  return refTo(name);
};

/** The fields of an answer as a schema; a real gateway may send more. */
const fieldsSchema = (table: AnswerTable, components: Components): Schema => ({
  type: 'object',
  properties: Object.fromEntries(Object.entries(table).map(([name, row]) => [name, rowSchema(row, components)])),
  required: Object.entries(table)
    .filter(([, { optional }]) => !optional)
    .map(([name]) => name),
});

const rowSchema = (row: AnswerRow, components: Components): Schema => ({
  ...valueSchema(row, components),
  ...(row.values && { enum: row.values }),
  ...(row.meaning !== undefined && { description: row.meaning }),
});

const valueSchema = ({ kind, fields, shape, of = 'any' }: AnswerRow, components: Components): Schema => {
  if (kind !== 'list' && kind !== 'object') return plainSchema(kind);
  const inner = shape ? shapeSchema(shape, components) : fields && fieldsSchema(fields, components);
  if (kind === 'list') return { type: 'array', items: inner ?? plainSchema(of) };
  return inner ?? { type: 'object', additionalProperties: plainSchema(of) };
};
