import { withChoices } from './banks/bank-of.ts';
import { type Courier, createCourier } from './callbacks/deliver/courier.ts';
import { callbackAgent, usualPatienceMs } from './callbacks/deliver/send-callback.ts';
import { createInbox } from './callbacks/inbox/inbox.ts';
import { type GatewayKeys, readGatewayKeys } from './callbacks/keys/gateway-keys.ts';
import type { SettingValues } from './config.ts';
import type { Context } from './context.ts';
import { type Callback, defaultCallbackSettings } from './domain/callback.ts';
import { createStepLog } from './inspection/orders/step-log.ts';
import { merchantNamed } from './merchants/merchants.ts';
import { given } from './options/check-options.ts';
import { ConfigError } from './options/config-error.ts';
import { limitPayments, limitPaymentsOf } from './payments/orders/limit-payments.ts';
import { type Clock, createClock } from './runtime/clock.ts';
import { createGuessLimit } from './runtime/guess-limit.ts';
import { createIds } from './runtime/ids.ts';
import { createKeyQueue } from './runtime/key-queue.ts';
import { createLog, type Log } from './runtime/log.ts';
import { formatFor, levelFor } from './runtime/log-line.ts';
import { afterMachineTime, type Cancel } from './runtime/machine-time.ts';
import { createMetrics } from './runtime/metrics.ts';
import { createRequestIds } from './runtime/request-id.ts';
import { scenarioSource } from './scenario-engine/definition/scenario-source.ts';
import { idsByLogin, withMerchantContexts } from './server/merchant-contexts.ts';
import { createPorts, type Ports } from './server/ports.ts';
import type { ProgramOptions } from './server/program-options.ts';
import { createEvents, publishCallback, publishClock } from './sharing/events.ts';
import { createLeases } from './sharing/leases.ts';
import { createMerchantClocks, followClock, keptClock } from './sharing/merchant-clocks.ts';
import { createJournal } from './store/journal/journal.ts';
import type { Store } from './store/store.ts';
import type { GatewayCertificate } from './tls/certificate.ts';
import { tlsConflict } from './tls/tls-conflict.ts';

/** The parts of a simulator, before any of them works. */
export interface Parts {
  readonly settings: SettingValues;
  readonly store: Store;
  readonly reporting: ReturnType<typeof makeReporting>;
  readonly time: ReturnType<typeof makeTime>;
  readonly knowledge: ReturnType<typeof makeKnowledge>;
  readonly mark: ReturnType<typeof makeMark>;
  readonly courier: Courier;
  readonly ports: Ports;
  readonly trust: Trust;
}

/** The parts that the others are made of. */
type FirstParts = Pick<Parts, 'settings' | 'store' | 'knowledge' | 'trust'> & { readonly log: Log };

/** Makes all parts. Nothing listens yet. */
export const assemble = ({ settings, store, knowledge, trust, log }: FirstParts, options: ProgramOptions): Parts => {
  const { clock = createClock() } = options;
  const { certificate, callbackAuthorities } = trust;
  const tls = certificate && { port: settings.tlsPort, certificate, onRefusal: refusalLog(log, certificate) };
  const ports = createPorts(settings, { limits: options.limits, tls, onUnreadable: (reason) => log.warn({}, reason) });
  const reporting = makeReporting({ settings, store, clock, ports, log });
  const time = makeTime(settings, store, clock, reporting);
  const mark = makeMark(store, clock);
  return {
    settings,
    store,
    reporting,
    time,
    knowledge,
    mark,
    courier: createCourier({
      store,
      clockOf: time.clocks.of,
      runExclusive: time.runExclusive,
      leases: time.leases,
      onTried: callbackObserver(reporting),
      targets: { hosts: settings.callbackHosts, ownPorts: ports.own },
      mark: mark.read,
      inbox: createInbox({ ...reporting, ownUrl: ports.url, publicUrl: settings.publicUrl }),
      patienceMs: options.callbackPatienceMs ?? usualPatienceMs,
      agent: callbackAgent(callbackAuthorities),
    }),
    ports,
    trust,
  };
};

/** How the gateway proves its names over HTTPS, and whom it trusts. */
export interface Trust {
  readonly certificate?: GatewayCertificate | undefined;
  /** As PEM, beside the usual ones. */
  readonly callbackAuthorities?: string | undefined;
}

