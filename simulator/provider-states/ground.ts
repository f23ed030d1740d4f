import { GatewayClient } from '../../client/index.ts';
import type { Bank } from '../banks/bank.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Store } from '../store/store.ts';
import { StateNotReached } from './provider-state.ts';

/** What differs from bank to bank in where a story ends: `orderStatus`, or the `actionCode` of an order nobody paid in time. */
export interface BankWays {
  readonly expired: number;
  readonly refundedInPart: number;
  readonly capturedInSteps: number;
}

/** Those of the gateway that the contract was written for. */
export const usualWays: BankWays = { expired: -2014, refundedInPart: 4, capturedInSteps: 8 };

/** The gateway that is brought into a state, and what can be done with it beyond its API. */
export interface Ground {
  readonly login: { readonly userName: string; readonly password: string };
  readonly baseUrl: string;
  /** Makes a UUID that nobody has. */
  readonly newId: () => string;
  /** ISO 4217 numeric, of orders that name none; tenge by default. */
  readonly currency?: string;
  /** Where its stories end; the usual ways by default. */
  readonly ways?: BankWays;
  /** How its addresses are reached. */
  readonly fetch?: typeof fetch;
  /** Lets time go by; absent where it cannot be moved. */
  readonly advance?: (ms: number) => Promise<void>;
  /** Gives an order, with everything that happened to it, another id and number. */
  readonly rename?: (orderId: string, wanted: { orderId: string; orderNumber: string }) => Promise<void>;
  /** Whether a customer made of HTTP gets through the payment page. */
  readonly canPay?: boolean;
}

/** The shop's client on this ground. */
export const clientOn = ({ login, baseUrl, fetch: fetchPage }: Ground): GatewayClient =>
  new GatewayClient({ ...login, baseUrl, ...(fetchPage && { fetch: fetchPage }) });

/** A simulator to stand on, as one of its merchants sees it. */
export interface SimulatedPlace {
  readonly login: Ground['login'];
  readonly baseUrl: string;
  readonly store: Store;
  readonly clock: Clock;
  readonly bank: Bank;
  readonly newId: () => string;
}

/** A simulator as ground: everything can be had there. */
export const simulatedGround = ({ store, clock, bank, ...place }: SimulatedPlace): Ground => ({
  ...place,
  currency: bank.currency,
  ways: {
    expired: bank.expiredActionCode,
    refundedInPart: bank.tellsPartRefunds ? 7 : 4,
    capturedInSteps: bank.capturesInSteps ? 8 : 2,
  },
  canPay: true,
  advance: (ms) => clock.advance(ms),
  rename: async (orderId, wanted) => {
    const order = await store.orders.find(orderId);
    if (!order) throw new StateNotReached(`no order ${orderId}`);
    const older = await store.orders.insert({ ...order, id: wanted.orderId, orderNumber: wanted.orderNumber });
    if (older) throw new StateNotReached(`the order number ${wanted.orderNumber} was used before`);
  },
});
