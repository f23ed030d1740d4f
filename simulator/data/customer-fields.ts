import type { Confidence, Source } from './sources.ts';

/** The form of a field of a customer: ASCII text; digits; a country as its number in ISO 3166, also as a JSON number; a day, `yyyy-MM-dd`. */
export type CustomerFieldForm = 'text' | 'digits' | 'country' | 'day';

export interface CustomerField {
  readonly form: CustomerFieldForm;
  readonly isRequired: boolean;
  /** The most characters. */
  readonly max: number;
  readonly source: Source;
  readonly confidence: Confidence;
  readonly note?: string;
}

export type CustomerFields = Readonly<Record<string, CustomerField>>;

const required = { isRequired: true, source: 'bt-clients', confidence: 'client' } as const;
const optional = { ...required, isRequired: false } as const;

/** Fields of `orderBundle` itself, at a bank that requires the customer in it. */
export const bundleFields: CustomerFields = {
  orderCreationDate: { form: 'day', max: 19, ...required, note: 'a time behind the day is taken, too: a guess' },
};

/** Fields of `customerDetails`. */
export const customerFields: CustomerFields = {
  email: { form: 'text', max: 254, ...required },
  phone: { form: 'digits', max: 15, ...required, note: 'international, without + or 00; some clients send a number' },
  contact: { form: 'text', max: 40, ...optional },
};

/** Fields of `billingInfo`, which is required, and of `deliveryInfo`, if it is sent. */
export const addressFields: CustomerFields = {
  country: { form: 'country', max: 3, ...required, note: 'that letters are refused is a guess' },
  city: { form: 'text', max: 40, ...required, note: 'one client has 50' },
  postAddress: { form: 'text', max: 50, ...required },
  postAddress2: { form: 'text', max: 50, ...optional },
  postAddress3: { form: 'text', max: 50, ...optional },
  postalCode: { form: 'text', max: 16, ...optional },
  state: { form: 'text', max: 3, ...optional },
  deliveryType: { form: 'text', max: 20, ...optional, note: 'two clients have it as required, two send none' },
};
