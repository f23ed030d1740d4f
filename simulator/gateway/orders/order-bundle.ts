import { Refused } from '../../domain/errors/refused.ts';
import type { CartShare } from '../../domain/orders/cart.ts';
import { dateTimeMs, jsonObject } from '../../http/read/check-parameters.ts';
import { isUnset, plainText } from '../../text/plain-text.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Reads and checks a cart; an empty one counts as none. Source: BPC REST documentation, orderBundle. It has whole numbers
 * as `positionId`, but the module that Alfa-Bank hands out for OpenCart numbers the delivery `delivery`.
 * @throws Refused with code 8 if format, sums or currency are wrong.
 */
export const readOrderBundle = (
  text: string | undefined,
  amountMinor: number,
  currency: string,
): JsonObject | undefined => checkBundle(readBundle(text), amountMinor, currency);

/** The JSON object of a bundle, unchecked. @throws Refused with code 8 for anything else. */
export const readBundle = (text: string | undefined): JsonObject | undefined => readObject(text, 'orderBundle');

/** The same check of a bundle that was read before. */
export const checkBundle = (
  bundle: JsonObject | undefined,
  amountMinor: number,
  currency: string,
): JsonObject | undefined => {
  const items = bundle && itemsOf(bundle);
  if (!bundle || !items || items.length === 0) return undefined;

  const checked = items.map((item, index) => checkItem(item, `items[${index}]`, currency));
  if (totalOf(checked) !== BigInt(amountMinor)) throw new Refused('cart-total');
  return withItems(
    bundle,
    checked.map(({ item }) => item),
  );
};

/** Reads the positions that a capture or refund names. @throws Refused with code 8 if they are malformed. */
export const readItems = (text: string | undefined, field: string, currency: string): readonly CartShare[] => {
  const items = readObject(text, field)?.['items'];
  if (isUnset(items)) return [];
  if (!Array.isArray(items)) throw malformed(`${field}.items`);
  const checked = items.map((item, index) => checkItem(item, `${field}.items[${index}]`, currency));
  return checked.map(({ item, amount }) => ({
    positionId: plainText(item['positionId']),
    amountMinor: Number(amount),
  }));
};

const totalOf = (items: readonly { readonly amount: bigint }[]): bigint =>
  items.reduce((sum, { amount }) => sum + amount, 0n);

const readObject = (text: string | undefined, field: string): JsonObject | undefined => {
  try {
    return jsonObject(text, field);
  } catch {
    throw malformed(field);
  }
};

const itemsOf = (bundle: JsonObject): readonly unknown[] | undefined => {
  const cart = bundle['cartItems'];
  // PHP writes an object without keys as [].
  if (isUnset(cart) || (Array.isArray(cart) && cart.length === 0)) return undefined;
  if (!isObject(cart)) throw malformed('cartItems');
  const items = cart['items'];
  if (isUnset(items)) return undefined;
  if (!Array.isArray(items)) throw malformed('cartItems.items');
  return items;
};

const checkItem = (item: unknown, path: string, currency: string): { item: JsonObject; amount: bigint } => {
  if (!isObject(item)) throw malformed(path);
  if (!isText(item['name'], 255)) throw malformed(`${path}.name`);
  if (!isText(plainText(item['positionId']), 12)) throw malformed(`${path}.positionId`);
  if (!isUnset(item['itemCode']) && !isText(item['itemCode'], 100)) throw malformed(`${path}.itemCode`);
  const quantity = item['quantity'];
  const thousandths =
    isObject(quantity) && isText(quantity['measure'], 20) ? readThousandths(quantity['value']) : undefined;
  if (!isObject(quantity) || thousandths === undefined) throw malformed(`${path}.quantity`);

  const price = readWhole(item['itemPrice'], `${path}.itemPrice`);
  const amount = amountOf(item, price, thousandths, path);
  if (currencyOf(item, currency) !== currency) throw new Refused('cart-currency');
  const echoed = {
    ...item,
    ...textsOf(item),
    quantity: { ...quantity, value: Number(thousandths) / 1000, measure: plainText(quantity['measure']) },
    ...(price !== undefined && { itemPrice: Number(price) }),
    itemAmount: Number(amount),
    itemCurrency: Number(currency),
    depositedItemAmount: 0,
  };
  return { item: echoed, amount };
};

/** What is a text there, although shops number it. Source: the gateway's WSDL and Alfa's Swagger. */
const textsOf = (item: JsonObject): JsonObject =>
  Object.fromEntries(
    ['positionId', 'name', 'itemCode'].flatMap((name) => (isUnset(item[name]) ? [] : [[name, plainText(item[name])]])),
  );

/** The item's amount; if price and amount are both given, they must agree to the minor unit. */
const amountOf = (item: JsonObject, price: bigint | undefined, thousandths: bigint, path: string): bigint => {
  const amount = readWhole(item['itemAmount'], `${path}.itemAmount`);
  const product = price === undefined ? undefined : (price * thousandths + 500n) / 1000n;
  if (amount === undefined && product === undefined) throw malformed(`${path}.itemAmount`);
  if (amount !== undefined && product !== undefined && amount !== product)
    throw new Refused('cart-item-amount', { field: path });
  return amount ?? product ?? 0n;
};

/** The item's currency; nothing and 0 mean the order's. */
const currencyOf = (item: JsonObject, currency: string): string => {
  const sent = item['itemCurrency'];
  return isUnset(sent) || plainText(sent) === '0' ? currency : plainText(sent).padStart(3, '0');
};

const readWhole = (value: unknown, path: string): bigint | undefined => {
  if (isUnset(value)) return undefined;
  if (!/^\d{1,18}$/.test(plainText(value))) throw malformed(path);
  return BigInt(plainText(value));
};

/** A quantity in thousandths; undefined if it is no number or has more than three decimals. */
const readThousandths = (value: unknown): bigint | undefined => {
  const [, whole, decimals = ''] = /^(\d{1,14})(?:\.(\d{1,3})0*)?$/.exec(plainText(value)) ?? [];
  const thousandths = whole === undefined ? 0n : BigInt(whole + decimals.padEnd(3, '0'));
  return thousandths > 0n ? thousandths : undefined;
};

const withItems = (bundle: JsonObject, items: readonly JsonObject[]): JsonObject => {
  const { orderCreationDate, ...rest } = bundle;
  const createdMs = readCreationMs(orderCreationDate);
  return { ...rest, ...(createdMs !== undefined && { orderCreationDate: createdMs }), cartItems: { items } };
};

/** Shops send a time as text, or the milliseconds that the status answers with. */
const readCreationMs = (value: unknown): number | undefined => {
  if (isUnset(value)) return undefined;
  const ms = dateTimeMs(plainText(value)) ?? (/^\d{1,15}$/.test(plainText(value)) ? Number(value) : undefined);
  if (ms === undefined) throw malformed('orderCreationDate');
  return ms;
};

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown, max: number): boolean => {
  const { length } = plainText(value);
  return length >= 1 && length <= max;
};

const malformed = (field: string): Refused => new Refused('cart-malformed', { field });
