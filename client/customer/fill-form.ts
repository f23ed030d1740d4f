import { WrongUse } from '../gateway/gateway-errors.ts';
import type { FormButton, FormField, PageForm } from './read-form.ts';

/** Entries of a form by field name; true ticks a checkbox. Undefined ones are not made. */
export type Entries = Readonly<Record<string, string | boolean | undefined>>;

/**
 * The body a browser would send: fields in the order of the page, then the button that was pressed.
 * @throws WrongUse for an entry whose field the form does not have, or that the page does not offer
 */
export const fillForm = (form: PageForm, entries: Entries, button?: FormButton): URLSearchParams => {
  const names = new Set(form.fields.map(({ name }) => name));
  const missing = Object.keys(entries).find((name) => entries[name] !== undefined && !names.has(name));
  if (missing !== undefined)
    throw new WrongUse(`the page has no field ${missing}; it has: ${[...names].join(', ') || 'none'}`);
  const body = new URLSearchParams();
  for (const field of form.fields) {
    const value = sentValue(field, entries[field.name]);
    if (value !== undefined) body.append(field.name, value);
  }
  if (button?.name) body.append(button.name, button.value);
  return body;
};

const sentValue = (field: FormField, entry: string | boolean | undefined): string | undefined => {
  if (field.type === 'checkbox' && typeof entry === 'boolean') return entry ? field.value : undefined;
  if (field.type === 'radio' && typeof entry === 'string') return entry === field.value ? field.value : undefined;
  if (typeof entry !== 'string') return field.isOn ? field.value : undefined;
  if (field.options && !field.options.includes(entry)) {
    throw new WrongUse(
      `the page offers no ${field.name} "${entry}"; it offers: ${field.options.join(', ') || 'nothing'}`,
    );
  }
  return entry;
};
