import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Bank } from './banks/bank.ts';
import { withChoices } from './banks/bank-of.ts';
import { bereke } from './banks/bereke.ts';
import { createCourier } from './callbacks/deliver/deliver.ts';
import { type GatewayKeys, readGatewayKeys } from './callbacks/keys/gateway-keys.ts';
import type { Login, LogLevel } from './config.ts';
import type { Context, ControlAccess } from './context.ts';
import { type Callback, type CallbackSettings, defaultCallbackSettings } from './domain/callback.ts';
import type { Merchant } from './domain/merchant.ts';
import type { Order } from './domain/order.ts';
import { type Inspection, inspect } from './inspection/inspect.ts';
import { keepGivenMerchants } from './merchants/configured-merchants.ts';
import {
  changeMerchant,
  deleteMerchant,
  type MerchantChanges,
  makeMerchant,
  merchantNamed,
  resetMerchant,
  setCallbacks,
  setOwnScenario,
  setScenario,
} from './merchants/merchants.ts';
import type { MerchantState } from './merchants/state/state-document.ts';
import { countsOf } from './payments/faults/next-step.ts';
import { actAsBank, type BankAct } from './payments/orders/act-as-bank.ts';
import { afterMachineTime, type Cancel, type Clock, createClock } from './runtime/clock.ts';
import { createKeyQueue } from './runtime/key-queue.ts';
import { createLog, type Log } from './runtime/log.ts';
import { createMetrics, type Metrics } from './runtime/metrics.ts';
import { createRequestIds } from './runtime/request-id.ts';
import { scenarioSource } from './scenario-engine/definition/scenario-source.ts';
import type { Scenario } from './scenario-engine/scenario.ts';
import type { CloseServer } from './server/close-server.ts';
import { type ConnectionLimits, createLimitedServer, defaultLimits } from './server/connections.ts';
import { createListener } from './server/listener.ts';
import { idSource, merchantContexts } from './server/merchant-contexts.ts';
import {
  createEvents,
  type Events,
  type GatewayEvent,
  type Listener,
  tellCallback,
  tellClock,
} from './sharing/events.ts';
import { createLeases } from './sharing/leases.ts';
import { createMerchantClocks, followClock, keptClock } from './sharing/merchant-clocks.ts';
import { createJournal } from './store/journal/journal.ts';
import { memoryStore } from './store/memory/memory-store.ts';
import type { Store } from './store/store.ts';

export interface SimulatorOptions {
  /** 0: any free port. */
  readonly port?: number;
  readonly host?: string;
  readonly publicUrl?: string;
  readonly bank?: Bank;
  /** Version of getOrderStatusExtended.do; the bank's own by default. */
  readonly statusVersion?: number;
  /** `errorCode` of operations that went well; as at the bank by default. */
  readonly errorCodeStyle?: 'text' | 'number';
  /** Who may call; the login `*` lets in everybody. */
  readonly merchants?: readonly MerchantOptions[];
  readonly merchantName?: string;
  /** How the merchants are told of their payments; what is left out is as at the bank. */
  readonly callbacks?: Partial<CallbackSettings>;
  /** A folder of scenario files, or the scenarios themselves. */
  readonly scenarios?: string | readonly Scenario[];
  /** Whether a folder of scenario files is read again when they change; a wrong file leaves everything as it was, and is logged. */
  readonly watchesScenarios?: boolean;
  /**
   * Whether calls that no payment depends on are answered before a folder of scenario files has been read; nothing goes
   * wrong with those. By default the first call waits.
   */
  readonly readsScenariosLater?: boolean;
  /** What it holds is taken up: merchants, their clocks, what is due, callbacks that wait. It is closed with the simulator. */
  readonly store?: Store;
  readonly clock?: Clock;
  /** Ids repeat exactly for the same seed. */
  readonly seed?: string;
  readonly sessionTimeoutSecs?: number;
  readonly paymentAttempts?: number;
  readonly sandboxPanel?: boolean;
  readonly logLevel?: LogLevel;
  /** How many requests the journal keeps; none by default. */
  readonly journalSize?: number;
  /** How long the journal keeps a request, in milliseconds of `clock`, whatever the merchants' clocks say; as long as there is room by default. */
  readonly journalAgeMs?: number;
  /** What every call of the control API has to carry. */
  readonly controlToken?: string;
  /** A port of its own for the control API, at the same host; 0: any free one. */
  readonly controlPort?: number;
  /** Where callbacks may go, as `shop.example` or `127.0.0.1:3000`; anywhere by default. */
  readonly callbackHosts?: readonly string[];
  /** How long a shop may take to answer a callback, in milliseconds of the machine; ten seconds by default. */
  readonly callbackPatienceMs?: number;
  /** What a client may take of the gateway before it is cut off. */
  readonly limits?: Partial<ConnectionLimits>;
  /** How long requests and callbacks that are on their way may take to end after a stop; half a second by default. */
  readonly stopGraceMs?: number;
}

