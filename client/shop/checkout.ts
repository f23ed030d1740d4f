import type { GatewayClient } from '../gateway/gateway-client.ts';
import { GatewayError } from '../gateway/gateway-errors.ts';
import { cartOf, isOpen, resultOf, type ShopOrder } from './shop-order.ts';

export interface CheckoutOptions {
  readonly client: GatewayClient;
  readonly log: (line: string) => void;
}

/** An order as the shop knows it, and the fault that prevented an update. */
export interface Checked {
  readonly order: ShopOrder;
  readonly fault?: GatewayError;
}

/** The shop's two conversations with the gateway: opening a payment, and asking how it ended. */
export const checkout = ({ client, log }: CheckoutOptions) => {
  /**
   * register.do; the order comes back with the address of the payment page, or with the fault. `shopUrl` is the shop's address
   * as the customer's browser knows it, without a slash at the end.
   */
  const openPayment = (order: ShopOrder, shopUrl: string): Promise<Checked> =>
    orFault(order, async () => {
      const payment = await client.register({
        amountMinor: order.amountMinor,
        currency: order.currency.numeric,
        orderNumber: order.id,
        returnUrl: `${shopUrl}/orders/${order.id}/return`,
        failUrl: `${shopUrl}/orders/${order.id}/return?failed=yes`,
        description: `${order.product.name}, ${order.quantity} pcs`,
        orderBundle: cartOf(order),
      });
      return { ...order, payment, result: { kind: 'waiting' } };
    });

  /** getOrderStatusExtended.do by the id that the shop kept; parameters of the customer's browser are ignored. */
  const checkPayment = (order: ShopOrder): Promise<Checked> =>
    orFault(order, async () => {
      if (!order.payment) return order;
      const status = await client.getOrderStatus({ orderId: order.payment.orderId });
      return { ...order, result: resultOf(order, status) };
    });

  const checkIfOpen = (order: ShopOrder): Promise<Checked> =>
    isOpen(order) ? checkPayment(order) : Promise.resolve({ order });

  const orFault = async (order: ShopOrder, talk: () => Promise<ShopOrder>): Promise<Checked> => {
    try {
      return { order: await talk() };
    } catch (fault) {
      if (!(fault instanceof GatewayError)) throw fault;
      log(`order ${order.id}: ${fault.message}`);
      return { order, fault };
    }
  };

  return { openPayment, checkPayment, checkIfOpen };
};

export type Checkout = ReturnType<typeof checkout>;
