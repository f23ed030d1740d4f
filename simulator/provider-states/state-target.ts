import { GatewayClient, type OrderRequest } from '../../client/index.ts';
import type { Bank } from '../banks/bank.ts';
import { exampleCustomer, exampleParams } from '../banks/example-order.ts';
import { StateNotReached } from '../domain/errors/state-not-reached.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Store } from '../store/store.ts';
import { type ChosenNames, chosenNames } from './chosen-names.ts';

/** Ends of stories that differ between banks: `orderStatus`, or the `actionCode` of an expired order. */
export interface BankEnds {
  readonly expired: number;
  readonly refundedInPart: number;
  readonly capturedInSteps: number;
}

/** The ends at the bank of the committed contract. */
export const usualEnds: BankEnds = { expired: -2014, refundedInPart: 4, capturedInSteps: 8 };

/** The gateway that is brought into a state, with means beyond its API. */
export interface StateTarget {
  readonly login: { readonly userName: string; readonly password: string };
  readonly baseUrl: string;
  /** Returns a new UUID. */
  readonly newId: () => string;
  /** The time at the gateway, in milliseconds since 1970. */
  readonly now: () => number;
  /** ISO 4217 numeric; tenge by default. */
  readonly currency?: string;
  /** The bundle of an order of this amount in minor units; absent if the bank wants none. */
  readonly cart?: (amountMinor: number) => NonNullable<OrderRequest['orderBundle']>;
  /** Entries of `jsonParams` that the bank wants; absent if it wants none. */
  readonly params?: Readonly<Record<string, string>>;
  /** The most characters of an order number; 32 by default. */
  readonly longestNumber?: number;
  /** `usualEnds` by default. */
  readonly ends?: BankEnds;
  readonly fetch?: typeof fetch;
  /** Absent if the clock cannot be moved. */
  readonly advance?: (ms: number) => Promise<void>;
  /** Absent if a contract cannot choose ids here. */
  readonly chosen?: ChosenNames;
  /** Whether a customer made of HTTP gets through the payment page. */
  readonly canPay?: boolean;
  /** The login of another merchant of the gateway. */
  readonly neighbour?: () => Promise<StateTarget['login']>;
}

/** The shop's client of this gateway. */
export const clientOf = ({ login, baseUrl, fetch: fetchPage }: StateTarget): GatewayClient =>
  new GatewayClient({ ...login, baseUrl, ...(fetchPage && { fetch: fetchPage }) });

/** What the gateway wants of every order of this amount. */
export const wantedOfOrder = (
  { currency = '398', cart, params }: StateTarget,
  amountMinor: number,
): Pick<OrderRequest, 'currency' | 'orderBundle' | 'jsonParams' | 'language'> => ({
  currency,
  ...(params && { language: 'en', jsonParams: params }),
  ...(cart && { orderBundle: cart(amountMinor) }),
});

/** A simulator as one of its merchants sees it. */
export interface MerchantOfSimulator {
  readonly login: StateTarget['login'];
  readonly baseUrl: string;
  readonly store: Store;
  readonly clock: Clock;
  readonly bank: Bank;
  readonly newId: () => string;
}

/** The ends of stories at a bank. */
export const endsAt = (bank: Bank): BankEnds => ({
  expired: bank.expiredActionCode,
  refundedInPart: bank.tellsPartRefunds ? 7 : 4,
  capturedInSteps: bank.capturesInSteps ? 8 : 2,
});

const wantedParams = (bank: Bank): Pick<StateTarget, 'params'> => {
  const params = exampleParams(bank);
  return params ? { params } : {};
};

/** A simulator as a target, which can reach every state. */
export const simulatedTarget = ({ store, clock, bank, ...place }: MerchantOfSimulator): StateTarget => ({
  ...place,
  ...wantedParams(bank),
  longestNumber: bank.orderNumberLength,
  currency: bank.currency,
  ...(bank.wantsCustomer && { cart: () => exampleCustomer }),
  ends: endsAt(bank),
  canPay: true,
  now: () => clock.now(),
  advance: (ms) => clock.advance(ms),
  neighbour: async () => {
    const own = await store.merchants.find(place.login.userName);
    if (!own) throw new StateNotReached(`no merchant ${place.login.userName}`);
    const { password, name, bank } = own;
    const login = `${own.login}-neighbour`;
    await store.merchants.insert({ login, password, name, ...(bank !== undefined && { bank }) });
    await store.orders.forget(login);
    return { userName: login, password };
  },
  chosen: chosenNames(store, place.login.userName),
});

/** @throws StateNotReached if a contract cannot choose ids here */
export const chosenIn = ({ chosen }: StateTarget, name: string): ChosenNames => {
  if (!chosen) throw new StateNotReached(`a chosen ${name} is not possible here`);
  return chosen;
};
