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
  readonly callbacks?: CallbackSettings;
}
