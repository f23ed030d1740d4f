import {
  assemble,
  contextOf,
  joinProcesses,
  makeKnowledge,
  makeLog,
  makeTrust,
  type Parts,
  resumeWork,
  stopParts,
} from './assemble.ts';
import type { Bank } from './banks/bank.ts';
import { refuseUnknownBank } from './banks/bank-of.ts';
import { isBankFile, readBank } from './banks/own-bank/bank-file.ts';
import type { Break } from './breaks/break.ts';
import { optionChecks, type SettingOptions, withDefaults } from './config.ts';
import type { Context } from './context.ts';
import type { CallbackSettings } from './domain/callback.ts';
import type { Merchant } from './domain/merchant.ts';
import { bankActs } from './domain/orders/bank-act.ts';
import type { Order } from './domain/orders/order.ts';
import type { ScenarioName } from './domain/scenario-name.ts';
import { type Inspection, inspect } from './inspection/inspect.ts';
import type { BreakInForce } from './merchants/breaks.ts';
import { saveConfiguredMerchants } from './merchants/configured-merchants.ts';
import { callbackSettings, configuredMerchants, merchantChanges, newMerchant } from './merchants/merchant-checks.ts';
import {
  changeMerchant,
  deleteMerchant,
  type MerchantChanges,
  makeMerchant,
  merchantNamed,
  mostNextOrders,
  resetMerchant,
  setCallbacks,
  setScenario,
} from './merchants/merchants.ts';
import type { MerchantState } from './merchants/state/state-document.ts';
import {
  aFunction,
  checkOptions,
  fields,
  minorUnits,
  oneOf,
  trueOrFalse,
  wholeNumber,
} from './options/check-options.ts';
import { ConfigError } from './options/config-error.ts';
import { resetScenario } from './payments/faults/reset-scenario.ts';
import { actAsBank, type BankAct } from './payments/orders/act-as-bank.ts';
import { checkNode } from './runtime/check-node.ts';
import type { Clock } from './runtime/clock.ts';
import type { Log } from './runtime/log.ts';
import type { Scenario } from './scenario-engine/scenario.ts';
import { createListener } from './server/listener.ts';
import { type ProgramOptions, programOptions } from './server/program-options.ts';
import type { GatewayEvent, Listener } from './sharing/events.ts';
import { memoryStore } from './store/memory/memory-store.ts';
import type { Store } from './store/store.ts';

export { documentedLogin, type MerchantOptions } from './domain/merchant.ts';

export interface SimulatorOptions extends SettingOptions, ProgramOptions {}

/** Where the gateway is over HTTPS. */
export interface TlsAddress {
  /** `https://127.0.0.1:8443`. */
  readonly url: string;
  /** Address of the merchant API, with a slash at the end. */
  readonly restUrl: string;
  /** The file with the authority that clients have to trust; undefined for a certificate of your own. */
  readonly authorityFile?: string | undefined;
}

