import type { ExecutionContext } from 'ava';
import { GatewayClient, Payer, type PayerOptions, type PreAuthOrderRequest } from '../../../client/index.ts';
import type { SimulatorOptions } from '../../../simulator/simulator.ts';
import { simulatorFor } from '../simulator/simulator.ts';
import { type Heard, merchantReceiver } from './merchant-receiver.ts';

/** A gateway that runs already, with a merchant of the journey's own. */
export interface JourneyGateway {
  readonly restUrl: string;
  readonly userName: string;
  readonly password: string;
  /** Resolves when no callback is on its way. */
  readonly settled: () => Promise<void>;
}

/** What differs from bank to bank, and from gateway to gateway, in a journey. */
export interface JourneyOptions {
  /** Makes a merchant who hears of its payments so; by default there is a simulator of the journey's own. */
  readonly gateway?: (callbacks: { readonly url: string; readonly token: string }) => Promise<JourneyGateway>;
  readonly simulator?: Omit<SimulatorOptions, 'merchants' | 'callbacks' | 'clock'>;
  /** What the bank wants of every order beside amount, number and address: its currency, a cart. */
  readonly order?: (amountMinor: number) => Partial<PreAuthOrderRequest>;
  /** The bank sends callbacks as JSON Web Tokens. */
  readonly hearsTokens?: boolean;
  /** A hold can be captured in several steps. Default true. */
  readonly capturesInSteps?: boolean;
  /** `orderStatus` of an order that was refunded in part. Default 4. */
  readonly partRefundStatus?: number;
  /** How many cards the customer can try on an order. Default 3. */
  readonly paymentAttempts?: number;
}

/** Where a shop's customers come back to. */
export const returnUrl = 'https://shop.example/return';

const credentials = { login: 'test_user', password: 'test_user_password' };
const token = Buffer.from('shared secret').toString('base64');

/** A shop: its client, its receiver of callbacks, and a customer, before a gateway of its own. */
export const shopJourney = async (t: ExecutionContext, options: JourneyOptions = {}) => {
  const nowMs = () => simulator.clock.now();
  const proof = options.hearsTokens
    ? ({ kind: 'jwt', key: token, nowMs } as const)
    : ({ kind: 'hmac', token } as const);
  const receiver = await merchantReceiver(t, proof);
  const merchants = [{ ...credentials, callbacks: { url: receiver.url, token } }];
  const simulator = await simulatorFor(t, { ...options.simulator, merchants });
  const { restUrl, settled } = simulator;
  const { login: userName, password } = credentials;
  return { simulator, ...shopAt({ restUrl, settled, userName, password }, receiver, options) };
};

/** The same shop, before the gateway that the options name. */
export const shopBefore = async (t: ExecutionContext, options: JourneyOptions) => {
  if (!options.gateway) return shopJourney(t, options);
  const receiver = await merchantReceiver(t, { kind: 'hmac', token });
  return shopAt(await options.gateway({ url: receiver.url, token }), receiver, options);
};

const shopAt = (
  { restUrl, userName, password, settled }: JourneyGateway,
  receiver: { readonly heard: readonly Heard[] },
  options: JourneyOptions,
) => {
  const client = new GatewayClient({ baseUrl: restUrl, userName, password, language: 'en' });

  const order = (orderNumber: string, amountMinor: number, fields: Partial<PreAuthOrderRequest> = {}) => ({
    orderNumber,
    amountMinor,
    returnUrl,
    ...options.order?.(amountMinor),
    ...fields,
  });

  /** Registers an order and lets the customer pay it on the page; the order's id. */
  const buy = async (asked: ReturnType<typeof order>, payer: PayerOptions & { readonly isHold?: boolean } = {}) => {
    const { isHold, ...habits } = payer;
    const { orderId, formUrl } = await (isHold ? client.registerPreAuth(asked) : client.register(asked));
    await new Payer().pay(formUrl, habits);
    return orderId;
  };

  /** The order's status, and what is approved, deposited and refunded. */
  const amountsOf = async (orderId: string): Promise<readonly (number | undefined)[]> => {
    const { orderStatus, paymentAmountInfo: info } = await client.getOrderStatus({ orderId });
    return [orderStatus, info?.approvedAmount, info?.depositedAmount, info?.refundedAmount];
  };

  /** What the shop has heard so far of orders with this number, as `deposited=1`; nothing that it cannot trust. */
  const heardOf = async (orderNumber: string | undefined): Promise<readonly string[]> => {
    await settled();
    return receiver.heard
      .filter(({ values, fault }) => values['orderNumber'] === orderNumber && fault === undefined)
      .map(({ values }) => `${values['operation']}=${values['status']}`);
  };

  return { client, order, buy, amountsOf, heardOf, heard: receiver.heard };
};
