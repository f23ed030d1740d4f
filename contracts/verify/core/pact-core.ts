import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { NoVerdict } from './core-report.ts';

/** The options of Pact's core that are used here. */
export interface CoreOptions {
  /** Host and port of the gateway. */
  readonly providerBaseUrl: string;
  readonly pactUrls: readonly string[];
  /** Absent if no interaction has a state. */
  readonly providerStatesSetupUrl?: string;
}

/** Runs a verification of Pact's core. Resolves with its report as JSON, whether the pact holds or not. */
export type RunCore = (options: CoreOptions) => Promise<string>;

const usualOptions = {
  provider: 'gateway',
  providerStatesSetupBody: true,
  providerStatesSetupTeardown: true,
  // A redirect is an answer of the gateway; the shop that it leads to is not verified.
  followRedirects: false,
  logLevel: 'error',
};

/** The file of Pact's core, which comes with Pact itself: from where this file is, or from the project of the caller. */
export const findCore = (): string | undefined => {
  for (const place of [import.meta.url, path.join(process.cwd(), 'package.json')])
    try {
      const pact = createRequire(place).resolve('@pact-foundation/pact');
      return createRequire(pact).resolve('@pact-foundation/pact-core');
    } catch {
      // The next place.
    }
  return undefined;
};

const core = (): string => {
  const file = findCore();
  if (file === undefined) throw new Error('@pact-foundation/pact is not installed');
  return file;
};

interface Core {
  readonly default: { readonly verifyPacts: (options: object) => Promise<string> };
}

/** In this process, whose output the core writes to. */
export const runCoreHere: RunCore = async (options) => {
  process.env['PACT_DO_NOT_TRACK'] = 'true';
  const { verifyPacts } = (createRequire(import.meta.url)(core()) as Core).default;
  // A pact that does not hold is an error for the core.
  return verifyPacts({ ...usualOptions, ...options }).catch((error: Error) => error.message);
};

/** Settings of Pact that the core would read by itself: the options of the caller count. */
const isReadByCore = (name: string): boolean => name.startsWith('PACT_');

/** A process that runs verifications of the core, one after the other. */
export interface CoreProcess {
  readonly run: RunCore;
  readonly stop: () => Promise<void>;
}

/** Starts a process for the core, because it writes straight to the output of its process. */
export const startCoreProcess = (): CoreProcess => {
  const environment = Object.entries(process.env).filter(([name]) => !isReadByCore(name));
  const child = fork(fileURLToPath(new URL('core-process.js', import.meta.url)), {
    env: { ...Object.fromEntries(environment), PACT_DO_NOT_TRACK: 'true' },
    execArgv: ['--disable-warning=DEP0060', '--disable-warning=DEP0169'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let errors = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const ended = once(child, 'exit');
  const brokeOff = async (): Promise<never> => {
    const [code] = await ended;
    throw new NoVerdict(`Pact's core ended with ${code}: ${errors.trim()}`);
  };
  return {
    run: async (options) => {
      child.send({ core: core(), options: { ...usualOptions, ...options } });
      const [report] = (await Promise.race([once(child, 'message'), brokeOff()])) as [string];
      return report;
    },
    stop: async () => {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
};
