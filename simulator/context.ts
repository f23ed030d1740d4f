import type { Bank } from './banks/bank.ts';
import type { Courier } from './callbacks/deliver/courier.ts';
import type { GatewayKeys } from './callbacks/keys/gateway-keys.ts';
import type { SettingValues } from './config.ts';
import type { Callback, CallbackSettings } from './domain/callback.ts';
import type { FollowedScenario } from './domain/followed-scenario.ts';
import type { Merchant } from './domain/merchant.ts';
import type { Order } from './domain/orders/order.ts';
import type { Clock } from './runtime/clock.ts';
import type { GuessLimit } from './runtime/guess-limit.ts';
import type { Ids } from './runtime/ids.ts';
import type { RunExclusive } from './runtime/key-queue.ts';
import type { Log } from './runtime/log.ts';
import type { Metrics } from './runtime/metrics.ts';
import type { RequestIds } from './runtime/request-id.ts';
import type { KnownScenarios, ScenarioFiles } from './scenario-engine/definition/known-scenarios.ts';
import type { Scenario } from './scenario-engine/scenario.ts';
import type { Events } from './sharing/events.ts';
import type { Leases } from './sharing/leases.ts';
import type { Journal } from './store/journal/journal.ts';
import type { Store } from './store/store.ts';

/** The context of a request without a known merchant: bank, clock and ids of the process. */
export interface Context {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly bank: Bank;
  /** The same for one merchant. */
  readonly forMerchant: (merchant: Merchant) => MerchantContext;
  /** Drops the clock and the ids of a merchant that is deleted or reset. */
  readonly forget: (login: string) => void;
  readonly log: Log;
  /** The id of a request, for the lines about it. */
  readonly requestIdOf: RequestIds;
  /** The scenarios of the setting, read when they are first needed; of the bundled folder only those with conditions. */
  readonly scenarios: () => Promise<readonly Scenario[]>;
  /** The same, and bundled ones of these names, without their conditions. */
  readonly scenariosWith: (...names: readonly (string | undefined)[]) => Promise<readonly Scenario[]>;
  /** Every scenario that can be asked for by its name. */
  readonly allScenarios: () => Promise<readonly Scenario[]>;
  /** The same at once, if they have been read; another list after each change of the files. */
  readonly knownScenarios: () => KnownScenarios | undefined;
  /** The state of the scenario files. */
  readonly scenarioFiles: () => ScenarioFiles;
  /** Reads the scenario files of the folder now. */
  readonly readScenariosAgain: () => Promise<void>;
  /** Runs work on one thing after all earlier work on it. */
  readonly runExclusive: RunExclusive;
  /** Runs work that one of several processes does with the same store, as `Leases.alone`. */
  readonly alone: Leases['alone'];
  readonly courier: Courier;
  /** What callbacks of this installation carry. */
  readonly callbackMark: () => string;
  readonly guesses: GuessLimit;
  readonly journal: Journal;
  readonly events: Events;
  readonly metrics: Metrics;
  /** Logs the steps from one version of an order to the next; `before`: undefined for a new one. */
  readonly logOrder: (before: Order | undefined, after: Order) => void;
  /** Logs the fault of a callback, if it has one. */
  readonly logNewCallback: (callback: Callback) => void;
  /** Whether a stop has begun. */
  readonly isStopping: () => boolean;
  /** When this process started, by its clock. */
  readonly startedAtMs: number;
  /** The gateway's keys; read when they are first needed. */
  readonly keys: () => GatewayKeys;
  readonly options: ContextOptions;
}

/** The context of one merchant: bank, clock and ids are the merchant's own. */
export interface MerchantContext extends Context {
  readonly merchant: Merchant;
  /** The scenario of the order that the call registers, if it has taken a place among the merchant's next orders. */
  readonly follows?: FollowedScenario;
  /** Plans the due work of the merchant for this time of its clock. */
  readonly wakeAt: (dueMs: number) => void;
}

/** An order as it is in the store, with the context of its merchant. */
export interface FoundOrder {
  readonly context: MerchantContext;
  readonly order: Order;
}

/** Finds an order whose merchant is not known yet. */
export const findOrderAnywhere = async (context: Context, orderId: string): Promise<FoundOrder | undefined> => {
  const order = await context.store.orders.find(orderId);
  const merchant = order && (await context.store.merchants.find(order.merchant));
  return merchant && { order, context: context.forMerchant(merchant) };
};

/** The settings of the process, and values derived from them. */
export interface ContextOptions extends SettingValues {
  /** The address of this process on this machine. */
  readonly ownUrl: () => string;
  /** The callback settings of merchants without their own. */
  readonly callbacks: CallbackSettings;
  /** Whether an unknown login becomes a merchant. */
  readonly admitsAnyone: boolean;
  readonly control: ControlAccess;
  /** Whether the certificate of HTTPS is for a name or address; absent: there is no HTTPS. */
  readonly isCertified?: ((name: string) => boolean) | undefined;
  /** The address of the demo shop, if there is one. */
  readonly demoShopUrl?: (() => string | undefined) | undefined;
}

/** Who may use the control API. */
export interface ControlAccess {
  /** Must be sent with every call. */
  readonly token?: string;
  /** The control API's own port. */
  readonly port?: () => number;
  /** Whether only programs on this machine reach the gateway. */
  readonly isPrivate: boolean;
}
