/** What stands in a field of an answer. Numbers are whole; `code`: a text or a number. `any`: whatever was sent. */
export type AnswerKind = 'text' | 'number' | 'flag' | 'code' | 'object' | 'list' | 'any';

export interface AnswerRow {
  readonly kind: AnswerKind;
  readonly meaning?: string;
  /** It may be absent; nothing is ever null. */
  readonly optional?: true;
  /** All there is. */
  readonly values?: readonly (string | number | boolean)[];
  /** Of an object, or of each object in a list. */
  readonly fields?: AnswerTable;
  /** The same, where several answers have it. */
  readonly shape?: AnswerShape;
  /** Of an object with any names, or of a list without fields. */
  readonly of?: 'text' | 'number' | 'any';
}

/** The fields of an answer that is no refusal: what documents it. */
export type AnswerTable = Readonly<Record<string, AnswerRow>>;

/** An answer with the name that it has in the document; several calls may share one. */
export interface AnswerShape {
  readonly name: string;
  readonly fields: AnswerTable;
}

/** The same rows, each of which may be absent. */
export const optionalRows = (table: AnswerTable): AnswerTable =>
  Object.fromEntries(Object.entries(table).map(([name, row]) => [name, { ...row, optional: true }]));
