import type { GatewayClient, OrderRequest, Payer, PayerOptions, RegisteredOrder } from '../../../client/index.ts';

/** The shop's view of the order of a story. */
export interface StoryOrder {
  readonly orderId: string;
  /** A part of its amount, in minor units. */
  readonly partMinor: number;
  readonly externalRefundId?: string;
}

/** The steps that bring an order into a state: registration, payment, time, and the acts of the shop, in this order. */
export interface OrderStory {
  readonly isPreAuth?: boolean;
  readonly features?: readonly string[];
  /** Further fields of the registration, unless the contract names others. */
  readonly asks?: Partial<OrderRequest>;
  /** Absent if the order is not paid. `actionCode` is the code of a decline. */
  readonly pays?: (actionCode: number) => PayerOptions;
  readonly laterMs?: number;
  readonly shopDoes?: (client: GatewayClient, order: StoryOrder) => Promise<unknown>;
}

/** The shop, the payer and the clock of a story. */
export interface StoryCast {
  readonly client: GatewayClient;
  readonly payer: Pick<Payer, 'pay'>;
  /** Absent if the clock cannot be moved. */
  readonly advance?: ((ms: number) => Promise<void>) | undefined;
}

export interface StoryParameters extends Partial<Omit<StoryOrder, 'orderId'>> {
  readonly actionCode?: number;
}

/** Plays a story through the client and the payer. */
export const playOrderStory = async (
  { client, payer, advance }: StoryCast,
  { isPreAuth, features, asks, pays, laterMs, shopDoes }: OrderStory,
  asked: OrderRequest,
  { actionCode = 116, partMinor = Math.floor(asked.amountMinor / 2), ...refund }: StoryParameters = {},
): Promise<RegisteredOrder> => {
  const order = { ...(features && { features }), ...asks, ...asked };
  const registered = isPreAuth ? await client.registerPreAuth(order) : await client.register(order);
  if (pays) await payer.pay(registered.formUrl, pays(actionCode));
  if (laterMs !== undefined) await advance?.(laterMs);
  await shopDoes?.(client, { orderId: registered.orderId, partMinor, ...refund });
  return registered;
};
