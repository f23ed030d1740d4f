import type { GatewayClient } from '../gateway/gateway-client.ts';
import { GatewayError, GatewayRefused } from '../gateway/gateway-errors.ts';
import type { OrderRequest } from '../gateway/order-request.ts';
import type { StoredCard } from '../gateway/stored-card.ts';
import type { ShopLanguage } from './languages.ts';
import { answered } from './payment-result.ts';
import { cartOf, goodsText, isOpen, type ShopOrder } from './shop-order.ts';
import type { StaffAct } from './staff-acts.ts';

export interface CheckoutOptions {
  readonly client: GatewayClient;
  /** The code by which the gateway has a language. */
  readonly gatewayLanguage: (language: ShopLanguage) => string;
  /** Entries of `jsonParams` that the bank requires. */
  readonly jsonParams?: Readonly<Record<string, string>> | undefined;
  /** Whether the bank cancels a payment that the shop does not acknowledge. */
  readonly acknowledges?: boolean | undefined;
  /** Who buys, at a bank that wants to know more than usual. */
  readonly customer?: Readonly<Record<string, unknown>> | undefined;
  /** The bank takes ASCII alone in descriptions. */
  readonly isPlainText?: boolean | undefined;
  readonly log: (line: string) => void;
}

/** An order as the shop knows it, and the fault that prevented an update. */
export interface Checked {
  readonly order: ShopOrder;
  readonly fault?: GatewayError;
}

/** Whose cards the gateway keeps. A real shop has one for each customer who is signed in. */
const clientId = 'demo-customer';

/** Acts on the money of an order that the gateway has. */
export type MoneyAct = Exclude<StaffAct, 'renew' | 'endSubscription'>;

/** The shop's conversations with the gateway. */
export const checkout = (options: CheckoutOptions) => {
  const { client, gatewayLanguage, jsonParams, acknowledges, customer, isPlainText, log } = options;
  const description = (order: ShopOrder): string => goodsText(isPlainText ? { ...order, language: 'en' } : order);

  /**
   * register.do or registerPreAuth.do; the order comes back with the address of the payment page, or with the fault.
   * `shopUrl` is the shop's address as the customer's browser knows it, without a slash at the end.
   */
  const openPayment = (order: ShopOrder, shopUrl: string): Promise<Checked> =>
    orFault(order, async () => {
      const request: OrderRequest = {
        amountMinor: order.amountMinor,
        currency: order.currency,
        orderNumber: order.id,
        returnUrl: `${shopUrl}/orders/${order.id}/return`,
        failUrl: `${shopUrl}/orders/${order.id}/return?failed=yes`,
        description: description(order),
        language: gatewayLanguage(order.language),
        clientId,
        orderBundle: cartOf(order, customer),
        ...withParams(jsonParams, order.product.isSubscription ? subscriptionTerms(order) : {}),
      };
      const payment = await (order.isReserved ? client.registerPreAuth(request) : client.register(request));
      return { ...order, payment, result: { kind: 'waiting' } };
    });

  /** getOrderStatusExtended.do by the id that the shop kept; parameters of the customer's browser are ignored. */
  const checkPayment = (order: ShopOrder, language = order.language): Promise<Checked> =>
    orFault(order, async () => {
      if (!order.payment) return order;
      const query = { orderId: order.payment.orderId, language: gatewayLanguage(language) };
      if (acknowledges) await client.acknowledgeTransaction(query);
      return answered(order, await client.getOrderStatus(query));
    });

  const checkIfOpen = (order: ShopOrder, language = order.language): Promise<Checked> =>
    isOpen(order) ? checkPayment(order, language) : Promise.resolve({ order });

  /** Moves the money of an order; the order itself is as before until the gateway is asked. `amountMinor`: a part. */
  const act = (order: ShopOrder, kind: MoneyAct, language: ShopLanguage, amountMinor?: number): Promise<Checked> =>
    orFault(order, async () => {
      const asked = { orderId: order.payment?.orderId ?? '', language: gatewayLanguage(language) };
      const part = amountMinor !== undefined && { amountMinor };
      if (kind === 'capture') await client.deposit({ ...asked, ...part });
      else if (kind === 'refund') await client.refund({ ...asked, ...part });
      else if (kind === 'decline') await client.decline(asked);
      else await client.reverse(asked);
      return order;
    });

  /** recurrentPayment.do: charges the stored card for one more month. */
  const renew = (order: ShopOrder, bindingId: string): Promise<Checked> =>
    orFault(order, async () => {
      const language = gatewayLanguage(order.language);
      const charge = {
        bindingId,
        orderNumber: order.id,
        amountMinor: order.amountMinor,
        currency: order.currency,
        description: description(order),
        language,
      };
      const refused = await client.bindings.payRecurrent(charge).then(() => undefined, onlyRefusal);
      // A declined card is a refusal, too, but then the gateway has the order.
      const status = await client.getOrderStatus({ orderNumber: order.id, language }).catch((error: unknown) => {
        throw refused ?? error;
      });
      const orderId = status.attributes?.find(({ name }) => name === 'mdOrder')?.value ?? '';
      return answered({ ...order, payment: { orderId } }, status);
    });

  /** getBindings.do. @throws GatewayError */
  const storedCards = (): Promise<readonly StoredCard[]> => client.bindings.list({ clientId });

  /** unBindCard.do, for a card of the shop's customer. @throws GatewayError */
  const removeCard = async (bindingId: string): Promise<void> => {
    const isOwn = (await storedCards()).some((card) => card.bindingId === bindingId);
    if (isOwn) await client.bindings.unbind({ bindingId });
  };

  const orFault = async (order: ShopOrder, talk: () => Promise<ShopOrder>): Promise<Checked> => {
    try {
      return { order: await talk() };
    } catch (fault) {
      if (!(fault instanceof GatewayError)) throw fault;
      log(`order ${order.id}: ${fault.message}`);
      return { order, fault };
    }
  };

  return { openPayment, checkPayment, checkIfOpen, act, renew, storedCards, removeCard };
};

export type Checkout = ReturnType<typeof checkout>;

/** A card is stored for payments of every 28 days or more, for a year. Source: BPC REST documentation, recurring payments. */
const withParams = (
  jsonParams: CheckoutOptions['jsonParams'],
  terms: Pick<OrderRequest, 'features' | 'jsonParams'>,
): Pick<OrderRequest, 'features' | 'jsonParams'> =>
  jsonParams ? { ...terms, jsonParams: { ...jsonParams, ...terms.jsonParams } } : terms;

const subscriptionTerms = ({ createdAtMs }: ShopOrder): Pick<OrderRequest, 'features' | 'jsonParams'> => {
  const end = new Date(createdAtMs);
  end.setUTCFullYear(end.getUTCFullYear() + 1);
  return {
    features: ['FORCE_CREATE_BINDING'],
    jsonParams: { recurringFrequency: '28', recurringExpiry: end.toISOString().slice(0, 10).replaceAll('-', '') },
  };
};

const onlyRefusal = (error: unknown): GatewayRefused => {
  if (error instanceof GatewayRefused) return error;
  throw error;
};

/** The bank's words for a refusal; empty for another fault. */
export const refusalText = (fault: GatewayError): string =>
  fault instanceof GatewayRefused ? fault.errorMessage || fault.message : '';
