import { dateText, type FormFields } from './encode-form.ts';

/** Writes the fields of a call as JSON. Absent ones are left out; a Date becomes `yyyy-MM-ddTHH:mm:ss` in UTC, as in forms. */
export const encodeJson = (fields: FormFields): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(fields)
        .filter(([, value]) => value !== undefined && value !== null)
        .map(([name, value]) => [name, value instanceof Date ? dateText(name, value) : value]),
    ),
  );
