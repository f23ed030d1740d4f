import type { Bank } from './banks/bank.ts';
import type { Courier } from './callbacks/deliver/courier.ts';
import type { GatewayKeys } from './callbacks/keys/gateway-keys.ts';
import type { SettingValues } from './config.ts';
import type { CallbackSettings } from './domain/callback.ts';
import type { Merchant } from './domain/merchant.ts';
import type { Order } from './domain/order.ts';
import type { Clock } from './runtime/clock.ts';
import type { Ids } from './runtime/ids.ts';
import type { RunExclusive } from './runtime/key-queue.ts';
import type { Log } from './runtime/log.ts';
import type { Metrics } from './runtime/metrics.ts';
import type { RequestIds } from './runtime/request-id.ts';
import type { KnownScenarios, ScenarioFiles } from './scenario-engine/definition/scenario-source.ts';
import type { Scenario } from './scenario-engine/scenario.ts';
import type { Events } from './sharing/events.ts';
import type { Leases } from './sharing/leases.ts';
import type { Journal } from './store/journal/journal.ts';
import type { Store } from './store/store.ts';

/** What a handler may use as long as no merchant is known: bank, clock and ids are those of the process. */
export interface Context {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly bank: Bank;
  /** The same for one merchant. */
  readonly forMerchant: (merchant: Merchant) => MerchantContext;
  /** Drops the clock and the ids of a merchant that is gone or begins anew. */
  readonly forget: (login: string) => void;
  readonly log: Log;
  /** The id of a request, for the lines about it. */
  readonly requestIdOf: RequestIds;
  /** The scenarios of the folder; read when they are first needed. */
  readonly scenarios: () => Promise<readonly Scenario[]>;
  /** The same at once, where they have been read; another list after each change of the files. */
  readonly knownScenarios: () => KnownScenarios | undefined;
  /** How it stands with the scenario files. */
  readonly scenarioFiles: () => ScenarioFiles;
  /** Runs work on one thing after all work on it that was asked for before. */
  readonly runExclusive: RunExclusive;
  /** Runs work that one of several processes does with the same store, as `Leases.alone`. */
  readonly alone: Leases['alone'];
  /** Brings callbacks to the shops. */
  readonly courier: Courier;
  /** What was asked and answered. */
  readonly journal: Journal;
  /** Who listens to what happens. */
  readonly events: Events;
  readonly metrics: Metrics;
  /** Whether a stop has begun. */
  readonly isStopping: () => boolean;
  /** When this process started, by its clock. */
  readonly startedAtMs: number;
  /** The gateway's keys; read when they are first needed. */
  readonly keys: () => GatewayKeys;
  readonly options: ContextOptions;
}

/** What a handler may use for one merchant: bank, clock and ids are the merchant's own. */
export interface MerchantContext extends Context {
  readonly merchant: Merchant;
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

/** The settings of the process, and what follows from them. */
export interface ContextOptions extends SettingValues {
  /** Where this process itself is reached from this machine. */
  readonly ownUrl: () => string;
  /** How a merchant is told of its payments that did not say. */
  readonly callbacks: CallbackSettings;
  /** Whether an unknown login is let in as a merchant of its own. */
  readonly admitsAnyone: boolean;
  readonly control: ControlAccess;
}

/** Who may use the control API. */
export interface ControlAccess {
  /** Has to be sent with every call. */
  readonly token?: string;
  /** The port that is the control API's own. */
  readonly port?: () => number;
  /** Whether only programs on this machine reach the gateway. */
  readonly isPrivate: boolean;
}
