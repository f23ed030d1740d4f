/** What a callback tells. Source: BPC REST documentation, callback notifications. */
export type CallbackOperation =
  | 'approved'
  | 'deposited'
  | 'reversed'
  | 'refunded'
  | 'declinedByTimeout'
  | 'declinedCardPresent'
  | 'bindingCreated'
  | 'bindingActivityChanged';

/** How a merchant is told of its payments. */
export interface MerchantCallbacks {
  /** Where callbacks go; an order with a `dynamicCallbackUrl` has its own. */
  readonly url?: string;
  readonly method: 'GET' | 'POST';
  /** Key of the HMAC checksum, or in base64 of the JWT. */
  readonly token?: string;
  readonly checksum?: 'none' | 'hmac' | 'rsa' | 'jwt';
  /** Further HTTP headers. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly operations: readonly CallbackOperation[];
  /** Further parameters, such as `amount` or `maskedPan`. */
  readonly parameters: readonly string[];
  readonly sendsCreationDate: boolean;
  readonly retryAfterMs: number;
  /** After so many failures in a row the gateway gives up. */
  readonly mostFailures: number;
}

/** What can be set of a merchant. */
export interface MerchantSettings {
  readonly password: string;
  /** Name of the shop on the card page. */
  readonly name: string;
  /** Public token that may stand in place of login and password. */
  readonly token?: string;
  /** Whose gateway this merchant meets, e.g. `bereke`. */
  readonly bank: string;
  /** Version of getOrderStatusExtended.do. */
  readonly statusVersion?: number;
  /** `errorCode` of operations that went well. */
  readonly errorCodeStyle?: 'text' | 'number';
  /** X.509 certificate in PEM; with one, every call has to be signed. */
  readonly certificate?: string;
}

/** A merchant of the gateway: orders, stored cards, callbacks, ids and a clock of its own. */
export interface SandboxMerchant extends MerchantSettings {
  readonly login: string;
  readonly callbacks: MerchantCallbacks;
  /** Name of the scenario that all its payments follow. */
  readonly scenario?: string;
  /** The same, written out. */
  readonly ownScenario?: unknown;
  /** What the shop's client is given as the address of the gateway. */
  readonly restUrl: string;
}

type Changes<Thing> = { readonly [Name in keyof Thing]?: Thing[Name] | null };

/** What is left out stays as it is; null takes a setting away. */
export interface MerchantChanges extends Changes<MerchantSettings> {
  readonly callbacks?: Changes<MerchantCallbacks>;
}

/** Whatever is left out is as for all merchants; login and password are made up. */
export interface NewMerchant extends MerchantChanges {
  readonly login?: string;
}

/** A merchant, or its login. */
export type Whose = string | { readonly login: string };

export const loginOf = (whose: Whose): string => (typeof whose === 'string' ? whose : whose.login);

/** Where the calls about a merchant are. */
export const merchantPath = (whose: Whose): `/${string}` => `/merchants/${encodeURIComponent(loginOf(whose))}`;