/** A merchant of the simulator; what is left out is as for all. */
export interface MerchantOptions extends Login, Partial<Omit<Merchant, 'login' | 'password' | 'callbacks'>> {
  readonly callbacks?: Partial<CallbackSettings>;
}

/** A running simulator. */
export interface Simulator extends Inspection {
  /** Where it listens: `http://127.0.0.1:8080`. */
  readonly url: string;
  /** What a merchant's client is given: the address of the merchant API, with a slash at the end. */
  readonly restUrl: string;
  /** Address of the control API: `http://127.0.0.1:8080/sandbox`. */
  readonly controlUrl: string;
  readonly clock: Clock;
  /** The clock of a merchant: it runs with `clock` until it is moved or stopped itself. */
  readonly clockOf: (login: string) => Clock;
  readonly store: Store;
  readonly bank: Bank;
  /** Reads the scenario files, if nobody has yet. @throws ScenarioError where one of them is wrong. */
  readonly scenarios: () => Promise<readonly Scenario[]>;
  /** Makes a merchant; login and password are made up where none are given. @throws ConfigError where that cannot be. */
  readonly makeMerchant: (settings?: MerchantChanges & { readonly login?: string }) => Promise<Merchant>;
  /** All merchants, in the order in which they were added. */
  readonly merchants: () => Promise<readonly Merchant[]>;
  /** Changes settings of a merchant; what is left out stays, null takes away. @throws ConfigError where that cannot be used. */
  readonly changeMerchant: (login: string, changes: MerchantChanges) => Promise<Merchant>;
  /** Drops a merchant with all that is its. */
  readonly deleteMerchant: (login: string) => Promise<void>;
  /** Drops all that a merchant has, but not its settings. */
  readonly resetMerchant: (login: string) => Promise<void>;
  /** Every payment of this merchant follows this scenario, named, or written out as in a file; undefined takes it away. */
  readonly setScenario: (login: string, scenario: string | object | undefined) => Promise<void>;
  /** What this scenario does a number of times begins anew for the merchant; `own`: the one that was written out. */
  readonly resetScenario: (login: string, name: string) => Promise<void>;
  /** All of a merchant as one document, with password and tokens in clear. */
  readonly state: (login: string) => Promise<MerchantState>;
  /**
   * Puts such a document in place of all that a merchant has, also of one that is not there yet. `newIds`: so that several
   * merchants can have it. @throws StateError where it cannot be used; then nothing has changed.
   */
  readonly setState: (login: string, state: unknown, options?: { readonly newIds?: boolean }) => Promise<void>;
  /** Changes how this merchant is told of its payments; what is left out stays. */
  readonly setCallbacks: (login: string, settings: Partial<CallbackSettings>) => Promise<void>;
  /**
   * The bank does something with an order by itself: it expires, captures, reverses, refunds or charges back. Amounts in
   * minor units, all of it by default. @throws Refused where the order's state does not allow it.
   */
  readonly actAsBank: (orderId: string, act: BankAct, details?: { readonly amountMinor?: number }) => Promise<Order>;
  /**
   * Calls a listener with everything that happens: requests, orders, callbacks, clocks. With a store that processes share
   * also what happens in the others, and all of it a moment later. Ends with the returned function.
   */
  readonly onEvent: (listener: (event: GatewayEvent) => void) => () => void;
  /** Resolves when nothing that has begun is still running; of other processes with the same store, no callback. */
  readonly settled: () => Promise<void>;
  /**
   * Takes no connection any more, lets the requests and callbacks that are on their way end, up to the grace, and closes
   * the rest. A callback that was not sent to its end waits.
   */
  readonly stop: () => Promise<void>;
}

/** Login of the gateway's documented examples. */
export const documentedLogin: Login = { login: 'test_user', password: 'test_user_password' };