/** A running simulator. */
export interface Simulator extends Inspection {
  /** Its address: `http://127.0.0.1:8080`. */
  readonly url: string;
  /** Address of the merchant API, with a slash at the end. */
  readonly restUrl: string;
  /** The gateway over HTTPS; undefined if it is off. */
  readonly tls?: TlsAddress | undefined;
  /** Address of the control API: `http://127.0.0.1:8080/sandbox`. */
  readonly controlUrl: string;
  readonly clock: Clock;
  /** The clock of a merchant: it runs with `clock` until it is moved or stopped itself. */
  readonly clockOf: (login: string) => Clock;
  readonly store: Store;
  readonly bank: Bank;
  /** Every scenario that can be asked for by its name; files are read at the first call. @throws ScenarioError if one is wrong. */
  readonly scenarios: () => Promise<readonly Scenario[]>;
  /** Reads the scenarios of the option `scenarios`; resolves with their number. @throws ScenarioError if a file is wrong. */
  readonly readScenarios: () => Promise<number>;
  /** Makes a merchant; a login or password that is left out is made up. @throws ConfigError if a setting cannot be used. */
  readonly makeMerchant: (settings?: MerchantChanges & { readonly login?: string }) => Promise<Merchant>;
  /** All merchants, in the order in which they were added. */
  readonly merchants: () => Promise<readonly Merchant[]>;
  /** Changes settings of a merchant; null removes one, the others stay. @throws ConfigError if a setting cannot be used. */
  readonly changeMerchant: (login: string, changes: MerchantChanges) => Promise<Merchant>;
  /** Drops a merchant with everything of it. */
  readonly deleteMerchant: (login: string) => Promise<void>;
  /** Drops everything of a merchant but its settings. */
  readonly resetMerchant: (login: string) => Promise<void>;
  /**
   * Sets the scenario of every payment of a merchant: a name, or a scenario as in a file; undefined removes it. `orders`:
   * only so many orders follow it that are registered from now on; then what was before stands again. @throws ConfigError if no scenario has the name; ScenarioError if the written one is wrong.
   */
  readonly setScenario: (
    login: string,
    scenario: ScenarioName | object | undefined,
    options?: { readonly orders?: number },
  ) => Promise<void>;
  /** Resets the counts of a merchant's scenario; `own`: the one that has no name. @throws ConfigError if there is none. */
  readonly resetScenario: (login: string, name: ScenarioName) => Promise<void>;
  /** Everything that can be wrong with the gateway of a merchant. */
  readonly breaks: () => Promise<readonly Break[]>;
  /**
   * Breaks the gateway for this merchant alone; `each` only tries every break on copies of its calls; undefined: it is right
   * again. @throws ConfigError if there is no such break.
   */
  readonly setBreak: (login: string, id: string | undefined) => Promise<void>;
  /** The break of a merchant, and how often it was reached and has changed something; undefined if there is none. */
  readonly breakOf: (login: string) => Promise<BreakInForce | undefined>;
  /** Everything of a merchant as one document, with password and tokens in clear. */
  readonly state: (login: string) => Promise<MerchantState>;
  /**
   * Replaces everything of a merchant, which may be new, by such a document. `newIds`: with other ids, so that several
   * merchants can have it. @throws StateError if it cannot be used; then nothing has changed.
   */
  readonly setState: (login: string, state: unknown, options?: { readonly newIds?: boolean }) => Promise<void>;
  /** Changes settings of a merchant's callbacks; the others stay. */
  readonly setCallbacks: (login: string, settings: Partial<CallbackSettings>) => Promise<void>;
  /**
   * Acts on an order as the bank: it expires, captures, reverses, refunds or charges back. The whole amount by default. @throws Refused if the order's state does not allow it.
   */
  readonly actAsBank: (orderId: string, act: BankAct, details?: { readonly amountMinor?: number }) => Promise<Order>;
  /**
   * Calls a listener with every event: requests, orders, callbacks, clocks. If processes share the store, events of all of
   * them come, a moment later. Ends with the returned function. @throws TooManyListeners: there may be 300, with those of
   * the control API.
   */
  readonly onEvent: (listener: (event: GatewayEvent) => void) => () => void;
  /** Resolves when no work is running here, and no callback in other processes with the same store. */
  readonly settled: () => Promise<void>;
  /**
   * Refuses new connections, waits up to the grace for requests and callbacks on their way, and closes the rest. A callback
   * that was broken off waits.
   */
  readonly stop: () => Promise<void>;
  /** The same, for `await using simulator = await startSimulator()`. */
  readonly [Symbol.asyncDispose]: () => Promise<void>;
}

const simulatorOptions = fields<SimulatorOptions>()({
  ...optionChecks,
  ...programOptions,
  merchants: configuredMerchants,
});

/** The bank of a file, if the option is the path of one. */
const bankOfFile = async ({ bank }: SimulatorOptions) =>
  typeof bank === 'string' && isBankFile(bank) ? { bank: await readBank(bank) } : {};

/** Starts a simulator in this process. It shares nothing with any other. @throws ConfigError if an option is unknown or wrong, or Node too old. */
export const startSimulator = async (options: SimulatorOptions = {}): Promise<Simulator> => {
  checkNode(process.versions);
  checkOptions('startSimulator', simulatorOptions, options);
  const settings = withDefaults({ ...options, ...(await bankOfFile(options)) });
  for (const [index, { bank }] of settings.merchants.entries())
    refuseUnknownBank({ options: settings }, `startSimulator: merchants[${index}].bank`, bank);
  const store = options.store ?? memoryStore();
  const log = makeLog(settings, options);
  const trust = await makeTrust(settings, log);
  const knowledge = makeKnowledge(settings, options, log);
  // Else a wrong file would fail the first payment, without a word in the test that makes it.
  if (typeof options.scenarios === 'string' && !options.watchesScenarios && !options.readsScenariosLater)
    await knowledge.scenarios();
  // Before the parts that have to be stopped.
  await saveConfiguredMerchants(store, knowledge, {
    bank: settings.bank,
    merchants: settings.merchants,
    fallbackName: settings.merchantName,
    name: options.merchantName,
    callbacks: options.callbacks,
  }).catch((error: unknown) => {
    knowledge.stopWatching();
    throw error;
  });
  const parts = assemble({ settings, store, knowledge, trust, log }, options);
  const context = contextOf(parts, options);
  const disconnectClocks = await joinProcesses(context, parts);
  await parts.ports.open(createListener(context));
  const stopResuming = options.store && (await resumeWork(context));
  const stop = (): Promise<void> => {
    disconnectClocks();
    stopResuming?.();
    return stopParts(parts, settings.stopGraceMs);
  };
  let stopped: Promise<void> | undefined;
  const stopOnce = (): Promise<void> => {
    stopped ??= stop();
    return stopped;
  };
  return { ...controls(context, parts), stop: stopOnce, [Symbol.asyncDispose]: stopOnce };
};

