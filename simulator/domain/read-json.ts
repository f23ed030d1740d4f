/** A number with more digits than JavaScript can keep. */
const longNumber = /\d{16}/;

/** The value of a JSON text; a whole number that is too long for JavaScript stays as text. @throws SyntaxError */
export const readJson = (text: string): unknown =>
  longNumber.test(text)
    ? JSON.parse(text, keepLongNumber as (key: string, value: unknown) => unknown)
    : JSON.parse(text);

const keepLongNumber = (_key: string, value: unknown, { source = '' }: { readonly source?: string }): unknown =>
  typeof value === 'number' && !Number.isSafeInteger(value) && /^\d+$/.test(source) ? source : value;
