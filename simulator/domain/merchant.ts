import type { CallbackSettings } from './callback.ts';

/** A shop's account at the gateway: the unit of isolation. */
export interface Merchant {
  readonly login: string;
  readonly password: string;
  /** Name that the payer reads on the card page. */
  readonly name: string;
  /** Public token that may stand in place of login and password. */
  readonly token?: string;
  /** Name of the scenario that all its payments follow, unless the order says otherwise. */
  readonly scenario?: string;
  /** Instead of that name a scenario of its own, as it would stand in a file. */
  readonly ownScenario?: unknown;
  readonly callbacks?: CallbackSettings;
  /** Name of the bank whose ways this merchant meets, where it is not the one of the process. */
  readonly bank?: string;
  /** Version of getOrderStatusExtended.do that this merchant has, where it is not the bank's. */
  readonly statusVersion?: number;
  /** `errorCode` of operations that went well, where it is not as at the bank. */
  readonly errorCodeStyle?: 'text' | 'number';
  /** X.509 certificate in PEM; with one, every call of this merchant must be signed. */
  readonly certificate?: string;
}

export type Login = Pick<Merchant, 'login' | 'password'>;

/** Login of the gateway's documented examples. */
export const documentedLogin: Login = { login: 'test_user', password: 'test_user_password' };

/** A merchant of the simulator; settings that are left out are those of all merchants. */
export interface MerchantOptions extends Login, Partial<Omit<Merchant, 'login' | 'password' | 'callbacks'>> {
  readonly callbacks?: Partial<CallbackSettings>;
}
