/** The type of a field of an answer. Numbers are whole; `code`: a text or a number; `any`: the value of the request. */
export type AnswerKind = 'text' | 'number' | 'flag' | 'code' | 'object' | 'list' | 'any';

export interface AnswerRow {
  readonly kind: AnswerKind;
  readonly meaning?: string;
  /** A text that is empty as long as there is nothing to tell. */
  readonly isEmptyBefore?: true;
  /** It may be absent, but is never null. */
  readonly optional?: true;
  /** All possible values. */
  readonly values?: readonly (string | number | boolean)[];
  /** Of an object, or of each object in a list. */
  readonly fields?: AnswerTable;
  /** The same, if several answers have it. */
  readonly shape?: AnswerShape;
  /** Of an object with any names, or of a list without fields. */
  readonly of?: 'text' | 'number' | 'any';
}

/** The documented fields of a successful answer. */
export type AnswerTable = Readonly<Record<string, AnswerRow>>;

/** An answer with its name in the document; calls may share one. */
export interface AnswerShape {
  readonly name: string;
  readonly fields: AnswerTable;
}

/** The same rows, all optional. */
export const optionalRows = (table: AnswerTable): AnswerTable =>
  Object.fromEntries(Object.entries(table).map(([name, row]) => [name, { ...row, optional: true }]));
