import type { Bank } from '../../../../simulator/banks/bank.ts';
import { exampleCustomer, exampleParams } from '../../../../simulator/banks/example-order.ts';
import type { Endpoint } from '../../../../simulator/http/call/endpoint.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The fields of a call, made for a shop of Bereke, as a shop of this bank sends them. `number`: counts the calls. */
export const asShopOf = (
  bank: Bank,
  { parameters: table, body }: Pick<Endpoint, 'parameters' | 'body'>,
  fields: Fields,
  number: number,
): Fields => {
  const sentAs = (value: object): unknown => (body === 'json' ? value : JSON.stringify(value));
  const sent = inCurrency(bank.currency, fields);
  const registers = 'orderNumber' in table && 'amount' in table && !('orderId' in fields);
  if (!registers) return sent;
  return {
    ...sent,
    ...(fields['orderNumber'] === undefined && { orderNumber: `N-${number}` }),
    ...(bank.wantsCustomer && 'orderBundle' in table && { orderBundle: sentAs(bundleOf(sent)) }),
    ...(bank.registrationWants.includes('jsonParams') && 'returnUrl' in table && wanted(bank, sent, sentAs)),
    ...(bank.threeDsVersion === 'asked-for' && 'jsonParams' in table && { jsonParams: sentAs(withThreeDs2(fields)) }),
  };
};

/** What the bank wants of register.do beside that. */
const wanted = (
  bank: Bank,
  { jsonParams, currency, language }: Fields,
  sentAs: (value: object) => unknown,
): Fields => ({
  currency: currency ?? bank.currency,
  language: language ?? 'en',
  jsonParams: sentAs({ ...(typeof jsonParams === 'string' && JSON.parse(jsonParams)), ...exampleParams(bank) }),
});

/** A number stays a number. */
const inCurrency = (currency: string, fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, valueIn(currency, name, value)]));

const valueIn = (currency: string, name: string, value: unknown): unknown => {
  if (name === 'task' || name === 'template') return inCurrency(currency, value as Fields);
  if (name !== 'currency') return value;
  return typeof value === 'number' ? Number(currency) : currency;
};

/** The customer of the bank's documented order, with the positions of this call. */
const bundleOf = ({ orderBundle }: Fields): object => {
  const own = typeof orderBundle === 'string' ? JSON.parse(orderBundle).cartItems : undefined;
  return { ...exampleCustomer, ...(own && { cartItems: own }) };
};

const withThreeDs2 = ({ jsonParams }: Fields): object => ({
  FORCE_3DS2: 'true',
  ...(typeof jsonParams === 'string' && JSON.parse(jsonParams)),
});