/** @throws ConfigError if a file that a setting names cannot be used. */
export const makeTrust = async (settings: SettingValues, log: Log): Promise<Trust> => {
  const conflict = tlsConflict(settings);
  if (conflict !== undefined) throw new ConfigError(conflict);
  if (!settings.tls && settings.callbackCa === '') return {};
  const { gatewayCertificate } = await import('./tls/certificate.ts');
  const { readCallbackAuthorities } = await import('./tls/callback-authorities.ts');
  return {
    certificate: await gatewayCertificate(settings, log),
    callbackAuthorities: readCallbackAuthorities(settings.callbackCa),
  };
};

/** Says why clients end their connections before their first request, most often because they do not trust the authority. */
const refusalLog =
  (log: Log, { authorityFile }: GatewayCertificate) =>
  (code: string): void => {
    if (
      /ALERT_(?:UNKNOWN_CA|BAD_CERTIFICATE|CERTIFICATE_UNKNOWN|CERTIFICATE_EXPIRED|UNSUPPORTED_CERTIFICATE)/.test(code)
    )
      log.warn(
        { code, ...(authorityFile !== undefined && { file: authorityFile }) },
        'a client does not trust the certificate',
      );
    else if (code === 'ERR_SSL_HTTP_REQUEST') log.warn({ code }, 'a client sent HTTP to the port of HTTPS');
    else log.debug({ code }, 'a client ended its connection before its first request');
  };

/** The id by which this installation knows its own callbacks; processes with one store have the same. */
const makeMark = ({ sharing }: Store, clock: Clock) => {
  let mark = createIds().uuid(clock.now());
  return {
    read: () => mark,
    share: async (): Promise<void> => {
      if (sharing) mark = await sharing.installation(mark);
    },
  };
};

/** The log of a simulator: on standard error, unless the program says otherwise. */
export const makeLog = (
  { logFormat, logLevel }: SettingValues,
  { logsTo = 'stderr', sayLine }: ProgramOptions,
): Log => {
  const format = logFormat ?? formatFor(logsTo);
  return createLog(logLevel ?? levelFor(format), { to: logsTo, format, ...(sayLine && { say: sayLine }) });
};

interface ReportingOptions extends Omit<FirstParts, 'knowledge' | 'trust'> {
  readonly clock: Clock;
  readonly ports: Ports;
}

/** Log, journal, events and metrics. */
const makeReporting = ({ settings, store: { channel }, clock, ports, log }: ReportingOptions) => {
  const { journalSize, journalAgeMs } = settings;
  const steps = createStepLog(log, () => controlUrlOf(settings, ports));
  const onOutage = (error: unknown): void =>
    log.warn({ err: error }, 'events of other processes come when the database is back');
  return {
    log,
    requestIdOf: createRequestIds(clock.now()),
    journal: createJournal({ size: journalSize, ageMs: journalAgeMs, clock }),
    events: createEvents({ channel, onOutage }),
    metrics: createMetrics(),
    logOrder: steps.order,
    logNewCallback: steps.newCallback,
    logCallback: steps.callback,
  };
};

/** The address at which people see the control API. */
const controlUrlOf = ({ publicUrl, controlPort }: SettingValues, ports: Ports): string =>
  `${controlPort === undefined && publicUrl !== '' ? publicUrl : ports.controlUrl()}/sandbox`;

/** The clocks of the process and of the merchants, and the queues of work. */
const makeTime = (
  { merchants }: Pick<SettingValues, 'merchants'>,
  store: Store,
  clock: Clock,
  { log, events }: Parts['reporting'],
) => {
  const { sharing } = store;
  const runExclusive = createKeyQueue();
  const leases = createLeases(sharing);
  let prepare: (login: string, toMs: number) => Promise<void> = async () => {};
  // Where anyone may come, the clock may be moved before its merchant has come.
  const isOpen = merchants.some(({ login }) => login === '*');
  const findMerchant = (login: string): Promise<unknown> =>
    isOpen ? store.merchants.find(login) : merchantNamed(store, login);
  /** One move after the other, in all processes. Finding the merchant reports moves of other processes. */
  const inOrder = (login: string, move: () => Promise<void>): Promise<void> => {
    const work = `clock of ${login}`;
    return runExclusive(work, () => leases.inTime(work, () => findMerchant(login).then(move)));
  };
  const clocks = createMerchantClocks(clock, {
    inOrder,
    beforeMove: (login, toMs) => prepare(login, toMs),
    onMove: async (login, moved) => {
      if (events.hasListeners()) publishClock(events, login, moved);
      if (login !== '') await saveClock(store, login, moved, clock);
    },
    onFailure: (error) => log.error({ err: error }, 'work in the background failed, and is tried again'),
  });
  return {
    clock,
    clocks,
    runExclusive,
    leases,
    /** Sets the work to do before a merchant's clock moves forward, which may refuse. */
    beforeMoves: (next: typeof prepare): void => {
      prepare = next;
    },
  };
};

