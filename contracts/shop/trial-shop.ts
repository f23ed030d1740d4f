import type { IncomingMessage } from 'node:http';
import {
  CallbackForged,
  checkCallback,
  checkJwtCallback,
  type GatewayClient,
  type OrderStatusAnswer,
} from '../../client/index.ts';
import { readGatewayKeys } from '../../simulator/callbacks/keys/gateway-keys.ts';
import { createKeyQueue } from '../../simulator/runtime/key-queue.ts';
import { listen } from '../pact/listen.ts';
import type { Proof } from './send-to-shop.ts';

/** An order as the shop shows it. */
export interface ShownOrder {
  readonly number: string;
  readonly orderId: string;
  readonly amount: number;
  state: string;
  deliveries: number;
}

/** A callback as the shop received it. */
export interface Received {
  /** The query of a GET, the body of a POST. */
  readonly text: string;
  readonly values: Readonly<Record<string, string>>;
}

export interface ShopKey {
  readonly proof: Proof;
  readonly token: string;
}

/** The parts of a shop, each of which can be replaced by one with a mistake. */
export interface ShopParts {
  /** The text of a callback. */
  readonly read: (request: IncomingMessage) => Promise<string>;
  readonly isGenuine: (text: string, key: ShopKey) => boolean;
  readonly valuesOf: (text: string, key: ShopKey) => Readonly<Record<string, string>>;
  /** The status for a genuine callback that is about no order of the shop. */
  readonly unknownOrder: (values: Received['values'], orders: readonly ShownOrder[]) => number;
  /** A status that is answered at once, without a look at the order. */
  readonly refuses: (values: Received['values']) => number | undefined;
  /** Whether it asks and writes for one callback of an order at a time. */
  readonly oneAtATime: boolean;
  /** Asks the gateway; undefined if it does not say. */
  readonly ask: (
    client: GatewayClient,
    order: ShownOrder,
    values: Received['values'],
  ) => Promise<OrderStatusAnswer | undefined>;
  /** The state of the order after a callback. */
  readonly stateOf: (status: OrderStatusAnswer, order: ShownOrder, values: Received['values']) => string;
  /** Keeps the state, and delivers what is paid. */
  readonly keep: (order: ShownOrder, state: string) => Promise<void>;
  /** The status if the gateway does not say. */
  readonly withoutStatus: number;
  /** The status if all went well. */
  readonly done: number;
}

const readBody = async (request: IncomingMessage): Promise<string> => {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  return body;
};

const statusStates = new Map([
  [1, 'held'],
  [2, 'paid'],
  [3, 'reversed'],
  [6, 'declined'],
]);

const isToken = (text: string): boolean => /^[\w-]+\.[\w-]+\.[\w-]*$/.test(text);

/** A shop without a mistake. */
export const rightParts: ShopParts = {
  read: async (request) =>
    request.method === 'GET' ? (request.url ?? '').replace(/^[^?]*\??/, '') : readBody(request),
  isGenuine: (text, { proof, token }) => {
    try {
      if (proof === 'jwt') checkJwtCallback(text, { token });
      else if (proof === 'rsa') checkCallback(text, { certificate: readGatewayKeys().certificate });
      else if (proof === 'hmac') checkCallback(text, { token });
      return true;
    } catch (error) {
      if (error instanceof CallbackForged) return false;
      throw error;
    }
  },
  valuesOf: (text) =>
    isToken(text)
      ? JSON.parse(Buffer.from(text.split('.')[1] ?? '', 'base64url').toString()).payload
      : Object.fromEntries(new URLSearchParams(text)),
  unknownOrder: () => 200,
  refuses: () => undefined,
  oneAtATime: true,
  ask: (client, { orderId }) => client.getOrderStatus({ orderId }).catch(() => undefined),
  stateOf: ({ orderStatus, paymentAmountInfo }, { state, amount }) => {
    if (orderStatus !== 4) return statusStates.get(orderStatus) ?? state;
    return (paymentAmountInfo?.refundedAmount ?? amount) < amount ? 'partly refunded' : 'refunded';
  },
  keep: async (order, state) => {
    order.state = state;
    if (state === 'paid' && order.deliveries === 0) order.deliveries++;
  },
  withoutStatus: 503,
  done: 200,
};

export interface TrialShopOptions extends ShopKey {
  readonly client: GatewayClient;
  readonly isTwoPhase?: boolean;
  readonly parts?: Partial<ShopParts>;
}

/** Starts a shop that sells one thing: POST /buy, GET /orders/{number}, and /callback. */
export const startTrialShop = async ({ client, isTwoPhase = false, parts: own = {}, ...key }: TrialShopOptions) => {
  const orders: ShownOrder[] = [];
  const parts = { ...rightParts, ...own };
  const inTurn = createKeyQueue();

  const buy = async () => {
    const number = `T-${orders.length + 1}`;
    const amount = 1_500_000;
    const wanted = { amountMinor: amount, orderNumber: number, returnUrl: 'https://shop.example/return' };
    const { orderId } = await (isTwoPhase ? client.registerPreAuth(wanted) : client.register(wanted));
    orders.push({ number, orderId, amount, state: 'new', deliveries: 0 });
    return { status: 201, body: { number } };
  };
  const show = (path: string) => {
    const order = orders.find(({ number }) => path === `/orders/${number}`);
    return order ? { status: 200, body: order } : { status: 404, body: {} };
  };
  const hear = async (request: IncomingMessage): Promise<number> => {
    const text = await parts.read(request);
    if (!parts.isGenuine(text, key)) return 403;
    const values = parts.valuesOf(text, key);
    const refusal = parts.refuses(values);
    if (refusal !== undefined) return refusal;
    const order = orders.find(
      ({ number, orderId }) => number === values['orderNumber'] && orderId === values['mdOrder'],
    );
    if (!order) return parts.unknownOrder(values, orders);
    return parts.oneAtATime ? inTurn(order.number, () => carryOut(order, values)) : carryOut(order, values);
  };
  const carryOut = async (order: ShownOrder, values: Received['values']): Promise<number> => {
    const status = await parts.ask(client, order, values);
    if (!status) return parts.withoutStatus;
    await parts.keep(order, parts.stateOf(status, order, values));
    return parts.done;
  };
  const { url, stop } = await listen(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://shop');
    const { status, body } =
      pathname === '/callback'
        ? { status: await hear(request).catch(() => 500), body: {} }
        : pathname === '/buy'
          ? await buy()
          : show(pathname);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  return { url, stop };
};
