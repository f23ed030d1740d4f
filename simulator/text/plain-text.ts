/** The text of a JSON text or number; empty for any other value. */
export const plainText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** Whether a field of JSON says nothing. */
export const isUnset = (value: unknown): boolean => value === undefined || value === null || value === '';
