import { Injectable } from '@nestjs/common';
import { GatewayClient } from 'tillbox/client';

@Injectable()
export class PaymentsService {
  /** In your shop this is the database. */
  private readonly paidOrders = new Set<string>();

  constructor(private readonly gateway: GatewayClient) {}

  /** Registers an order; the customer pays at `formUrl`. */
  start(amountMinor: number) {
    return this.gateway.register({ amountMinor, returnUrl: 'https://shop.example/return' });
  }

  statusOf(orderId: string) {
    return this.gateway.getOrderStatus({ orderId });
  }

  /** Asks the gateway, because a callback is only a hint. */
  async confirm(orderId: string) {
    const { orderStatus } = await this.statusOf(orderId);
    if (orderStatus === 2) this.paidOrders.add(orderId);
  }

  isPaid(orderId: string) {
    return this.paidOrders.has(orderId);
  }
}
