import type { Context } from '../context.ts';
import { type Parameters, parameter } from './parameters.ts';

/** The context of the merchant whose order this is; as it was where the order is unknown. */
export const contextOfOrder = async (context: Context, orderId: string | undefined): Promise<Context> => {
  const order = orderId === undefined ? undefined : await context.store.orders.find(orderId);
  const merchant = order && (await context.store.merchants.find(order.merchant));
  return merchant ? context.forMerchant(merchant) : context;
};

/** The parameters by which calls of pages name an order. */
const names = ['MDORDER', 'mdOrder', 'orderId', 'MD'];

/** The context of the merchant whose order a call without a login names. */
export const contextOfCall = (context: Context, parameters: Parameters): Promise<Context> => {
  const name = names.find((candidate) => parameter(parameters, candidate) !== undefined);
  return contextOfOrder(context, name === undefined ? undefined : parameter(parameters, name));
};
