import { statSync } from 'node:fs';
import { type Config, optionsOf } from '../config.ts';
import { ScenarioError } from '../domain/errors/scenario-error.ts';
import { StoreError, StoreUnavailable } from '../domain/errors/store-error.ts';
import { ConfigError } from '../options/config-error.ts';
import { formatFor, levelFor } from '../runtime/log-line.ts';
import { isBundledFolder, scenariosFolder } from '../scenario-engine/definition/bundled-scenarios.ts';
import { startSimulator } from '../simulator.ts';
import { shownStore } from '../text/without-password.ts';
import { merchantsOf, startDemoShop } from './demo-shop.ts';
import type { WantedPort } from './listen-error.ts';
import { onSignals } from './on-signals.ts';
import { doubtfulSettings, readConfig, sayIn, startLanguage } from './read-config.ts';
import type { Say } from './say.ts';

const openStore = async (name: Exclude<Config['store'], 'memory'>, say: Say) => {
  const store = await (await import('../store/open-store.ts')).openStore(name);
  if (name.startsWith('sqlite:')) warnOfReaders(name.slice('sqlite:'.length), say);
  return store;
};

/** A new file is its owner's only; one that exists keeps its rights. */
const warnOfReaders = (file: string, say: Say): void => {
  const isOpen = process.platform !== 'win32' && (statSync(file).mode & 0o044) !== 0;
  if (isOpen)
    process.stderr.write(
      `${say(`STORE=sqlite:${file}: other users of this machine can read it; chmod 600 changes that`)}\n`,
    );
};

/** The time for first requests, before the scenario files are read. */
const firstAnswersMs = 50;

/** The command logs to standard output. */
const logOptions = ({ logLevel, logFormat }: Config) => {
  const format = logFormat || formatFor('stdout');
  return { logsTo: 'stdout', logFormat: format, logLevel: logLevel || levelFor(format) } as const;
};

/** Starts the gateway, and the demo shop unless it is off. Ends the process if that fails. */
export const start = (): Promise<undefined> => startAll().catch(fail);

const startAll = async (): Promise<undefined> => {
  const say = await sayIn(startLanguage());
  for (const warning of doubtfulSettings()) process.stderr.write(`${say(warning)}\n`);
  const config = readConfig();
  const store = config.store === 'memory' ? undefined : await openStore(config.store, say);
  let shopUrl: string | undefined;
  const simulator = await startSimulator({
    ...optionsOf(config),
    ...logOptions(config),
    sayLine: say,
    limits: { idleMs: config.keepAliveMs },
    ...(store && { store }),
    merchants: merchantsOf(config),
    watchesScenarios: true,
    readsScenariosLater: true,
    demoShopUrl: () => shopUrl,
  });
  const running = stopOnSignals(simulator);
  await simulator.clock.sleep(firstAnswersMs);
  const scenarioCount = await simulator.readScenarios();
  if (running.isStopping()) return;
  const shop = config.shop ? await startDemoShop(config, simulator) : undefined;
  shopUrl = shop?.url;
  if (shop) await running.add(shop);
  const { printBanner } = await import('./print-banner.ts');
  const scenarios = scenariosInWords(config.scenarios, scenarioCount);
  const facts = { config, simulator, scenarios, shopUrl: shop?.url };
  if (!running.isStopping()) await printBanner(facts, { screen: process.stdout, say });
};

const scenariosInWords = (setting: string, count: number): string => {
  const folder = scenariosFolder(setting);
  if (isBundledFolder(folder)) return `${count} come with tillbox`;
  return `${count} in ${folder}; those that come with tillbox by name`;
};

interface Stoppable {
  readonly stop: () => Promise<void>;
}

/** Stops the parts on the first signal, and exits on a second one. A part that is added later is stopped at once. */
const stopOnSignals = (first: Stoppable) => {
  const parts = [first];
  let isStopping = false;
  const stop = (): void => {
    isStopping = true;
    Promise.all(parts.map((part) => part.stop())).then(() => process.exit(0), fail);
  };
  onSignals(['SIGTERM', 'SIGINT'], { first: stop, again: () => process.exit(0) });
  return {
    isStopping: () => isStopping,
    add: async (part: Stoppable): Promise<void> => {
      if (isStopping) await part.stop();
      else parts.push(part);
    },
  };
};

/** A folder that cannot be read is a wrong setting. */
const withSetting = (message: string): string => {
  const folder = scenariosFolder(readConfig().scenarios);
  return message.startsWith(`${folder}: expected a folder `) ? `SCENARIOS=${message}` : message;
};

/** A line for each mistake of an operator, the stack for a bug. */
const explain = async (error: unknown): Promise<string> => {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof ScenarioError) return withSetting(error.message);
  if ([ConfigError, StoreError].some((known) => error instanceof known)) return error.message;
  if (error instanceof StoreUnavailable)
    return `STORE=${shownStore(readConfig().store)}: expected a store that can be written (${error.message})`;
  const { listenMistake } = await import('./listen-error.ts');
  return (await listenMistake(error, wantedPort(error))) ?? error.stack ?? error.message;
};

/** The port of the gateway, of HTTPS or of the control API. */
const wantedPort = ({ port: refused }: NodeJS.ErrnoException & { port?: number }): WantedPort => {
  const { port, controlPort, tls, tlsPort, host } = readConfig();
  if (tls && refused === tlsPort && refused !== port) return { variable: 'TLS_PORT', port: tlsPort, host };
  return controlPort !== '' && refused === controlPort && refused !== port
    ? { variable: 'CONTROL_PORT', port: controlPort, host }
    : { variable: 'PORT', port, host };
};

const fail = async (error: unknown): Promise<never> => {
  const say = await sayIn(startLanguage());
  process.stderr.write(`${say(await explain(error))}\n`);
  process.exit(1);
};
