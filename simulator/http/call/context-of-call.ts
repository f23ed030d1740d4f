import type { Context } from '../../context.ts';
import { contextOfOrder } from '../../own-context.ts';
import { type Parameters, parameter } from '../read/parameters.ts';

/** The parameters by which calls of pages name an order. */
const names = ['MDORDER', 'mdOrder', 'orderId', 'MD'];

/** The context of the merchant whose order a call without a login names. */
export const contextOfCall = (context: Context, parameters: Parameters): Promise<Context> => {
  const name = names.find((candidate) => parameter(parameters, candidate) !== undefined);
  return contextOfOrder(context, name === undefined ? undefined : parameter(parameters, name));
};