const scenarioOptions = fields<{ readonly orders?: number }>()({ orders: wholeNumber(1, mostNextOrders) });

const stateOptions = fields<{ readonly newIds?: boolean }>()({ newIds: trueOrFalse });

const bankAct = oneOf(...bankActs);

const actDetails = fields<{ readonly amountMinor?: number }>()({ amountMinor: minorUnits });

/** Of acts that are about the whole order. */
const noDetails = fields<object>()({});

const takesAmount = (act: BankAct): boolean => act !== 'expire' && act !== 'chargeback';

/** Everything but the end of a simulator that runs. */
const controls = (
  context: Context,
  { time, ports, trust }: Parts,
): Omit<Simulator, 'stop' | typeof Symbol.asyncDispose> => {
  const { store, bank, clock, log, events } = context;
  const tlsUrl = ports.tlsUrl();
  return {
    url: ports.url(),
    restUrl: `${ports.url()}${bank.basePath}/rest/`,
    tls:
      tlsUrl === undefined
        ? undefined
        : {
            url: tlsUrl,
            restUrl: `${tlsUrl}${bank.basePath}/rest/`,
            authorityFile: trust.certificate?.authorityFile,
          },
    controlUrl: `${ports.controlUrl()}/sandbox`,
    clock,
    clockOf: time.clocks.of,
    store,
    bank,
    scenarios: context.allScenarios,
    readScenarios: async () => {
      await context.scenarios();
      return context.knownScenarios()?.count ?? 0;
    },
    makeMerchant: async (settings = {}) => {
      checkOptions('makeMerchant', newMerchant, settings);
      refuseUnknownBank(context, 'makeMerchant: bank', settings.bank);
      return makeMerchant(context, settings);
    },
    merchants: store.merchants.all,
    changeMerchant: async (login, changes) => {
      checkOptions('changeMerchant', merchantChanges, changes);
      refuseUnknownBank(context, 'changeMerchant: bank', changes.bank);
      return changeMerchant(context, login, changes);
    },
    deleteMerchant: async (login) => deleteMerchant(context, (await merchantNamed(store, login)).login),
    resetMerchant: async (login) => resetMerchant(context, (await merchantNamed(store, login)).login),
    setScenario: async (login, scenario, options = {}) => {
      checkOptions('setScenario', scenarioOptions, options);
      if (scenario === undefined && options.orders !== undefined)
        throw new ConfigError('setScenario: orders: expected a scenario for them');
      return setScenario(context, login, scenario, options.orders);
    },
    resetScenario: (login, name) => resetScenario(context, login, name),
    setCallbacks: async (login, settings) => {
      checkOptions('setCallbacks', callbackSettings, settings);
      return setCallbacks(context, login, settings);
    },
    breaks: async () => (await import('./breaks/all.ts')).breaks,
    setBreak: async (login, id) => (await import('./merchants/breaks.ts')).setBreak(store, login, id),
    breakOf: async (login) =>
      (await import('./merchants/breaks.ts')).breakInForce(store, await merchantNamed(store, login)),
    state: async (login) => (await import('./merchants/state/in-process.ts')).stateOf(context, login),
    setState: async (login, state, options = {}) => {
      checkOptions('setState', stateOptions, options);
      return (await import('./merchants/state/in-process.ts')).setStateOf(context, login, state, options);
    },
    actAsBank: async (orderId, act, details = {}) => {
      checkOptions('actAsBank', bankAct, act);
      checkOptions('actAsBank', takesAmount(act) ? actDetails : noDetails, details);
      return actAsBank(context, orderId, act, details);
    },
    ...inspect(
      context,
      async (login) => context.forMerchant(await merchantNamed(store, login)),
      () => `${ports.controlUrl()}/sandbox`,
    ),
    settled: async () => {
      await time.clocks.settled();
      if (store.sharing) await (await import('./server/resume-work.ts')).callbacksSettled(context, store.sharing);
    },
    onEvent: (listener) => {
      checkOptions('onEvent', aFunction(), listener);
      return events.subscribe({ listener: harmless(listener, log) });
    },
  };
};

/** A listener whose errors are only logged. */
const harmless =
  (listener: Listener, log: Log): Listener =>
  (event) => {
    try {
      listener(event);
    } catch (error) {
      log.error({ err: error }, 'a listener of events failed');
    }
  };
