import {
  addressFields,
  bundleFields,
  type CustomerField,
  type CustomerFieldForm,
  type CustomerFields,
  customerFields,
} from '../../data/customer-fields.ts';
import { Refused } from '../../domain/errors/refused.ts';
import { dateTimeMs } from '../../http/read/check-parameters.ts';
import { isUnset, plainText } from '../../text/plain-text.ts';
import { checkBundle, isObject, type JsonObject, readBundle } from './order-bundle.ts';

/**
 * Reads the bundle of a bank that requires the customer in it; a cart may be there, too. Nothing for an order of amount 0,
 * which only checks a card. Source: public clients of BT iPay.
 * @throws Refused for a missing bundle, and with code 8 and the path of the field for a wrong one
 */
export const readCustomerBundle = (
  text: string | undefined,
  amountMinor: number,
  currency: string,
): JsonObject | undefined => {
  const bundle = readBundle(text);
  if (!bundle && amountMinor === 0) return undefined;
  if (!bundle) throw new Refused('parameter-missing', { field: 'orderBundle' });
  checkFields(bundle, bundleFields, 'orderBundle');
  const customer = blockOf(bundle, 'customerDetails', 'orderBundle');
  const path = 'orderBundle.customerDetails';
  checkFields(customer, customerFields, path);
  checkFields(blockOf(customer, 'billingInfo', path), addressFields, `${path}.billingInfo`);
  if (!isEmpty(customer['deliveryInfo']))
    checkFields(blockOf(customer, 'deliveryInfo', path), addressFields, `${path}.deliveryInfo`);

  const dated: JsonObject = { ...bundle, orderCreationDate: dayMs(bundle['orderCreationDate']) };
  const { cartItems: _, ...withoutCart } = dated;
  return checkBundle(dated, amountMinor, currency) ?? withoutCart;
};

/** PHP writes an object without keys as []. */
const isEmpty = (value: unknown): boolean => isUnset(value) || (Array.isArray(value) && value.length === 0);

const blockOf = (owner: JsonObject, name: string, path: string): JsonObject => {
  const block = owner[name];
  if (!isObject(block)) throw wrong(`${path}.${name}`);
  return block;
};

const checkFields = (block: JsonObject, fields: CustomerFields, path: string): void => {
  for (const [name, field] of Object.entries(fields)) {
    if (!isFine(block[name], field)) throw wrong(`${path}.${name}`);
  }
};

const isFine = (value: unknown, { form, isRequired, max }: CustomerField): boolean => {
  if (isUnset(value)) return !isRequired;
  const text = plainText(value);
  return text.length <= max && forms[form](text);
};

const forms: Readonly<Record<CustomerFieldForm, (text: string) => boolean>> = {
  text: (text) => /^[\x20-\x7e]+$/.test(text),
  digits: (text) => /^\d+$/.test(text),
  country: (text) => /^\d{1,3}$/.test(text),
  day: (text) => dayMs(text) !== undefined,
};

/** Midnight in UTC, which is a guess, or the time behind the day; in a status it stands as milliseconds since 1970. */
const dayMs = (value: unknown): number | undefined => {
  const text = plainText(value);
  return dateTimeMs(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00` : text);
};

const wrong = (field: string): Refused => new Refused('customer-malformed', { field });
