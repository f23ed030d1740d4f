/** A text or a number, as JSON has it, as text; empty for anything else, of which no text need be possible. */
export const plainText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