/** Starts a simulator in this process. It shares nothing with any other. */
export const startSimulator = async (options: SimulatorOptions = {}): Promise<Simulator> => {
  const bank = withChoices(options.bank ?? bereke, options);
  const clock = options.clock ?? createClock();
  const store = options.store ?? memoryStore();
  const merchantName = options.merchantName ?? 'Demo Store';
  const callbacks = { ...defaultCallbackSettings, ...options.callbacks };
  const logins: readonly MerchantOptions[] = options.merchants ?? [documentedLogin];
  await keepGivenMerchants(store, {
    merchants: logins,
    fallbackName: merchantName,
    name: options.merchantName,
    callbacks: options.callbacks,
  });
  const log = createLog(options.logLevel ?? 'warn');
  const watching = options.watchesScenarios ? { after: afterMachineTime, log } : undefined;
  const {
    scenarios,
    knownScenarios,
    scenarioFiles,
    stop: stopWatching,
  } = scenarioSource(options.scenarios ?? [], {
    watching,
    isLate: options.readsScenariosLater ?? false,
  });
  const runExclusive = createKeyQueue();
  const keys = keySource();
  const events = createEvents({
    channel: store.channel,
    onOutage: (error) => log.warn({ err: error }, 'events of other processes come when the database is back'),
  });
  const metrics = createMetrics();
  const { sharing } = store;
  const leases = createLeases(sharing);
  /** One after the other, here and elsewhere: looking for the merchant tells of moves that were made elsewhere. */
  const moveInOrder = (login: string, move: () => Promise<void>): Promise<void> => {
    const work = `clock of ${login}`;
    return runExclusive(work, () => leases.inTime(work, () => store.merchants.find(login).then(move)));
  };
  const clocks = createMerchantClocks(clock, {
    inOrder: sharing && moveInOrder,
    beforeMove: sharing && (async (login) => (await import('./server/resume-work.ts')).resumeMerchant(context, login)),
    onMove: async (login, moved) => {
      if (events.isHeard()) tellClock(events, login, moved);
      if (login !== '') await keepClock(login, moved);
    },
    onFailure: (error) => log.error({ err: error }, 'work in the background failed, and is tried again'),
  });
  /** Where it cannot be kept now it is tried again later. */
  const keepClock = async (login: string, moved: Clock): Promise<void> => {
    const keep = () => store.clocks.save(keptClock(login, moved, clock));
    await keep().catch(() => moved.start(keep));
  };
  sharing?.onClock((login, kept) => {
    if (kept) followClock(kept, clocks.of(login), clock);
    else context.forget(login);
  });
  const idsOf = idSource(options.seed);
  const control = controlAccess(options);
  let ownUrl = '';
  let stopped: Promise<void> | undefined;
  const context: Context = {
    store,
    clock,
    bank,
    scenarios,
    knownScenarios,
    scenarioFiles,
    ids: idsOf(''),
    ...merchantContexts(() => context, clocks, idsOf),
    log,
    requestIdOf: createRequestIds(clock.now()),
    runExclusive,
    alone: leases.alone,
    courier: createCourier({
      store,
      clockOf: clocks.of,
      runExclusive,
      leases,
      onTried: callbackObserver(events, metrics),
      ...(options.callbackHosts && { hosts: options.callbackHosts }),
      ...(options.callbackPatienceMs !== undefined && { patienceMs: options.callbackPatienceMs }),
    }),
    keys,
    journal: createJournal({ size: options.journalSize, ageMs: options.journalAgeMs, clock }),
    events,
    metrics,
    isStopping: () => stopped !== undefined,
    startedAtMs: clock.now(),
    options: {
      publicUrl: options.publicUrl ?? '',
      ownUrl: () => ownUrl,
      merchantName,
      callbacks,
      admitsAnyone: logins.some(({ login }) => login === '*'),
      sessionTimeoutSecs: options.sessionTimeoutSecs ?? 1200,
      paymentAttempts: options.paymentAttempts ?? 3,
      sandboxPanel: options.sandboxPanel ?? true,
      control: control.access,
    },
  };
  await events.joined;
  const answer = createListener(context);
  const open = async (port: number): Promise<Opened> => {
    const { server, close } = createLimitedServer(answer, { ...defaultLimits, ...options.limits });
    return { url: await listen(server, port, options.host ?? '127.0.0.1'), close };
  };
  const main = await open(options.port ?? 0);
  const { url } = main;
  ownUrl = url;
  const controlServer = options.controlPort === undefined ? undefined : await open(options.controlPort);
  if (controlServer) control.isAt(controlServer.url);
  const stopTakingOver = options.store ? await goOn(context) : undefined;
  const stop = async (graceMs: number): Promise<void> => {
    stopWatching();
    stopTakingOver?.();
    events.stop();
    metrics.stop();
    const ends = [main, ...(controlServer ? [controlServer] : [])].map(({ close }) => close(graceMs));
    await Promise.all([...ends, context.courier.stop(graceMs)]);
    clocks.stop();
    await store.close();
    await log.flush();
  };
  return {
    url,
    restUrl: `${url}${bank.basePath}/rest/`,
    controlUrl: `${controlServer?.url ?? url}/sandbox`,
    clock,
    clockOf: clocks.of,
    store,
    bank,
    scenarios,
    makeMerchant: (settings = {}) => makeMerchant(context, settings),
    merchants: store.merchants.all,
    changeMerchant: (login, changes) => changeMerchant(store, login, changes),
    deleteMerchant: (login) => deleteMerchant(context, login),
    resetMerchant: (login) => resetMerchant(context, login),
    setScenario: (login, scenario) =>
      typeof scenario === 'object' ? setOwnScenario(store, login, scenario) : setScenario(store, login, scenario),
    resetScenario: (login, name) => store.counters.forget(login, countsOf(name)),
    setCallbacks: (login, settings) => setCallbacks(store, login, settings),
    state: async (login) => (await import('./merchants/state/in-process.ts')).stateOf(context, login),
    setState: async (login, state, options) =>
      (await import('./merchants/state/in-process.ts')).setStateOf(context, login, state, options),
    actAsBank: (orderId, act, details) => actAsBank(context, orderId, act, details),
    ...inspect(context, async (login) => context.forMerchant(await merchantNamed(store, login))),
    settled: async () => {
      await clocks.settled();
      if (sharing) await (await import('./server/resume-work.ts')).callbacksSettled(context, sharing);
    },
    onEvent: (listener) => events.hear({ listener: harmless(listener, log) }),
    stop: () => {
      stopped ??= stop(options.stopGraceMs ?? 500);
      return stopped;
    },
  };
};

