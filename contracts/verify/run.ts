import type { Bank } from '../../simulator/banks/bank.ts';
import { version } from '../../simulator/runtime/version.ts';
import { shopPact } from '../pact/pacts.ts';
import { CannotTry } from '../report/cannot-try.ts';
import { gitHubStepIn } from '../report/github-command.ts';
import { writeReports } from '../report/write-reports.ts';
import { BrokerError, NoSuchPacts } from './broker/broker-error.ts';
import { credentialsOf } from './broker/credentials.ts';
import { fetchPacts } from './broker/fetch-pacts.ts';
import { publishResults } from './broker/publish-results.ts';
import { NoVerdict } from './core/core-report.ts';
import { findCore, type RunCore, startCoreProcess } from './core/pact-core.ts';
import { isWanted, isWantedConsumer } from './filters.ts';
import { type RecordedGateway, startBankGateway, startGatewayElsewhere } from './gateways.ts';
import { type Interaction, interactionsOf, sidesOf } from './interaction.ts';
import { type HasFailed, readLastFailed } from './last-failed.ts';
import {
  type BrokerRequest,
  credentialsIn,
  type Environment,
  type GivenOptions,
  readOptions,
  type VerifyRequest,
} from './options.ts';
import { fixedLoginIn, loginIn } from './pact/pact-login.ts';
import { namesGateway, pathOfStranger, providerWarnings } from './pact/pact-provider.ts';
import type { PactSource } from './pact/pact-source.ts';
import { planInteraction } from './plan.ts';
import { readSources } from './read-sources.ts';
import { recordingWarnings } from './recorded-with.ts';
import { bankTable } from './report/bank-table.ts';
import { reportsOfPacts } from './report/reports-of-pacts.ts';
import type { VerifiedPact } from './report/result.ts';
import { changesOf, textReport } from './report/text-report.ts';
import { verifySource } from './verify-source.ts';

/** Where the command writes; texts include their line ends. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** 0: the pacts hold; 1: they do not; 2: they could not be tried. */
export type ExitCode = 0 | 1 | 2;

/**
 * Verifies pacts of files, folders, addresses and of a broker at one or more banks, or at a gateway elsewhere, and reports on
 * them. The pact of tillbox is verified if none is named.
 */
export const verifyPacts = async (
  places: readonly string[],
  given: GivenOptions,
  output: Output,
  environment: Environment = process.env,
): Promise<ExitCode> => {
  try {
    const request = await readOptions(given, environment, places.length > 0);
    if (findCore() === undefined) throw new CannotTry(missingPeer);
    return await verifyAll(places, given, request, output, environment);
  } catch (error) {
    if (!(error instanceof CannotTry || error instanceof BrokerError)) throw error;
    // Pacts and brokers have names of their own; what begins with an option is about the command line.
    const hint = /^(?:--|BANK=)/.test(error.message) ? '--help shows the usage.\n' : '';
    output.err(`error: ${error.message}\n${hint}`);
    return 2;
  }
};

const missingPeer =
  'tillbox verify needs the package @pact-foundation/pact, which is not installed: npm install --save-dev @pact-foundation/pact';

const verifyAll = async (
  places: readonly string[],
  given: GivenOptions,
  request: VerifyRequest,
  output: Output,
  environment: Environment,
): Promise<ExitCode> => {
  const hasFailed = request.isLastFailed ? readLastFailed(request.jsonFile) : undefined;
  const files = await namedSources(places, given, request, environment);
  const written: string[] = [];
  const say = (text: string): void => {
    written.push(text);
    output.out(text);
  };
  const results: VerifiedPact[] = [];
  const core = startCoreProcess();
  try {
    for (const bank of request.banks) {
      const sources = [...files, ...(await brokerSources(request, bank, say))];
      const found = await verifyAt(placeOf(request, bank), sources, { ...request, hasFailed, runCore: core.run });
      if (request.required === undefined) for (const pact of found) say(`${textReport(pact, request.isAsItIs)}\n`);
      results.push(...found);
    }
  } finally {
    await core.stop();
  }
  if (request.required !== undefined) {
    for (const pacts of byPact(results)) {
      const [first] = pacts;
      const warnings = [
        ...providerWarnings(first?.source.pact, undefined, first?.strangePath),
        ...recordingWarnings(first?.source.pact, version(), undefined),
      ];
      say([...warnings.map((line) => `${line}\n`), `${bankTable(pacts)}\n`].join(''));
    }
    say(
      changesOf(request.banks, request.isAsItIs)
        .map((line) => `${line}\n`)
        .join(''),
    );
  }
  const code = verdictOf(results, request, say);
  writeReports(reportsOfPacts(results, written.join('')), {
    json: request.jsonFile,
    junit: request.junitFile,
    step: gitHubStepIn(environment),
    out: output.out,
  });
  if (request.broker?.publish) await publishAll(results, request.broker, say);
  return code;
};

/** Named pacts, or that of tillbox if there is no broker either. */
const namedSources = async (
  places: readonly string[],
  given: GivenOptions,
  { broker }: VerifyRequest,
  environment: Environment,
): Promise<readonly PactSource[]> => {
  if (places.length === 0)
    return broker
      ? []
      : (await readSources([shopPact], noAccess)).map((own) => ({ ...own, name: 'the pact of tillbox' }));
  return readSources(places, { timeoutMs, headersFor: (url) => headersFor(url, given, environment) });
};

const timeoutMs = 30_000;

const noAccess = { timeoutMs, headersFor: () => ({}) };

