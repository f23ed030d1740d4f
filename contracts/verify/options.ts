import { banks } from '../../simulator/banks/all.ts';
import type { Bank } from '../../simulator/banks/bank.ts';
import { bereke } from '../../simulator/banks/bereke.ts';
import { expectedBankFile, isBankFile, readBank } from '../../simulator/banks/own-bank/bank-file.ts';
import { ConfigError } from '../../simulator/options/config-error.ts';
import { nearest } from '../../simulator/text/nearest.ts';
import { CannotTry } from '../report/cannot-try.ts';
import { allInFolders } from '../report/in-folder.ts';
import type { BrokerAccess } from './broker/broker-options.ts';
import { type ConsumerVersionSelector, parseSelectors } from './broker/consumer-version-selectors.ts';
import { type Filters, patternOf } from './filters.ts';
import type { GatewayElsewhere } from './gateways.ts';
import { noStateMap, readStateMap, type StateMap } from './state-map.ts';

/** The options of the command line, as they are written there. */
export interface GivenOptions {
  readonly bank?: string;
  readonly allBanks?: boolean;
  readonly asIs?: boolean;
  readonly inTenge?: boolean;
  readonly require?: string;
  readonly gateway?: string;
  readonly login?: string;
  readonly filterDescription?: string;
  readonly filterState?: string;
  readonly filterConsumer?: readonly string[];
  readonly lastFailed?: boolean;
  readonly stateMap?: string;
  readonly ignoreMissingStates?: boolean;
  readonly brokerUrl?: string;
  readonly token?: string;
  readonly user?: string;
  readonly password?: string;
  readonly consumerVersionSelectors?: readonly string[];
  readonly enablePending?: boolean;
  readonly includeWipPactsSince?: string;
  readonly publish?: boolean;
  readonly providerVersion?: string;
  readonly providerBranch?: string;
  readonly buildUrl?: string;
  readonly json?: string;
  readonly junit?: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Pacts of a broker, and whether its results go back there. */
export interface BrokerRequest {
  readonly access: BrokerAccess;
  readonly selectors: readonly ConsumerVersionSelector[];
  readonly enablePending: boolean;
  readonly includeWipSince?: string;
  readonly providerBranch?: string;
  readonly publish?: { readonly providerVersion: string; readonly buildUrl?: string };
}

/** What to verify, and where. */
export interface VerifyRequest {
  readonly banks: readonly Bank[];
  /** Banks side by side: only the required ones decide about the exit code. */
  readonly required?: readonly string[];
  /** Otherwise its merchant has the settings of the contract of tillbox, which is written for every bank. */
  readonly isAsItIs: boolean;
  readonly elsewhere?: GatewayElsewhere;
  readonly filters: Filters;
  readonly isLastFailed: boolean;
  readonly stateMap: StateMap;
  readonly ignoresMissingStates: boolean;
  readonly broker?: BrokerRequest;
  readonly jsonFile?: string;
  readonly junitFile?: string;
}

/** Checks the options and the environment. @throws CannotTry or BrokerError that names the wrong one */
export const readOptions = async (
  given: GivenOptions,
  environment: Environment,
  hasPlaces: boolean,
): Promise<VerifyRequest> => {
  refuseContradictions(given);
  const broker = brokerIn(given, environment, hasPlaces);
  const elsewhere = await elsewhereIn(given, environment);
  return {
    banks: given.allBanks ? banks : [await bankIn(given, environment)],
    ...(given.allBanks && { required: requiredIn(given) }),
    isAsItIs: given.asIs || (!given.inTenge && !given.allBanks && (hasPlaces || broker !== undefined)),
    ...(elsewhere && { elsewhere }),
    filters: filtersIn(given, environment),
    isLastFailed: given.lastFailed ?? false,
    stateMap: given.stateMap === undefined ? noStateMap : readStateMap(given.stateMap),
    ignoresMissingStates: given.ignoreMissingStates ?? false,
    ...(broker && { broker }),
    ...filesIn(given, environment),
  };
};

const filesIn = ({ json, junit }: GivenOptions, environment: Environment) => {
  const jsonFile = json ?? textIn(environment, 'PACT_VERIFIER_JSON_REPORT');
  const junitFile = junit ?? textIn(environment, 'PACT_VERIFIER_JUNIT_REPORT');
  allInFolders({ '--json': jsonFile, '--junit': junitFile });
  return { ...(jsonFile !== undefined && { jsonFile }), ...(junitFile !== undefined && { junitFile }) };
};

/** Empty variables count as absent. */
export const textIn = (environment: Environment, name: string): string | undefined => environment[name] || undefined;

/** Options that say two things at once, or nothing without another. */
const refuseContradictions = (given: GivenOptions): void => {
  const isGiven = (name: keyof GivenOptions) => given[name] !== undefined && given[name] !== false;
  const pairs: readonly (readonly [keyof GivenOptions, keyof GivenOptions])[] = [
    ['allBanks', 'bank'],
    ['allBanks', 'gateway'],
    ['allBanks', 'publish'],
    ['gateway', 'publish'],
    ['gateway', 'asIs'],
    ['gateway', 'inTenge'],
    ['asIs', 'inTenge'],
    ['publish', 'filterDescription'],
    ['publish', 'filterState'],
    ['publish', 'lastFailed'],
  ];
  for (const [one, other] of pairs)
    if (isGiven(one) && isGiven(other))
      throw new CannotTry(`${flagOf(one)} cannot go together with ${flagOf(other)}${whyNot[other] ?? ''}`);
  const needs: readonly (readonly [keyof GivenOptions, keyof GivenOptions])[] = [
    ['require', 'allBanks'],
    ['login', 'gateway'],
    ['gateway', 'login'],
    ['publish', 'providerVersion'],
  ];
  for (const [one, other] of needs)
    if (isGiven(one) && !isGiven(other)) throw new CannotTry(`${flagOf(one)} needs ${flagOf(other)}`);
};

const whyNot: Readonly<Partial<Record<keyof GivenOptions, string>>> = {
  publish: ': results are published for one bank of tillbox, whose name the provider has',
  filterDescription: ': only results of whole pacts are published',
  filterState: ': only results of whole pacts are published',
  lastFailed: ': only results of whole pacts are published',
};

const flagOf = (name: string): string => `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** `--bank`, or `BANK` as everywhere in tillbox: a name, or the file of a bank. */
export const bankIn = async ({ bank }: Pick<GivenOptions, 'bank'>, environment: Environment): Promise<Bank> => {
  if (bank !== undefined) return namedOrRead(`--bank ${bank}`, bank);
  const name = textIn(environment, 'BANK');
  return name === undefined ? bereke : namedOrRead(`BANK=${name}`, name);
};

const namedOrRead = async (where: string, name: string): Promise<Bank> => {
  if (!isBankFile(name)) return bankNamed(where, name, `, or ${expectedBankFile}`);
  return readBank(name).catch((error: unknown) => {
    throw error instanceof ConfigError ? new CannotTry(error.message) : error;
  });
};

const bankNamed = (where: string, name: string, others = ''): Bank => {
  const found = banks.find((bank) => bank.name === name);
  if (found) return found;
  const names = banks.map((bank) => bank.name);
  const meant = nearest(name.toLowerCase(), names);
  throw new CannotTry(
    `${where}: expected one of ${names.join(', ')}${others}${meant === undefined ? '' : `; did you mean ${meant}?`}`,
  );
};

const requiredIn = ({ require = '' }: GivenOptions): readonly string[] =>
  require
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => bankNamed(`--require ${name}`, name).name);

const elsewhereIn = async (given: GivenOptions, environment: Environment): Promise<GatewayElsewhere | undefined> => {
  const { gateway: url, login } = given;
  if (url === undefined || login === undefined) return undefined;
  const password = textIn(environment, 'TILLBOX_GATEWAY_PASSWORD');
  if (password === undefined)
    throw new CannotTry('--gateway needs the password of the login in TILLBOX_GATEWAY_PASSWORD');
  return { url, login, password, bank: await bankIn(given, environment) };
};

/** The variables are those of Pact's verifier. */
const filtersIn = (given: GivenOptions, environment: Environment): Filters => {
  const description = given.filterDescription ?? textIn(environment, 'PACT_DESCRIPTION');
  const state = given.filterState ?? textIn(environment, 'PACT_PROVIDER_STATE');
  return {
    ...(description !== undefined && { description: patternOf('--filter-description', description) }),
    ...(state !== undefined && { state: patternOf('--filter-state', state) }),
    consumers: (given.filterConsumer ?? []).map((text) => patternOf('--filter-consumer', text)),
  };
};

const brokerIn = (given: GivenOptions, environment: Environment, hasPlaces: boolean): BrokerRequest | undefined => {
  // Pacts that are named are meant alone, whatever the environment says.
  const url = given.brokerUrl ?? (hasPlaces ? undefined : textIn(environment, 'PACT_BROKER_BASE_URL'));
  if (url === undefined) {
    if (given.publish) throw new CannotTry('--publish needs --broker-url');
    return undefined;
  }
  const {
    enablePending = false,
    includeWipPactsSince,
    providerBranch,
    publish,
    providerVersion = '',
    buildUrl,
  } = given;
  return {
    access: { url, ...credentialsIn(given, environment) },
    selectors: parseSelectors(given.consumerVersionSelectors ?? []),
    enablePending,
    ...(includeWipPactsSince !== undefined && { includeWipSince: includeWipPactsSince }),
    ...(providerBranch !== undefined && { providerBranch }),
    ...(publish && { publish: { providerVersion, ...(buildUrl !== undefined && { buildUrl }) } }),
  };
};

/** One kind of the command line counts before the other kind of the environment. */
export const credentialsIn = (
  { token, user, password }: GivenOptions,
  environment: Environment,
): Omit<BrokerAccess, 'url'> => {
  if (token !== undefined) return { token };
  const secret = password ?? textIn(environment, 'PACT_BROKER_PASSWORD');
  if (user !== undefined) return { username: user, password: secret };
  return {
    token: textIn(environment, 'PACT_BROKER_TOKEN'),
    username: textIn(environment, 'PACT_BROKER_USERNAME'),
    password: secret,
  };
};