/** Saves a merchant's clock; if that fails now, it is tried again in the background. */
const saveClock = async (store: Store, login: string, moved: Clock, ground: Clock): Promise<void> => {
  const save = () => store.clocks.save(keptClock(login, moved, ground));
  await save().catch(() => moved.start(save));
};

/** The bank, the scenarios and the keys. No scenario file is read yet. */
export const makeKnowledge = (settings: SettingValues, options: ProgramOptions, log: Log) => {
  const { stop: stopWatching, ...scenarios } = scenarioSource(settings.scenarios, {
    watching: options.watchesScenarios ? { after: afterMachineTime, log } : undefined,
    isLate: options.readsScenariosLater ?? false,
  });
  return { bank: withChoices(settings.bank, settings), ...scenarios, stopWatching, keys: keySource() };
};

/** Reads the keys when they are first needed. */
const keySource = (): (() => GatewayKeys) => {
  let keys: GatewayKeys | undefined;
  return () => {
    keys ??= readGatewayKeys();
    return keys;
  };
};

const callbackObserver =
  ({ events, metrics, logCallback }: Parts['reporting']) =>
  (callback: Callback): void => {
    const outcome = callback.tries.at(-1)?.httpStatus === 200 ? 'delivered' : 'failed';
    metrics.callbackTried(callback.state === 'given-up' ? 'given-up' : outcome);
    if (events.hasListeners()) publishCallback(events, callback);
    logCallback(callback);
  };

/** The context of the process, out of the parts. */
export const contextOf = (parts: Parts, { seed, callbacks = {}, demoShopUrl }: ProgramOptions): Context => {
  const { settings, store, reporting, time, mark, courier, ports, trust } = parts;
  const { stopWatching: _, ...knowledge } = parts.knowledge;
  const idsOf = idsByLogin(seed);
  const options = {
    ...settings,
    ownUrl: ports.url,
    callbacks: { ...defaultCallbackSettings, ...given(callbacks) },
    admitsAnyone: settings.merchants.some(({ login }) => login === '*'),
    control: ports.control,
    isCertified: trust.certificate?.isFor,
    demoShopUrl,
  };
  return withMerchantContexts(
    {
      store,
      clock: time.clock,
      ids: idsOf(''),
      ...knowledge,
      ...reporting,
      runExclusive: time.runExclusive,
      alone: time.leases.alone,
      courier,
      callbackMark: mark.read,
      guesses: createGuessLimit(settings.loginTries, time.clock),
      isStopping: ports.isClosing,
      startedAtMs: time.clock.now(),
      options,
    },
    time.clocks,
    idsOf,
  );
};

/** Limits the moves of the clocks, and joins the other processes with the same store: their clocks, and the name of all. */
export const joinProcesses = async (
  context: Context,
  { time: { clocks, clock, beforeMoves }, mark }: Pick<Parts, 'time' | 'mark'>,
): Promise<Cancel> => {
  await mark.share();
  const { sharing } = context.store;
  beforeMoves(async (login, toMs) => {
    await limitPaymentsOf(context, login, toMs);
    if (sharing) await (await import('./server/resume-work.ts')).resumeMerchant(context, login);
  });
  sharing?.onClock((login, kept) => {
    if (kept) followClock(kept, clocks.of(login), clock);
    else context.forget(login);
  });
  await context.events.joined;
  return clock.beforeMove((toMs) => limitPayments(context, toMs));
};

/** Resumes the work that the store holds, and takes over work that other processes leave undone until the returned function is called. */
export const resumeWork = async (context: Context): Promise<Cancel> => {
  const { resumeAll, takeOverLateWork } = await import('./server/resume-work.ts');
  await resumeAll(context);
  return context.store.sharing ? takeOverLateWork(context, context.store.sharing) : () => {};
};

/** Stops all parts: callbacks and requests on their way may end within the grace. */
export const stopParts = async (
  { reporting, knowledge, time, courier, ports, store }: Parts,
  graceMs: number,
): Promise<void> => {
  const { events, metrics, log } = reporting;
  knowledge.stopWatching();
  events.stop();
  metrics.stop();
  await Promise.all([ports.close(graceMs), courier.stop(graceMs)]);
  time.clocks.stop();
  await store.close();
  await log.flush();
};