/** Takes up what the store holds from before, and what other processes leave undone, until the returned function is called. */
const goOn = async (context: Context): Promise<Cancel | undefined> => {
  const { resumeAll, takeOverLateWork } = await import('./server/resume-work.ts');
  await resumeAll(context);
  return context.store.sharing && takeOverLateWork(context, context.store.sharing);
};

interface Opened {
  readonly url: string;
  readonly close: CloseServer;
}

const callbackObserver =
  (events: Events, metrics: Metrics) =>
  (callback: Callback): void => {
    const outcome = callback.tries.at(-1)?.httpStatus === 200 ? 'delivered' : 'failed';
    metrics.callbackTried(callback.state === 'given-up' ? 'given-up' : outcome);
    if (events.isHeard()) tellCallback(events, callback);
  };

/** A listener whose mistakes are logged, and cost nobody an answer. */
const harmless =
  (listener: Listener, log: Log): Listener =>
  (event) => {
    try {
      listener(event);
    } catch (error) {
      log.error({ err: error }, 'a listener of events failed');
    }
  };

/** Who may use the control API; its own port is known only when it is open. */
const controlAccess = ({ controlToken, controlPort, host = '127.0.0.1' }: SimulatorOptions) => {
  let port = controlPort ?? 0;
  const access: ControlAccess = {
    isPrivate: /^(127(\.\d+){3}|::1|localhost)$/.test(host),
    ...(controlToken !== undefined && { token: controlToken }),
    ...(controlPort !== undefined && { port: () => port }),
  };
  return {
    access,
    isAt: (url: string) => {
      port = Number(new URL(url).port);
    },
  };
};

const keySource = (): (() => GatewayKeys) => {
  let keys: GatewayKeys | undefined;
  return () => {
    keys ??= readGatewayKeys();
    return keys;
  };
};

const listen = (server: Server, port: number, host: string): Promise<string> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const { address, port: actual, family } = server.address() as AddressInfo;
      const shown =
        address === '0.0.0.0' || address === '::' ? '127.0.0.1' : family === 'IPv6' ? `[${address}]` : address;
      resolve(`http://${shown}:${actual}`);
    });
  });
