import type { Context } from './context.ts';

/** The context of the merchant whose order this is; as it was where the order is unknown. */
export const contextOfOrder = async (context: Context, orderId: string | undefined): Promise<Context> => {
  const order = orderId === undefined ? undefined : await context.store.orders.find(orderId);
  const merchant = order && (await context.store.merchants.find(order.merchant));
  return merchant ? context.forMerchant(merchant) : context;
};
