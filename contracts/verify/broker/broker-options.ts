import type { ConsumerVersionSelector } from './consumer-version-selectors.ts';

/** A Pact Broker, and the way in. An empty text counts as absent, as an empty variable of the environment does. */
export interface BrokerAccess {
  /** `https://broker.example`, also with a path. A user name and a password in it are used like those below. */
  readonly url: string;
  /** A bearer token; not together with a user name. */
  readonly token?: string | undefined;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  /** How long one answer may take; 30,000 by default. */
  readonly timeoutMs?: number | undefined;
  /** The waits before a request that met an overload is sent again; half a second and more by default. */
  readonly waitsMs?: readonly number[] | undefined;
}

/** Which pacts are asked for. */
export interface BrokerOptions extends BrokerAccess {
  /** `tillbox-<bank>`: the name of the provider in the pacts. */
  readonly providerName: string;
  /** The latest pact of each consumer by default. */
  readonly consumerVersionSelectors?: readonly ConsumerVersionSelector[] | undefined;
  /** Failures of pacts that never held are told, and do not count. */
  readonly enablePending?: boolean | undefined;
  /** Also asks for pacts that are work in progress, published since this day: `2026-01-31`. Needs the branch. */
  readonly includeWipSince?: string | undefined;
  /** The branch of the version that is verified. */
  readonly providerBranch?: string | undefined;
}

/** As whose results they are published. */
export interface PublishOptions extends BrokerAccess {
  /** `tillbox-<bank>`, for the bank of the results. */
  readonly providerName: string;
  readonly providerVersion: string;
  readonly providerBranch?: string | undefined;
  /** The page of the build, for people. */
  readonly buildUrl?: string | undefined;
}
