import type { OrderBundle, PreAuthOrderRequest } from '../../../client/index.ts';
import { modulesOf } from './all.ts';
import { read } from './bank-module.ts';

/** The fields that say something of the shop or the customer, and not of one order. */
const texts = ['currency', 'description', 'email', 'phone', 'clientId', 'pageView'] as const;
const objects = ['jsonParams', 'billingPayerData', 'orderPayerData'] as const;

/** The customer of a bundle; its cart has a sum of its own. */
const customerOf = (bundle: string): OrderBundle => {
  const { orderCreationDate, customerDetails } = read(bundle);
  return { customerDetails, ...(orderCreationDate !== undefined && { orderCreationDate }) };
};

/** What the first module for a bank sends with every order, as a client takes it. */
export const orderFieldsAt = (bank: string): Partial<PreAuthOrderRequest> => {
  const order = modulesOf(bank)[0]?.order;
  if (!order) throw new Error(`no module for ${bank}`);
  const { orderBundle } = order;
  return {
    ...Object.fromEntries(texts.flatMap((name) => (order[name] === undefined ? [] : [[name, order[name]]]))),
    ...Object.fromEntries(objects.flatMap((name) => (order[name] === undefined ? [] : [[name, read(order[name])]]))),
    ...(orderBundle !== undefined && { orderBundle: customerOf(orderBundle) }),
  };
};