/** Credentials of the command line are for every address; those of the environment only for the broker that it names. */
const headersFor = (url: URL, given: GivenOptions, environment: Environment): Readonly<Record<string, string>> => {
  const isNamed = given.token !== undefined || given.user !== undefined;
  const broker = given.brokerUrl ?? environment['PACT_BROKER_BASE_URL'] ?? '';
  if (!isNamed && URL.parse(broker)?.origin !== url.origin) return {};
  return credentialsOf({ url: url.href, ...credentialsIn(given, environment) }, url).headers;
};

const providerOf = ({ name }: Bank): string => `tillbox-${name}`;

/** The pacts of the broker with the bank. Of all banks, some may have none. */
const brokerSources = async (
  { broker, required }: VerifyRequest,
  bank: Bank,
  say: (text: string) => void,
): Promise<readonly PactSource[]> => {
  if (!broker) return [];
  const asked = fetchPacts({
    ...broker.access,
    providerName: providerOf(bank),
    consumerVersionSelectors: broker.selectors,
    enablePending: broker.enablePending,
    includeWipSince: broker.includeWipSince,
    providerBranch: broker.providerBranch,
  });
  if (required === undefined) return asked;
  return asked.catch((error: unknown) => {
    if (!(error instanceof NoSuchPacts)) throw error;
    say(`${bank.name}: ${error.message}\n`);
    return [];
  });
};

interface Place {
  readonly name: string;
  readonly bank?: Bank;
  readonly start: () => Promise<RecordedGateway>;
}

const placeOf = ({ elsewhere, isAsItIs }: VerifyRequest, bank: Bank): Place =>
  elsewhere
    ? { name: elsewhere.url, start: () => startGatewayElsewhere(elsewhere) }
    : { name: bank.name, bank, start: () => startBankGateway(bank, isAsItIs) };

interface Run extends VerifyRequest {
  readonly hasFailed: HasFailed | undefined;
  readonly runCore: RunCore;
}

/** Verifies all pacts at one gateway. */
const verifyAt = async (
  { name, bank, start }: Place,
  sources: readonly PactSource[],
  { filters, stateMap, elsewhere, hasFailed = () => true, runCore }: Run,
): Promise<readonly VerifiedPact[]> => {
  const results: VerifiedPact[] = [];
  const gateway = await start();
  try {
    for (const source of sources) {
      const sides = sidesOf(source.pact);
      if (!isWantedConsumer(filters, sides.consumer)) continue;
      // A broker is asked for the pacts with the gateway alone.
      const strangePath = source.broker ? undefined : pathOfStranger(source.pact, bank?.basePath ?? '/payment');
      const isOfStranger = strangePath !== undefined;
      const plan = interactionsOf(source.pact)
        .filter((one) => isWanted(filters, one) && hasFailed(keyOf(one, sides.consumer, name)))
        .map((interaction) =>
          planInteraction(interaction, { stateMap, isElsewhere: elsewhere !== undefined, isOfStranger }),
        );
      const login = loginIn(source.pact);
      gateway.useLogin?.(login);
      const otherLogin = elsewhere && fixedLoginIn(source.pact)?.userName;
      const verdicts = await verifySource(gateway, source, plan, runCore).catch((error: unknown) => {
        throw error instanceof NoVerdict ? new CannotTry(`${source.name}: ${error.message}`) : error;
      });
      results.push({
        source,
        ...sides,
        ...(bank && { bank, ...(login && { login: login.userName }) }),
        place: name,
        ...(otherLogin !== undefined && otherLogin !== elsewhere?.login && { otherLogin }),
        ...(isOfStranger && { strangePath }),
        verdicts,
      });
    }
  } finally {
    await gateway.stop();
  }
  return results;
};

const keyOf = ({ description, states }: Interaction, consumer: string, place: string) => ({
  description,
  states: states.map(({ name }) => name),
  consumer,
  place,
});

/** The results of each pact, bank by bank. */
const byPact = (results: readonly VerifiedPact[]): readonly (readonly VerifiedPact[])[] => [
  ...Map.groupBy(results, ({ source }) => source.name).values(),
];

/** The exit code, and why it is not 0 if no report says so. */
const verdictOf = (
  results: readonly VerifiedPact[],
  { required, ignoresMissingStates, isLastFailed }: VerifyRequest,
  say: (text: string) => void,
): ExitCode => {
  const deciding = results.filter(({ place }) => required === undefined || required.includes(place));
  const verdicts = deciding.flatMap((pact) => pact.verdicts);
  if (verdicts.some(({ outcome }) => outcome === 'fails')) return 1;
  const all = results.flatMap((pact) => pact.verdicts);
  const isTried = all.some(({ outcome }) => outcome !== 'not tried');
  if (all.length === 0 && isLastFailed) {
    say('No interaction failed the last time.\n');
    return 0;
  }
  if (!isTried) {
    say(`Nothing was tried: ${all.length === 0 ? 'there is no such interaction' : 'see the reasons above'}.\n`);
    return 2;
  }
  if (results.some(isWronglyNamed)) return 2;
  return all.some(({ unknown }) => unknown.length > 0) && !ignoresMissingStates ? 2 : 0;
};

/** A folder may hold pacts with other providers, too. A file that was named, or that names the gateway, should be about it. */
const isWronglyNamed = ({ source, strangePath }: VerifiedPact): boolean =>
  strangePath !== undefined && (!source.isOfFolder || namesGateway(source.pact));

const publishAll = async (
  results: readonly VerifiedPact[],
  { access, publish, providerBranch }: BrokerRequest,
  say: (text: string) => void,
): Promise<void> => {
  for (const { source, bank, verdicts } of results) {
    if (!publish || !bank || !source.broker) continue;
    const providerName = providerOf(bank);
    await publishResults(
      { source, bank: bank.name, interactions: verdicts },
      { ...access, ...publish, providerName, providerBranch },
    );
    say(`Published the results of ${source.name} as ${providerName} ${publish.providerVersion}.\n`);
  }
};
