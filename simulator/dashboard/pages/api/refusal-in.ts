import { type ErrorCode, errorCodes } from '../../../data/error-codes.ts';
import type { Language } from '../../../domain/orders/order.ts';

/** A text of a refusal as the document has it, without the braces of its values. */
const asDocumented = (text: string): string => text.replaceAll(/[{}]/g, '');

const rows: ReadonlyMap<string, ErrorCode> = new Map(
  Object.values(errorCodes).map((row) => [asDocumented(row.en), row]),
);

/** A text of a refusal of the document in the language of the reader; any other text stays as it is. */
export const refusalIn =
  (reader: Language) =>
  (text: string): string =>
    asDocumented(rows.get(text)?.[reader] ?? text);
