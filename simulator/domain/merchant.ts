import type { CallbackSettings } from './callback.ts';
import type { NextOrders } from './followed-scenario.ts';
import type { MerchantBreak } from './merchant-break.ts';
import type { Permission } from './permissions.ts';
import type { PermittedFeature } from './permitted-features.ts';
import type { ScenarioName } from './scenario-name.ts';

/** A shop's account at the gateway: the unit of isolation. */
export interface Merchant {
  readonly login: string;
  readonly password: string;
  /** Shown on the card page. */
  readonly name: string;
  /** Public token in place of login and password. */
  readonly token?: string;
  /** Name of the scenario of its payments, unless the order has another. */
  readonly scenario?: ScenarioName;
  /** A scenario of its own instead, as in a scenario file. */
  readonly ownScenario?: unknown;
  /** The scenario of so many orders that are registered from now on, before the two above. */
  readonly nextOrders?: NextOrders;
  /** What is wrong with its gateway. */
  readonly break?: MerchantBreak;
  readonly callbacks?: CallbackSettings;
  /** Name of its bank, if it is not that of the process. */
  readonly bank?: string;
  /** Version of getOrderStatusExtended.do, if it is not the bank's. */
  readonly statusVersion?: number;
  /** Currencies that it takes by number or letters, if they are not the bank's; the first is for orders without one. */
  readonly currencies?: readonly string[];
  /** Form of `errorCode` of successful operations, if it is not the bank's. */
  readonly errorCodeStyle?: 'text' | 'number';
  /** Features that need a permission and are allowed, if they are not those that the bank allows. */
  readonly allowedFeatures?: readonly PermittedFeature[];
  /** How many attempts a payer has for an order, if it is not as many as the bank allows. */
  readonly paymentAttempts?: number;
  /** Permissions that its bank has not given it; it has all others. */
  readonly withoutPermissions?: readonly Permission[];
  /** Its cards are paid without 3-D Secure. */
  readonly sslOnly?: boolean;
  /** The fields inside its JSON parameters are not checked, but for those that a call needs. */
  readonly lenient?: boolean;
  /** X.509 certificate in PEM; with one, every call of this merchant must be signed. */
  readonly certificate?: string;
}

export type Login = Pick<Merchant, 'login' | 'password'>;

/** The most attempts that a setting can allow. */
export const mostPaymentAttempts = 99;

/** Login of the gateway's documented examples. */
export const documentedLogin: Login = { login: 'test_user', password: 'test_user_password' };

/** Settings that are left out are those of all merchants. */
export interface MerchantOptions
  extends Login,
    Partial<Omit<Merchant, 'login' | 'password' | 'callbacks' | 'nextOrders' | 'break'>> {
  readonly callbacks?: Partial<CallbackSettings>;
}
