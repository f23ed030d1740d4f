import type { Json } from '../simulator/simulator.ts';
import { type BrokerRecords, type Publication, type PublishedResult, versionOf } from './broker-records.ts';

/** A version that is meant: by its number, or the latest, or that of a branch. */
interface Meant {
  readonly pacticipant: string;
  readonly version?: string;
  readonly branch?: string;
}

interface Row {
  readonly publication: Publication;
  readonly providerVersion?: string;
  readonly result?: PublishedResult;
}

/** The answer to `can-i-deploy`. Source: `GET /matrix` of the Pact Broker. */
export const matrixFor = (records: BrokerRecords, query: URLSearchParams, origin: string): Json => {
  const rows = rowsFor(records, meantIn(query), query.get('environment') ?? undefined);
  const outcomes = rows.map(({ result }) => result?.success);
  const [success, failed] = [true, false].map((value) => outcomes.filter((outcome) => outcome === value).length);
  const unknown = outcomes.filter((outcome) => outcome === undefined).length;
  const deployable = failed ? false : unknown > 0 ? null : true;
  const reason =
    rows.length === 0
      ? 'There are no missing dependencies'
      : deployable === true
        ? 'All required verification results are published and successful'
        : deployable === false
          ? 'The verification for the pact failed'
          : 'There is no verified pact between the versions';
  return {
    summary: { deployable, reason, success, failed, unknown },
    notices: [{ type: deployable === true ? 'success' : 'error', text: reason }],
    matrix: rows.map((row) => rowDocument(row, origin)),
  };
};

/** `q[][pacticipant]=A&q[][version]=1&q[][pacticipant]=B`: each pacticipant begins the next one. */
const meantIn = (query: URLSearchParams): readonly Meant[] => {
  const meant: Record<string, string>[] = [];
  for (const [name, value] of query) {
    const [, field] = /^q\[\]\[(\w+)\]$/.exec(name) ?? [];
    if (field === 'pacticipant') meant.push({});
    const last = meant.at(-1);
    if (field !== undefined && last) last[field] = value;
  }
  return meant as unknown as readonly Meant[];
};

const rowsFor = (records: BrokerRecords, meant: readonly Meant[], environment?: string): readonly Row[] => {
  const [one, other] = meant;
  if (!one) return [];
  const number = numberOf(records, one);
  const pacts = records.publications;
  const asConsumer = pacts.filter(({ consumer, version }) => consumer === one.pacticipant && version === number);
  const asProvider = pacts.filter(({ provider }) => provider === one.pacticipant);
  const otherNumbers = (name: string): readonly (string | undefined)[] => {
    if (other) return name === other.pacticipant ? [numberOf(records, other)] : [];
    if (environment === undefined) return [numberOf(records, { pacticipant: name })];
    const found = records.deployments.filter((row) => row.pacticipant === name && row.environment === environment);
    return found.length > 0 ? found.map(({ version }) => version) : [undefined];
  };
  return [
    ...asConsumer.flatMap((publication) =>
      otherNumbers(publication.provider).map((providerVersion) => rowOf(records, publication, providerVersion)),
    ),
    ...asProvider
      .filter(({ consumer, version }) => otherNumbers(consumer).includes(version))
      .map((publication) => rowOf(records, publication, number)),
  ];
};

const numberOf = ({ versions }: BrokerRecords, { pacticipant, version, branch }: Meant): string | undefined =>
  version ??
  versions.findLast((one) => one.pacticipant === pacticipant && (branch === undefined || one.branches.includes(branch)))
    ?.number;

const rowOf = (records: BrokerRecords, publication: Publication, providerVersion: string | undefined): Row => {
  const result = records.results.findLast(
    ({ provider, sha, providerVersion: number }) =>
      provider === publication.provider && sha === publication.sha && number === providerVersion,
  );
  return { publication, ...(providerVersion !== undefined && { providerVersion }), ...(result && { result }) };
};

const rowDocument = ({ publication, providerVersion, result }: Row, origin: string): Json => {
  const self = (path: string) => ({ _links: { self: { href: origin + path } } });
  const { consumer, provider, version, sha, createdAt } = publication;
  return {
    consumer: { name: consumer, version: { number: version }, ...self(`/pacticipants/${consumer}`) },
    provider: {
      name: provider,
      version: providerVersion === undefined ? null : { number: providerVersion },
      ...self(`/pacticipants/${provider}`),
    },
    pact: { createdAt, ...self(`/pacts/provider/${provider}/consumer/${consumer}/version/${version}`) },
    verificationResult: result
      ? { success: result.success, ...self(`/pacts/provider/${provider}/consumer/${consumer}/pact-version/${sha}`) }
      : null,
  };
};

/** Records that a version runs in an environment, in place of the one before. */
export const recordDeployment = (
  records: BrokerRecords,
  { pacticipant, version, environment }: BrokerRecords['deployments'][number],
): void => {
  versionOf(records, pacticipant, version);
  const before = records.deployments.findIndex(
    (one) => one.pacticipant === pacticipant && one.environment === environment,
  );
  records.deployments.splice(before < 0 ? records.deployments.length : before, before < 0 ? 0 : 1, {
    pacticipant,
    version,
    environment,
  });
};
