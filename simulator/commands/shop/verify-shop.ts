import { fileURLToPath } from 'node:url';
import { InvalidArgumentError } from 'commander';
import { CannotTry } from '../../../contracts/report/cannot-try.ts';
import { allInFolders } from '../../../contracts/report/in-folder.ts';
import { writeReports } from '../../../contracts/report/write-reports.ts';
import { chosenCases, verifyByCheck } from '../../../contracts/shop/by-check.ts';
import { verifyByStates } from '../../../contracts/shop/by-states.ts';
import type { CaseResult } from '../../../contracts/shop/case-result.ts';
import { shopCases } from '../../../contracts/shop/cases/all.ts';
import { readPaidTest } from '../../../contracts/shop/order-check.ts';
import { casePrinter } from '../../../contracts/shop/report/case-printer.ts';
import { reportsOfShop } from '../../../contracts/shop/report/reports-of-shop.ts';
import type { OnResult } from '../../../contracts/shop/run-cases.ts';
import { unlessAborted } from '../../../contracts/shop/unless-aborted.ts';
import { nearest } from '../../text/nearest.ts';
import type { ExitCode, Output } from '../command.ts';
import { gitHubStep } from '../read-config.ts';
import { asWritten } from '../say.ts';
import {
  defaultLogin,
  defaultSandbox,
  numberFrom0,
  type ProofOptions,
  readProof,
  readSettings,
  webAddress,
} from './read-options.ts';
import { startForShop } from './start-for-shop.ts';
import { untilSignal } from './until-signal.ts';
import { whenNotTried } from './when-not-tried.ts';

interface Options extends ProofOptions {
  readonly callback?: string;
  readonly buy?: string;
  readonly check?: string;
  readonly paid?: string;
  readonly wait?: string;
  readonly stateChangeUrl?: string;
  readonly sandbox?: string;
  readonly login?: string;
  readonly only?: string;
  readonly skip?: string;
  readonly json?: string;
  readonly junit?: string;
}

/** How long a slow gateway takes for the status in this command. */
const slowMs = 3_000;

/**
 * Verifies a shop. Resolves with 0 if every case that was tried holds, 1 if not, 2 if it could not be tried, and after a
 * signal with its exit code.
 */
export const verifyShop = async (options: Options, output: Output): Promise<ExitCode> => {
  const { out, say } = output;
  const { ids, verify } = options.stateChangeUrl === undefined ? readCheck(options, output) : readStates(options);
  const { line, end } = casePrinter(ids, say);
  const callbackUrl = needed('--callback', options.callback);
  const report = async (signal: AbortSignal): Promise<ExitCode> => {
    allInFolders({ '--json': options.json, '--junit': options.junit });
    const cases = await verify({ signal, onResult: (result) => signal.aborted || out(line(result)) });
    const result = { callbackUrl, cases };
    out(end(cases));
    writeReports(reportsOfShop(result), { json: options.json, junit: options.junit, step: gitHubStep(), out });
    if (cases.some(({ outcome }) => outcome === 'fails')) return 1;
    if (cases.every(({ outcome }) => outcome === 'not tried'))
      throw new CannotTry('No case was tried, so nothing can be said.');
    return 0;
  };
  return untilSignal((signal) => report(signal).catch(whenNotTried(output)));
};

const needed = (name: string, value: string | undefined): string => {
  if (value !== undefined) return value;
  throw new InvalidArgumentError(`${name} is needed`);
};

interface Verification {
  /** Of the cases that have one; those of the pact have a title only. */
  readonly ids: readonly string[];
  readonly verify: (run: Run) => Promise<readonly CaseResult[]>;
}

interface Run {
  readonly signal: AbortSignal;
  readonly onResult: OnResult;
}

const readCheck = (options: Options, { out, say = asWritten }: Output): Verification => {
  const address = { url: webAddress('--callback', needed('--callback', options.callback)), ...readProof(options) };
  const shop = {
    address,
    buy: needed('--buy', options.buy),
    check: readOrderCheck(options),
    sandboxUrl: webAddress('--sandbox', options.sandbox ?? defaultSandbox),
    controlToken: readSettings().controlToken,
    login: options.login ?? defaultLogin,
    ...(options.only !== undefined && { only: readCases('--only', options.only) }),
    ...(options.skip !== undefined && { skip: readCases('--skip', options.skip) }),
    waitMs: numberFrom0('--wait', options.wait ?? '2') * 1000,
    slowMs,
    startGateway: startForShop,
    onGateway: (line: string) => out(`${say(line)}\n\n`),
  };
  return { ids: chosenCases(shop).map(({ id }) => id), verify: (run) => verifyByCheck({ ...shop, ...run }) };
};

const readOrderCheck = ({ check, paid }: Options) => {
  const how = needed('--check', check);
  if (!/\{order(?:Number|Id)\}/.test(how))
    throw new InvalidArgumentError(`--check ${how}: expected {orderNumber} or {orderId} in it`);
  const text = needed('--paid', paid);
  const test = readPaidTest(text);
  if (!test) throw new InvalidArgumentError(`--paid ${text}: expected $.path=value, such as $.status=paid`);
  return { how, paid: test };
};

const readCases = (option: string, given: string): readonly string[] => {
  const ids = shopCases.map(({ id }) => id);
  return given.split(',').map((word) => {
    const name = word.trim();
    if (ids.includes(name)) return name;
    const meant = nearest(name, ids);
    const hint = meant === undefined ? '' : `; did you mean ${meant}?`;
    throw new InvalidArgumentError(`${option} ${name}: expected ${ids.join(', ')}${hint}`);
  });
};

/** The states of the pact take the place of these options. */
const notWithStates = ['buy', 'check', 'paid', 'wait', 'only', 'skip', 'sandbox', 'login'] as const;

const readStates = (options: Options): Verification => {
  const inVain = notWithStates.find((name) => options[name] !== undefined);
  if (inVain !== undefined) throw new InvalidArgumentError(`--${inVain} cannot go together with --state-change-url`);
  const { proof, token } = readProof(options);
  if (proof === 'none') throw new InvalidArgumentError('--proof none: the callbacks of the pact have a proof');
  const states = {
    statesUrl: webAddress('--state-change-url', options.stateChangeUrl ?? ''),
    url: webAddress('--callback', needed('--callback', options.callback)),
    proof,
    token,
    method: options.method === undefined ? undefined : readProof(options).method,
    pactFile: fileURLToPath(new URL('../../../contracts/pacts/gateway-shop.json', import.meta.url)),
  };
  return {
    ids: [],
    verify: ({ signal, onResult }) => unlessAborted(signal, () => verifyByStates({ ...states, onResult })),
  };
};
