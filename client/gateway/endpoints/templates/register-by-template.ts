import { fields } from '../../../options/check.ts';
import { minorUnits, text, texts } from '../../../options/checks.ts';
import { needField, optionalMinorUnits } from '../../encode-form.ts';
import type { KnownEndpoint } from '../../endpoint.ts';
import { parameters } from '../../order-checks.ts';
import { type RegisteredOrder, readOrder } from '../orders/register.ts';

/** An order from a template. Source: a public client of Bereke. */
export interface TemplateOrder {
  readonly templateId: string;
  /** For templates without an amount. */
  readonly amountMinor?: number;
  /** ISO 4217 in letters, such as KZT. */
  readonly currency?: string;
  readonly language?: string;
  /** The template's parameters; `email` is the customer's. */
  readonly addParams?: Readonly<Record<string, string>>;
}

/** registerByTemplate.do: an order from a template, without a login. A repeat would make a second order, so there is none. */
export const registerByTemplate: KnownEndpoint<TemplateOrder, RegisteredOrder> = {
  path: 'registerByTemplate.do',
  repeat: 'never',
  body: 'json',
  isOpen: true,
  input: fields<TemplateOrder>(parameters)({
    templateId: text,
    amountMinor: minorUnits,
    currency: text,
    language: text,
    addParams: texts(),
  }),
  fields: ({ amountMinor, ...rest }) => ({
    ...needField('registerByTemplate', rest, 'templateId'),
    amount: optionalMinorUnits('amountMinor', amountMinor),
  }),
  read: readOrder,
  isAccepted: (answer) => readOrder(answer) !== undefined,
};
