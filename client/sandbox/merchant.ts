import type { Schemas } from './control-api.ts';

/** A merchant of the gateway: orders, stored cards, callbacks, ids and a clock of its own. */
export type SandboxMerchant = Schemas['Merchant'];

/** The settings of a merchant's callbacks. */
export type MerchantCallbacks = SandboxMerchant['callbacks'];

/** The event of a callback. Source: BPC REST documentation, callback notifications. */
export type CallbackOperation = MerchantCallbacks['operations'][number];

/** The settings of a merchant that can be changed. */
export type MerchantSettings = Omit<
  SandboxMerchant,
  'login' | 'callbacks' | 'scenario' | 'ownScenario' | 'nextOrders' | 'break' | 'restUrl'
>;

type Changes<Thing> = { readonly [Name in keyof Thing]?: Thing[Name] | null };

/** Absent settings stay; null removes one, but for the password, which every merchant has. */
export interface MerchantChanges extends Changes<Omit<MerchantSettings, 'password'>> {
  readonly password?: string;
  readonly callbacks?: Changes<MerchantCallbacks>;
}

/** Absent settings have the gateway's defaults; absent login and password are generated. */
export interface NewMerchant extends MerchantChanges {
  readonly login?: string;
  /** The login of another merchant whose break, as it is now, is that of the new one, too; its calls count there. */
  readonly breakOf?: string;
}

/** A merchant, or its login. */
export type Whose = string | { readonly login: string };
